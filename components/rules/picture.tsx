import type { Drawing, DrawnBox, DrawnLine } from './drawing'

const TINTS = {
  teal: 'var(--color-kind-teal)',
  blue: 'var(--color-kind-blue)',
  green: 'var(--color-kind-green)',
  amber: 'var(--color-kind-amber)',
  sky: 'var(--color-kind-sky)',
  orange: 'var(--color-kind-orange)',
  red: 'var(--color-kind-red)',
  slate: 'var(--color-kind-slate)',
} as const

const DASHES: Partial<Record<DrawnLine['type'], string>> = {
  publishes: '6 4',
  consumes: '6 4',
  caches: '1.5 4',
}

/** A small picture of a design; what it shows is also said in words beside it. */
export function Picture({ drawing, label }: { readonly drawing: Drawing; readonly label: string }) {
  const { width, height, boxes, lines } = drawing
  if (boxes.length === 0) return null
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      // Narrower than this its words cannot be read; on a phone the picture is moved instead.
      style={{ width: Math.min(width, 620), minWidth: Math.min(width * 0.68, 560) }}
      className="mx-auto h-auto max-w-full shrink-0"
      role="img"
      aria-label={label}
    >
      <defs>
        <Tip id="tip" className="fill-link" />
        <Tip id="tip-faulty" className="fill-error" />
      </defs>
      {lines.map((line) => (
        <Line key={line.id} line={line} />
      ))}
      {boxes.map((box) => (
        <Box key={box.id} box={box} />
      ))}
    </svg>
  )
}

function Tip({ id, className }: { readonly id: string; readonly className: string }) {
  return (
    <marker
      id={id}
      viewBox="0 0 8 8"
      refX="0"
      refY="4"
      markerWidth="8"
      markerHeight="8"
      markerUnits="userSpaceOnUse"
      orient="auto"
    >
      <path d="M0 0.5 L7.5 4 L0 7.5 Z" className={className} />
    </marker>
  )
}

function Line({ line: { type, path, faulty } }: { readonly line: DrawnLine }) {
  const double = type === 'stores'
  return (
    <g fill="none">
      <path
        d={path}
        className={faulty ? 'stroke-error' : 'stroke-link'}
        strokeWidth={double ? 4.5 : 1.5}
        strokeDasharray={DASHES[type]}
        markerEnd={`url(#${faulty ? 'tip-faulty' : 'tip'})`}
      />
      {double && <path d={path} className="stroke-canvas" strokeWidth={2} />}
    </g>
  )
}

function Box({ box }: { readonly box: DrawnBox }) {
  const { x, y, width, height, shape, accent, name, detail, faulty } = box
  const round = shape === 'card' ? 8 : height / 2
  return (
    <g style={{ color: TINTS[accent] }}>
      <rect x={x} y={y} width={width} height={height} rx={round} className="fill-raised stroke-edge" />
      {shape === 'card' ? (
        <rect x={x} y={y + 6} width={3} height={height - 12} rx={1.5} fill="currentColor" />
      ) : (
        <rect
          x={x + 0.5}
          y={y + 0.5}
          width={width - 1}
          height={height - 1}
          rx={round}
          fill="none"
          stroke="currentColor"
        />
      )}
      <text
        x={x + width / 2}
        y={y + height / 2 + (detail ? -2 : 4)}
        textAnchor="middle"
        className="fill-ink font-mono text-2xs"
      >
        {shortened(name)}
      </text>
      {detail && (
        <text
          x={x + width / 2}
          y={y + height / 2 + 12}
          textAnchor="middle"
          className="fill-quiet font-mono text-2xs"
        >
          {shortened(detail)}
        </text>
      )}
      {faulty && (
        <rect
          x={x - 2.5}
          y={y - 2.5}
          width={width + 5}
          height={height + 5}
          rx={round + 2.5}
          fill="none"
          strokeWidth={1.5}
          className="stroke-error"
        />
      )}
    </g>
  )
}

const ROOM = 27

function shortened(text: string): string {
  const letters = Array.from(text)
  return letters.length > ROOM ? `${letters.slice(0, ROOM - 1).join('')}…` : text
}
