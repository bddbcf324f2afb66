'use client'
import { Command } from 'cmdk'
import { Ban, Plus, Wrench } from 'lucide-react'
import { useState } from 'react'
import { KindTile } from '@/components/kind'
import { Button } from '@/components/ui/button'
import { Popover } from '@/components/ui/popover'
import { kindOf } from '@/lib/catalog/catalog'
import { isLinked, type Verdict, verdictOn } from '@/lib/commands/connect'
import { edit, useTopology } from '@/lib/store/document'
import { announce } from '@/lib/store/view'
import { canvasTexts } from '@/lib/text/canvas'
import { frameTexts } from '@/lib/text/frame'
import { inspectorTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { lookup } from '@/lib/topology/lookup'
import type { Node } from '@/lib/topology/model/node'

/** Connects a node without a mouse: every other node, with what the rules say about a link to it. */
export function ConnectPicker({ from }: { readonly from: string }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      title={say(inspectorTexts.connectTo)}
      trigger={
        <Button look="outline" size="small">
          <Plus className="size-3.5" aria-hidden />
          {say(inspectorTexts.connectTo)}
        </Button>
      }
    >
      {open && <ConnectTargets from={from} onDone={() => setOpen(false)} />}
    </Popover>
  )
}

/** The other nodes as a list to choose from by typing, for a popover or a dialog. */
export function ConnectTargets({ from, onDone }: { readonly from: string; readonly onDone: () => void }) {
  const say = useSay()
  const topology = useTopology()
  const targets = topology.nodes
    .filter(({ id }) => id !== from && !isLinked(topology, from, id))
    .map((node) => ({ node, verdict: verdictOn(topology, from, node.id) }))
    .sort((a, b) => Number(b.verdict.allowed) - Number(a.verdict.allowed))
  if (targets.length === 0)
    return <p className="mt-1 text-quiet text-sm">{say(inspectorTexts.connectNone)}</p>
  return (
    <Command label={say(inspectorTexts.connectTo)} className="-mx-2 mt-2">
      <Command.Input
        autoFocus
        placeholder={say(inspectorTexts.findTarget)}
        className="mx-2 mb-2 h-8 w-[calc(100%-16px)] rounded-md border border-input bg-surface px-2 text-sm placeholder:text-faint"
      />
      <Command.List className="scroll-thin max-h-80 overflow-y-auto">
        <Command.Empty className="px-2 py-2 text-quiet text-sm">{say(frameTexts.nothingFound)}</Command.Empty>
        {targets.map(({ node, verdict }) => (
          <TargetItem key={node.id} from={from} node={node} verdict={verdict} onDone={onDone} />
        ))}
      </Command.List>
    </Command>
  )
}

interface TargetItemProps {
  readonly from: string
  readonly node: Node
  readonly verdict: Verdict
  readonly onDone: () => void
}

/** A refused target stays in the list with its reason; where there is a repair, choosing it repairs. */
function TargetItem({ from, node, verdict, onDone }: TargetItemProps) {
  const say = useSay()
  const look = useTopology((topology) => lookup(topology))
  const repair = verdict.allowed ? undefined : verdict.repair
  const nameOf = (id: string) => {
    const found = look.node(id)
    return found ? look.nameOf(found) : id
  }
  const choose = () => {
    const change = verdict.allowed ? verdict.edit : repair?.edit
    if (!change) return
    edit(change, { replace: true })
    announce(
      say(verdict.allowed ? canvasTexts.connected(nameOf(from), nameOf(node.id)) : canvasTexts.repaired),
    )
    onDone()
  }
  return (
    <Command.Item
      value={`${nameOf(node.id)} ${node.id}`}
      onSelect={choose}
      aria-disabled={!verdict.allowed && !repair}
      className="flex cursor-default items-start gap-2.5 rounded-md px-2 py-1.5 data-[selected=true]:bg-hover"
    >
      <KindTile kind={kindOf(node)} size="size-6" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-mono text-ink text-xs leading-6">{nameOf(node.id)}</span>
        {!verdict.allowed && (
          <span className="flex items-start gap-1.5 text-error text-xs">
            <Ban className="mt-0.5 size-3 shrink-0" aria-hidden />
            <span>
              {say(verdict.finding.message)}{' '}
              <span className="font-mono text-2xs text-faint">{verdict.finding.rule}</span>
            </span>
          </span>
        )}
        {repair && (
          <span className="mt-0.5 flex items-start gap-1.5 font-medium text-accent text-xs">
            <Wrench className="mt-0.5 size-3 shrink-0" aria-hidden />
            {say(repair.label)}
          </span>
        )}
      </span>
    </Command.Item>
  )
}
