import type { Kind } from '@/lib/catalog/kind'
import { NODE_SIZE } from '@/lib/store/placement'

export interface Size {
  readonly width: number
  readonly height: number
}

const CARD: Size = { width: NODE_SIZE.width, height: 64 }
const SIZES: Readonly<Record<Kind['shape'], Size>> = {
  card: CARD,
  pill: CARD,
  drum: { width: 144, height: 64 },
}

/** How large a node of this kind stands on the canvas; known beforehand, so that nothing has to be measured. */
export function sizeOf(kind: Kind): Size {
  return SIZES[kind.shape]
}
