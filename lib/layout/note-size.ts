import type { Layout } from '@/lib/topology/model/topology'

/** A note of the canvas: words for people. */
export type Note = NonNullable<Layout['notes']>[number]

/** Its width when none is said, and how far a person may pull it, in pixels; the rest is its text's. */
export const NOTE = { width: 224, least: 120, most: 800, line: 18, padding: 20 } as const

/** A letter of a note takes about this room, in pixels; a note is as high as its text needs. */
const LETTER = 6.7

/** How large a note is: as wide as it says, as high as its lines. */
export function noteSize({ width = NOTE.width, text }: Pick<Note, 'width' | 'text'>) {
  const letters = Math.max(8, Math.floor((width - NOTE.padding - 4) / LETTER))
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0)
  return { width, height: Math.max(2, lines) * NOTE.line + NOTE.padding }
}
