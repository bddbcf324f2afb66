import type { Portrait } from '@/lib/store/record'

const TINTS: Readonly<Record<string, string>> = {
  teal: 'var(--color-kind-teal)',
  blue: 'var(--color-kind-blue)',
  green: 'var(--color-kind-green)',
  amber: 'var(--color-kind-amber)',
  sky: 'var(--color-kind-sky)',
  orange: 'var(--color-kind-orange)',
  red: 'var(--color-kind-red)',
  slate: 'var(--color-kind-slate)',
}

const NODE = { width: 224, height: 72 } as const
/** A design smaller than this is not drawn larger than life. */
const LEAST = { width: 900, height: 480 } as const

/** A design in small: nodes as boxes in the colour of their kind, links as lines. Its name stands beside it. */
export function Thumbnail({ portrait }: { readonly portrait: Portrait }) {
  const { boxes, lines } = portrait
  const width = Math.max(portrait.width, LEAST.width) + 80
  const height = Math.max(portrait.height, LEAST.height) + 80
  const [left, top] = [(portrait.width - width) / 2, (portrait.height - height) / 2]
  // Lines stay visible however much is drawn on the same small space.
  const thick = Math.max(width / 240, height / 130) * 1.2
  return (
    <svg viewBox={`${left} ${top} ${width} ${height}`} aria-hidden className="size-full">
      {lines.map(([x1, y1, x2, y2], index) => (
        <line
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no ids and never change places
          key={index}
          x1={x1}
          y1={y1}
          x2={x2}
          y2={y2}
          className="stroke-link"
          strokeWidth={thick}
        />
      ))}
      {boxes.map(({ x, y, accent }, index) => (
        <g
          // biome-ignore lint/suspicious/noArrayIndexKey: boxes have no ids and never change places
          key={index}
          style={{ color: TINTS[accent] ?? TINTS.slate }}
        >
          <rect x={x} y={y} {...NODE} rx={14} className="fill-raised" />
          <rect
            x={x}
            y={y}
            {...NODE}
            rx={14}
            fill="currentColor"
            fillOpacity={0.28}
            stroke="currentColor"
            strokeWidth={thick}
          />
        </g>
      ))}
    </svg>
  )
}
