import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getBezierPath, useInternalNode } from '@xyflow/react'
import { memo } from 'react'
import { cx } from '@/components/ui/cx'
import { judgementOf } from '@/lib/commands/judgement'
import { useDocument } from '@/lib/store/document'
import { NODE_SIZE } from '@/lib/store/placement'
import { useSelection } from '@/lib/store/selection'
import { accessTexts, linkTexts } from '@/lib/text/canvas'
import { useSay } from '@/lib/text/say'
import { lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import { type Box, facingEnds } from './geometry'
import { useHover } from './hover'

/** A link of the design: its type decides the line, a finding about it the colour. */
export const LinkEdge = memo(function LinkEdge({ id, source, target, selected }: EdgeProps) {
  const from = useBox(source)
  const to = useBox(target)
  const link = useDocument(({ history }) => lookup(history.present).link(id))
  const faulty = useDocument(({ history }) =>
    judgementOf(history.present)
      .of('link', id)
      .some((finding) => finding.severity === 'error'),
  )
  const faded = useSelection(
    ({ nodes, links }) =>
      nodes.length === 1 && links.length === 0 && nodes[0] !== source && nodes[0] !== target,
  )
  if (!from || !to || !link) return null
  const [start, end] = facingEnds(from, to)
  const [path, x, y] = getBezierPath({
    sourceX: start.x,
    sourceY: start.y,
    sourcePosition: start.side,
    targetX: end.x,
    targetY: end.y,
    targetPosition: end.side,
    curvature: 0.3,
  })
  const marker = faulty ? 'error' : selected ? 'accent' : 'link'
  return (
    <g className={cx('link-edge', faded && 'opacity-30')} data-type={link.type} data-faulty={faulty}>
      <BaseEdge id={id} path={path} markerEnd={`url(#arrow-${marker})`} interactionWidth={20} />
      {link.type === 'stores' && <path d={path} className="link-core" />}
      <LinkLabel link={link} x={x} y={y} selected={Boolean(selected)} />
    </g>
  )
})

function useBox(id: string): Box | undefined {
  const node = useInternalNode(id)
  if (!node) return undefined
  return {
    ...node.internals.positionAbsolute,
    width: node.measured.width ?? NODE_SIZE.width,
    height: node.measured.height ?? NODE_SIZE.height,
  }
}

interface LinkLabelProps {
  readonly link: Link
  readonly x: number
  readonly y: number
  readonly selected: boolean
}

/** Messages have names that matter, so they always stand there; the rest speaks when it is asked. */
function LinkLabel({ link, x, y, selected }: LinkLabelProps) {
  const words = useLinkWords(link)
  const hovered = useHover(({ link: over }) => over === link.id)
  const always = link.type === 'publishes' || link.type === 'consumes'
  // A label that nobody sees is not drawn: five hundred of them would slow the canvas down.
  if (!selected && !hovered && !always) return null
  return (
    <EdgeLabelRenderer>
      <div
        className="pointer-events-none absolute rounded-full border border-line bg-raised px-2 text-2xs text-quiet"
        style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
      >
        {words}
      </div>
    </EdgeLabelRenderer>
  )
}

/** What the label of a link says: its verb with the access, or the messages that it carries. */
function useLinkWords(link: Link): string {
  const say = useSay()
  const messages = useDocument(({ history }) => {
    if (link.type !== 'publishes' && link.type !== 'consumes') return ''
    const look = lookup(history.present)
    const queue = look.node(link.type === 'publishes' ? link.to : link.from)
    const ids =
      (link.type === 'publishes' && link.messages) || (queue?.type === 'queue' ? queue.messages : [])
    return ids.map((id) => look.message(id)?.name).join(', ')
  })
  if (messages) return messages
  const verb = say(linkTexts[link.type])
  return link.type === 'calls' ? `${verb} · ${say(accessTexts[link.access ?? 'write'])}` : verb
}

/** The tips of the arrows, one for each colour a link can have. */
export function ArrowTips() {
  return (
    <svg className="absolute size-0" aria-hidden>
      <defs>
        {(['link', 'accent', 'error'] as const).map((color) => (
          <marker
            key={color}
            id={`arrow-${color}`}
            viewBox="0 0 10 10"
            refX="1"
            refY="5"
            markerWidth="11"
            markerHeight="11"
            markerUnits="userSpaceOnUse"
            orient="auto-start-reverse"
          >
            <path d="M0.5 0.8 L9.5 5 L0.5 9.2 Z" style={{ fill: `var(--color-${color})` }} />
          </marker>
        ))}
      </defs>
    </svg>
  )
}
