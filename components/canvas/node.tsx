import { type NodeProps, useConnection } from '@xyflow/react'
import { OctagonAlert, TriangleAlert } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { KindIcon, KindTile, tintOf } from '@/components/kind'
import { cx } from '@/components/ui/cx'
import { verdictOn } from '@/lib/commands/connect'
import { useDocument } from '@/lib/store/document'
import { useSelection } from '@/lib/store/selection'
import { useSay } from '@/lib/text/say'
import { lookup } from '@/lib/topology/lookup'
import { Handles } from './handles'
import { type NodeView, viewOf } from './node-view'

/** A node of the design, in the shape of its kind. It reads its own facts, so one edit draws one node. */
export const DesignNode = memo(function DesignNode({ id, selected }: NodeProps) {
  const view = useDocument(({ history }) => viewOf(history.present, id))
  const faded = useFaded(id)
  const drop = useDrop(id)
  if (!view) return null
  const Shape = SHAPES[view.kind.shape]
  return (
    <div
      data-drop={drop}
      className={cx('design-node group/node relative', tintOf(view.kind), faded && 'opacity-50')}
    >
      <Shape view={view} selected={selected} />
      <ProblemBadge view={view} />
      <Handles id={id} />
    </div>
  )
})

/** Whether one connected node is selected that this one has nothing to do with; never while a link is drawn. */
function useFaded(id: string): boolean {
  const drawing = useConnection(({ inProgress }) => inProgress)
  const selected = useSelection(({ nodes }) => (nodes.length === 1 ? nodes[0] : undefined))
  return useDocument(({ history }) => {
    if (drawing || selected === undefined || selected === id) return false
    const look = lookup(history.present)
    const [from, to] = [look.linksFrom(selected), look.linksTo(selected)]
    const related = from.some((link) => link.to === id) || to.some((link) => link.from === id)
    return from.length + to.length > 0 && !related
  })
}

/** Whether the link that is being drawn may end here, while it is over this node. */
function useDrop(id: string): 'allowed' | 'refused' | undefined {
  const from = useConnection((connection) =>
    connection.inProgress && connection.toNode?.id === id ? connection.fromNode.id : undefined,
  )
  return useDocument(({ history }) => {
    if (from === undefined || from === id) return undefined
    return verdictOn(history.present, from, id).allowed ? 'allowed' : 'refused'
  })
}

interface ShapeProps {
  readonly view: NodeView
  readonly selected: boolean
}

const SHAPES = { card: Card, pill: Pill, drum: Drum } as const

const FRAME = 'node-frame relative border border-edge bg-raised'

function Card({ view, selected }: ShapeProps) {
  return (
    <div
      data-selected={selected}
      className={cx(FRAME, 'flex h-16 w-56 items-center gap-2.5 overflow-hidden rounded-[10px] pr-3 pl-3.5')}
    >
      <span className="absolute inset-y-0 left-0 w-[3px] rounded-l-[10px] bg-[var(--kind)]" aria-hidden />
      <div className="node-detail shrink-0">
        <KindTile kind={view.kind} size="size-8" />
      </div>
      <div className="node-detail min-w-0">
        <NodeName name={view.name} />
        <NodeFacts view={view} />
      </div>
    </div>
  )
}

function Pill({ view, selected }: ShapeProps) {
  return (
    <div
      data-selected={selected}
      className={cx(
        FRAME,
        'flex h-16 w-56 items-center gap-2.5 rounded-full border-l-[3px] border-l-[var(--kind)] py-2 pr-5 pl-3.5',
      )}
    >
      <div className="node-detail shrink-0">
        <KindTile kind={view.kind} size="size-8 rounded-full" />
      </div>
      <div className="node-detail min-w-0">
        <NodeName name={view.name} />
        <NodeFacts view={view} />
      </div>
    </div>
  )
}

function Drum({ view, selected }: ShapeProps) {
  return (
    <div data-selected={selected} className="node-drum relative h-16 w-36 text-center">
      <svg viewBox="0 0 144 64" className="absolute inset-0 size-full overflow-visible" aria-hidden>
        <path
          d="M1 10 V54 C1 59 32 63.5 72 63.5 S143 59 143 54 V10"
          className="node-outline fill-raised stroke-edge"
        />
        <ellipse
          cx="72"
          cy="10"
          rx="71"
          ry="9"
          className="fill-[color-mix(in_srgb,var(--kind)_13%,var(--color-raised))] stroke-[var(--kind)]"
          strokeWidth="2"
        />
      </svg>
      <div className="node-detail relative flex h-full flex-col items-center justify-center gap-1 pt-4">
        <span className="flex items-center gap-1.5 text-[var(--kind)]">
          <KindIcon kind={view.kind} className="size-3.5" />
          <NodeName name={view.name} />
        </span>
      </div>
    </div>
  )
}

/** The name may break after any part of it, and only there. */
function NodeName({ name }: { readonly name: string }) {
  const parts = name.split(/(?<=_)/)
  return (
    <p className="line-clamp-2 font-medium font-mono text-ink text-xs leading-4 [overflow-wrap:anywhere]">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a name have nothing but their place
        <span key={index}>
          {part}
          <wbr />
        </span>
      ))}
    </p>
  )
}

function NodeFacts({ view }: { readonly view: NodeView }) {
  const say = useSay()
  const facts: readonly ReactNode[] = [
    view.port !== undefined && `:${view.port}`,
    view.counted && say(view.counted),
  ].filter(Boolean)
  if (facts.length === 0) return null
  return <p className="truncate text-2xs text-faint tabular-nums">{facts.join(' · ')}</p>
}

function ProblemBadge({ view }: { readonly view: NodeView }) {
  if (view.errors + view.warnings === 0) return null
  const Icon = view.errors > 0 ? OctagonAlert : TriangleAlert
  const look = view.errors > 0 ? 'text-error ring-error/40' : 'text-warning ring-warning/40'
  return (
    <span
      className={cx(
        'absolute -top-2.5 -right-2.5 z-10 flex h-5 items-center gap-1 rounded-full bg-raised px-1.5 font-semibold text-2xs tabular-nums ring-1',
        look,
      )}
      aria-hidden
    >
      <Icon className="size-3" strokeWidth={2.25} />
      {view.errors + view.warnings}
    </span>
  )
}
