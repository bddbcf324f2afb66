import { ViewportPortal } from '@xyflow/react'
import { curveBetween } from '../geometry'
import { useScene } from '../scene'
import { useDrawing } from './drawing'

/** The link while it is drawn: red over a target that a rule refuses. */
export function DrawnLine() {
  const from = useDrawing((drawing) => drawing.from)
  return from === undefined ? null : <Line from={from} />
}

function Line({ from }: { readonly from: string }) {
  const { over, end, welcomes, way } = useDrawing()
  const start = useScene(({ boxes }) => boxes.get(from))
  const target = useScene(({ boxes }) => (over === undefined ? undefined : boxes.get(over)))
  if (!start || (way === 'choice' && !target)) return null
  const { path } = curveBetween(start, target ?? { ...end, width: 0, height: 0 })
  const refused = over !== undefined && welcomes.get(over) === 'refused'
  const color = refused ? 'error' : 'accent'
  return (
    <ViewportPortal>
      <svg className="drawn-line" aria-hidden>
        <path
          d={path}
          fill="none"
          stroke={`var(--color-${color})`}
          strokeWidth={2}
          strokeDasharray={refused ? '5 4' : undefined}
          markerEnd={`url(#arrow-${color})`}
        />
      </svg>
    </ViewportPortal>
  )
}
