import type { TreeRow } from './tree-rows'

/** What a key does in the tree. */
export interface TreeMove {
  readonly to?: number
  /** The folder that opens or closes. */
  readonly toggles?: string
  /** The file is gone into. */
  readonly opens?: boolean
}

const PAGE = 12

/** What a key does on a row of the tree; undefined for keys that mean nothing there. */
export function moveIn(rows: readonly TreeRow[], at: number, key: string): TreeMove | undefined {
  const row = rows[at]
  if (!row) return undefined
  const last = rows.length - 1
  switch (key) {
    case 'ArrowDown':
      return { to: Math.min(last, at + 1) }
    case 'ArrowUp':
      return { to: Math.max(0, at - 1) }
    case 'PageDown':
      return { to: Math.min(last, at + PAGE) }
    case 'PageUp':
      return { to: Math.max(0, at - PAGE) }
    case 'Home':
      return { to: 0 }
    case 'End':
      return { to: last }
    case 'ArrowRight':
      return row.kind === 'folder' ? (row.isOpen ? { to: at + 1 } : { toggles: row.path }) : undefined
    case 'ArrowLeft':
      return row.kind === 'folder' && row.isOpen ? { toggles: row.path } : { to: parentOf(rows, at) }
    case 'Enter':
    case ' ':
      return row.kind === 'folder' ? { toggles: row.path } : { to: at, opens: true }
    default:
      return letter(rows, at, key)
  }
}

function parentOf(rows: readonly TreeRow[], at: number): number {
  const depth = rows[at]?.depth ?? 0
  const above = rows.slice(0, at).findLastIndex((row) => row.depth < depth)
  return above < 0 ? at : above
}

/** A letter goes to the next row that begins with it. */
function letter(rows: readonly TreeRow[], at: number, key: string): TreeMove | undefined {
  if (key.length !== 1) return undefined
  const order = [...rows.keys()].map((index) => (at + 1 + index) % rows.length)
  const to = order.find((index) => rows[index]?.name.toLowerCase().startsWith(key.toLowerCase()))
  return to === undefined ? undefined : { to }
}
