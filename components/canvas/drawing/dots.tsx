import { useDrawByHand } from './use-draw-by-hand'

const SIDES = ['right', 'bottom', 'left', 'top'] as const

/** A link starts at a dot on any side of a node, and ends anywhere on another one. */
export function Dots({ id }: { readonly id: string }) {
  const draw = useDrawByHand(id)
  return SIDES.map((side) => (
    <span key={side} data-side={side} onPointerDown={draw} className="link-source nodrag nopan" aria-hidden />
  ))
}
