import { GRID } from './node-size'

interface Placed {
  readonly id: string
  readonly x: number
  readonly y: number
}

/** A column with more nodes is taller than anybody scrolls. */
const TALLEST = 24
const STEP = { x: 320, row: 112, inside: 264 } as const

/**
 * The places of a layout as they are, unless a column is very tall: then all columns are put side by side again, each
 * in its order and in the middle, the tall ones in several parts.
 */
export function wrapTall(
  places: readonly Placed[],
  columns: ReadonlyMap<string, number>,
): ReadonlyMap<string, { readonly x: number; readonly y: number }> {
  const byColumn = new Map<number, Placed[]>()
  for (const place of places) {
    const column = columns.get(place.id) ?? 0
    byColumn.set(column, [...(byColumn.get(column) ?? []), place])
  }
  const tallest = Math.max(0, ...[...byColumn.values()].map((column) => column.length))
  if (tallest <= TALLEST) return new Map(places.map(({ id, x, y }) => [id, { x, y }]))
  const wrapped = new Map<string, { x: number; y: number }>()
  let x = 0
  for (const [, column] of [...byColumn].sort(([a], [b]) => a - b)) {
    const parts = Math.ceil(column.length / TALLEST)
    const rows = Math.ceil(column.length / parts)
    const top = Math.round(((TALLEST - rows) * STEP.row) / 2 / GRID) * GRID
    const ordered = [...column].sort((a, b) => a.y - b.y || (a.id < b.id ? -1 : 1))
    for (const [index, { id }] of ordered.entries()) {
      const part = Math.floor(index / rows)
      wrapped.set(id, { x: x + part * STEP.inside, y: top + (index % rows) * STEP.row })
    }
    x += (parts - 1) * STEP.inside + STEP.x
  }
  return wrapped
}
