import { useStore } from '@xyflow/react'
import type { CSSProperties } from 'react'
import { useDrawByHand } from './use-draw-by-hand'

const SIDES = ['right', 'bottom', 'left', 'top'] as const

/** A link starts at a dot on any side of a node, and ends anywhere on another one. */
export function Dots({ id }: { readonly id: string }) {
  const draw = useDrawByHand(id)
  const zoom = useStore(({ transform }) => Math.floor(transform[2] * 10) / 10)
  const style: CSSProperties & Record<'--dot', number> = { '--dot': 1 / Math.max(zoom, 0.1) }
  return SIDES.map((side) => (
    <span
      key={side}
      data-side={side}
      // From here the dots for fingers would cover the next node; the menu connects, too.
      data-small={zoom < 0.5}
      onPointerDown={draw}
      className="link-source nodrag nopan"
      style={style}
      aria-hidden
    />
  ))
}
