import type { ReactNode } from 'react'
import { KindIcon, KindTile } from '@/components/kind'
import { cx } from '@/components/ui/cx'
import type { Kind } from '@/lib/catalog/kind'
import { useSay } from '@/lib/text/say'
import type { NodeView } from './node-view'

interface ShapeProps {
  readonly view: NodeView
  readonly far: boolean
}

/** How each shape of the catalogue is drawn. */
export const SHAPES: Readonly<Record<Kind['shape'], (props: ShapeProps) => ReactNode>> = {
  card: Card,
  pill: Pill,
  drum: Drum,
}

const FRAME = 'node-frame size-full border border-edge bg-raised'

/** Services and outside systems; what is not ours has a dashed outline. */
function Card({ view, far }: ShapeProps) {
  return (
    <div
      className={cx(
        FRAME,
        'flex items-center gap-2.5 rounded-[10px] border-l-[3px] border-l-[var(--kind)] pr-3 pl-3',
        view.outside && '[border-right-style:dashed] [border-block-style:dashed]',
      )}
    >
      {!far && (
        <>
          <KindTile kind={view.kind} size="size-8" />
          <div className="min-w-0">
            <NodeName name={view.name} />
            <Facts view={view} />
          </div>
        </>
      )}
    </div>
  )
}

function Pill({ view, far }: ShapeProps) {
  return (
    <div
      className={cx(
        FRAME,
        'flex items-center gap-2.5 rounded-full border-l-[3px] border-l-[var(--kind)] pr-5 pl-3.5',
      )}
    >
      {!far && (
        <>
          <KindTile kind={view.kind} size="size-8 !rounded-full" />
          <div className="min-w-0">
            <NodeName name={view.name} lines={view.messages.length > 0 ? 1 : 2} />
            <Messages view={view} />
          </div>
        </>
      )}
    </div>
  )
}

function Drum({ view, far }: ShapeProps) {
  return (
    <div className="node-drum relative size-full text-center">
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
      {!far && (
        <div className="relative flex h-full flex-col items-center justify-center pt-4">
          <span className="flex items-center gap-1.5 text-[var(--kind)]">
            <KindIcon kind={view.kind} className="size-3.5" />
            <NodeName name={view.name} />
          </span>
          <Facts view={view} />
        </div>
      )}
    </div>
  )
}

/** The name may break after any part of it, and only there. */
function NodeName({ name, lines = 2 }: { readonly name: string; readonly lines?: 1 | 2 }) {
  const parts = name.split(/(?<=_)/)
  return (
    <p
      className={cx(
        'font-medium font-mono text-ink text-xs leading-4',
        lines === 1 ? 'truncate' : 'line-clamp-2 [overflow-wrap:anywhere]',
      )}
    >
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

/** `:8000 · 3 use cases · 2 events` */
function Facts({ view }: { readonly view: NodeView }) {
  const say = useSay()
  const facts = [view.port !== undefined && `:${view.port}`, ...view.facts.map(say)].filter(Boolean)
  if (facts.length === 0) return null
  return <p className="truncate text-2xs text-faint tabular-nums">{facts.join(' · ')}</p>
}

/** The names of the messages that a queue carries; as many as there is room for. */
function Messages({ view }: { readonly view: NodeView }) {
  const { messages } = view
  if (messages.length === 0) return <Facts view={view} />
  const shown = messages.slice(0, 2)
  return (
    <div className="mt-0.5 flex min-w-0 items-center gap-1 text-2xs text-quiet">
      {shown.map((message) => (
        <span key={message} className="min-w-0 shrink truncate font-mono text-faint">
          {message}
          {message !== shown.at(-1) && ','}
        </span>
      ))}
      {messages.length > 2 && <span className="shrink-0 text-faint">+{messages.length - 2}</span>}
    </div>
  )
}
