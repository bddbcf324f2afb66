import { create } from 'zustand'
import { verdictOn } from '@/lib/commands/connect'
import type { Fix, JudgedFinding } from '@/lib/rules/rule'
import { currentTopology, edit } from '@/lib/store/document'
import { announce } from '@/lib/store/view'
import { canvasTexts } from '@/lib/text/canvas'
import { say } from '@/lib/text/say'
import { lookup } from '@/lib/topology/lookup'
import type { Spot } from './drawing'

/** A link that a rule refused, and where on the screen it was let go. */
export interface RefusedLink {
  readonly from: string
  readonly to: string
  readonly finding: JudgedFinding
  readonly repair: Fix | undefined
  readonly screen: Spot
}

/** A link that was let go over nothing, and where. */
export interface LooseEnd {
  readonly from: string
  readonly at: Spot
  readonly screen: Spot
}

interface Outcome {
  readonly refused: RefusedLink | undefined
  readonly loose: LooseEnd | undefined
}

/** What a drawn link left behind that still asks for an answer. */
export const useOutcome = create<Outcome>()(() => ({ refused: undefined, loose: undefined }))

export function forgetOutcome(): void {
  useOutcome.setState({ refused: undefined, loose: undefined })
}

/** Draws the link where the rules allow it; else the reason stays there, with its repair. */
export function finishLink(from: string, to: string, screen: Spot): void {
  const topology = currentTopology()
  const verdict = verdictOn(topology, from, to)
  const look = lookup(topology)
  if (verdict.allowed) {
    edit(verdict.edit)
    const name = (id: string) => {
      const node = look.node(id)
      return node ? look.nameOf(node) : id
    }
    announce(say(canvasTexts.connected(name(from), name(to))))
    return
  }
  const { finding, repair } = verdict
  useOutcome.setState({ refused: { from, to, finding, repair, screen }, loose: undefined })
  announce(say(finding.message))
}

/** The link ends in the void: what could stand there is asked. */
export function leaveLoose(loose: LooseEnd): void {
  useOutcome.setState({ loose, refused: undefined })
}
