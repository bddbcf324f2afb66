import { Background, BackgroundVariant } from '@xyflow/react'
import { GRID } from '@/lib/store/placement'
import { useDetail } from './detail'

/** The grid as faint dots; from far away they would only be grey. */
export function Dots() {
  const far = useDetail((detail) => detail.far)
  if (far) return null
  return <Background variant={BackgroundVariant.Dots} gap={GRID * 3} size={1.5} color="var(--color-dots)" />
}
