'use client'
import { Trash2 } from 'lucide-react'
import { viewOf } from '@/components/canvas'
import { KindTile } from '@/components/kind'
import { IconButton } from '@/components/ui/button'
import { derivedOf, placeholdersOf } from '@/lib/commands/derived'
import { deleteSelection } from '@/lib/commands/edit-selection'
import { useTopology } from '@/lib/store/document'
import { inspectorTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { Node } from '@/lib/topology/model/node'
import { Connections } from './connections'
import { EntityList } from './entity-list'
import { PartForm } from './part-form'
import { ProblemNotes } from './problem-notes'
import { RedisUses } from './redis-uses'
import { Fact } from './section'
import { shapes } from './shapes'
import { useFindings } from './use-findings'

/** One node: its derived name, its facts and lists, what follows from them, what it is connected to. */
export function NodePanel({ node }: { readonly node: Node }) {
  const say = useSay()
  const topology = useTopology()
  const view = viewOf(topology, node.id)
  const place = { part: 'node', id: node.id } as const
  const findings = useFindings(place)
  if (!view) return null
  const placeholders = placeholdersOf(topology, node, (value) => say(inspectorTexts.automatic(value)))
  const derived = derivedOf(topology, node)
  return (
    <>
      <header className="px-4 pt-4 pb-3">
        <div className="flex items-start gap-3">
          <KindTile kind={view.kind} size="size-9" />
          <div className="min-w-0 flex-1">
            <h2 className="font-mono font-semibold text-ink text-sm [overflow-wrap:anywhere]">{view.name}</h2>
            <p className="text-faint text-xs">
              {say(view.kind.label)} · {say(view.kind.purpose)}
            </p>
          </div>
          <IconButton size="small" label={say(inspectorTexts.remove)} onClick={deleteSelection}>
            <Trash2 className="size-3.5" aria-hidden />
          </IconButton>
        </div>
        <ProblemNotes findings={findings} />
      </header>
      <PartForm place={place} shape={shapes.node} value={node} placeholders={placeholders}>
        <dl className="space-y-1 empty:hidden">
          {derived.map(({ label, value }) => (
            <Fact key={label.en + value} label={say(label)} value={value} />
          ))}
        </dl>
      </PartForm>
      {view.kind.can.store && <EntityList owner={node.id} />}
      {node.type === 'redis' && <RedisUses id={node.id} />}
      <Connections node={node} />
    </>
  )
}
