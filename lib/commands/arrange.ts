import { align, distribute, type Edge } from '@/lib/layout/align'
import { boxesOf } from '@/lib/layout/boxes'
import type { Text } from '@/lib/rules/rule'
import { currentTopology, edit } from '@/lib/store/document'
import { useSelection } from '@/lib/store/selection'
import { announce, tell, useView } from '@/lib/store/view'
import { arrangeTexts } from '@/lib/text/arrange'
import { refusalTexts } from '@/lib/text/commands'
import { say } from '@/lib/text/say'
import { placeNodes } from '@/lib/topology/edits'

/** Why fewer nodes than these are selected. */
export function fewerThan(least: 1 | 2 | 3): Text | undefined {
  const { nodes } = useSelection.getState()
  if (nodes.length >= least) return undefined
  return least === 1 ? refusalTexts.noNodeSelected : arrangeTexts.selectAtLeast(least)
}

/** Puts the selected nodes on one line. */
export function alignSelection(edge: Edge, label: Text): void {
  edit(align(useSelection.getState().nodes, edge), { label })
}

/** Puts equal gaps between the selected nodes. */
export function distributeSelection(direction: 'across' | 'down', label: Text): void {
  edit(distribute(useSelection.getState().nodes, direction), { label })
}

/** Whether every selected node is pinned. */
export function isSelectionPinned(): boolean {
  const boxes = boxesOf(currentTopology(), useSelection.getState().nodes)
  return boxes.length > 0 && boxes.every(({ pinned }) => pinned)
}

/** Keeps the selected nodes where they are when the rest is tidied, or lets them go. */
export function pinSelection(pinned: boolean): void {
  const boxes = boxesOf(currentTopology(), useSelection.getState().nodes)
  const label = pinned ? arrangeTexts.pin : arrangeTexts.unpin
  edit(placeNodes(boxes.map(({ id, x, y }) => ({ node: id, x, y, pinned }))), { label })
  announce(say(pinned ? arrangeTexts.pinned : arrangeTexts.unpinned))
}

/** Why there is nothing to tidy. */
export function nothingToTidy(): Text | undefined {
  return currentTopology().nodes.length === 0 ? arrangeTexts.nothingToTidy : undefined
}

/** Longer than this, in milliseconds, and a person wants to know that something is done. */
const PATIENCE = 400
/** A design that goes on being changed is tidied as it was asked for, so many times anew. */
const MOST_TRIES = 3

let isTidying = false

/** Tidies the design, or the selected nodes where there are several: one undo step, with a checkpoint before it. */
export async function tidyDesign(): Promise<void> {
  if (isTidying) return
  isTidying = true
  const patience = setTimeout(() => tell({ text: arrangeTexts.tidying }), PATIENCE)
  try {
    await tidyNow()
  } catch {
    tell({ text: arrangeTexts.tidyFailed })
  } finally {
    clearTimeout(patience)
    isTidying = false
  }
}

async function tidyNow(): Promise<void> {
  const { tidyInWorker } = await import('@/lib/layout/tidy-in-worker')
  const { nodes } = useSelection.getState()
  const only = nodes.length > 1 ? nodes : undefined
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const topology = currentTopology()
    const change = await tidyInWorker(topology, only)
    if (currentTopology() !== topology) continue
    if (change(topology) === topology) announce(say(arrangeTexts.alreadyTidy))
    else {
      edit(change, { label: arrangeTexts.tidy, checkpoint: true })
      announce(say(arrangeTexts.tidied))
      useView.getState().canvas?.look()
    }
    return
  }
}
