'use client'
import { Trash2 } from 'lucide-react'
import { viewOf } from '@/components/canvas'
import { KindTile } from '@/components/kind'
import { IconButton } from '@/components/ui/button'
import { deleteSelection } from '@/lib/commands/edit-selection'
import { useTopology } from '@/lib/store/document'
import { inspectorTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { Node } from '@/lib/topology/model/node'
import { Connections } from './connections'
import { EntityList } from './entity-list'
import { PartForm } from './part-form'
import { ProblemNotes } from './problem-notes'
import { Fact } from './section'
import { shapes } from './shapes'
import { useFindings } from './use-findings'

/** One node: its derived name and address, its facts, what it stores, what it is connected to. */
export function NodePanel({ node }: { readonly node: Node }) {
  const say = useSay()
  const view = useTopology((topology) => viewOf(topology, node.id))
  const place = { part: 'node', id: node.id } as const
  const findings = useFindings(place)
  if (!view) return null
  const automatic = view.port === undefined ? undefined : say(inspectorTexts.automatic(String(view.port)))
  return (
    <>
      <header className="flex items-start gap-3 px-4 pt-4 pb-3">
        <KindTile kind={view.kind} size="size-9" />
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold font-mono text-ink text-sm [overflow-wrap:anywhere]">{view.name}</h2>
          <p className="text-faint text-xs">
            {say(view.kind.label)} · {say(view.kind.purpose)}
          </p>
        </div>
        <IconButton size="small" label={say(inspectorTexts.remove)} onClick={deleteSelection}>
          <Trash2 className="size-3.5" aria-hidden />
        </IconButton>
      </header>
      <div className="space-y-2 px-4 pb-3 empty:hidden">
        <ProblemNotes findings={findings} />
        {view.port !== undefined && (
          <dl>
            <Fact label={say(inspectorTexts.address)} value={`http://localhost:${view.port}`} />
          </dl>
        )}
      </div>
      <PartForm place={place} shape={shapes.node} value={node} placeholders={{ port: automatic }} />
      {view.kind.can.store && <EntityList owner={node.id} />}
      <Connections node={node} />
    </>
  )
}
