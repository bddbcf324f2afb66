import type { OutlineItem } from './outline'

/** A line as it stands: how deep, where among its siblings, and whether it is open. */
export interface OutlineRow {
  readonly item: OutlineItem
  readonly level: number
  readonly position: number
  readonly siblings: number
  /** Undefined where there is nothing to open. */
  readonly expanded: boolean | undefined
  readonly parent: string | undefined
}

/** Lines that are open until they are closed: sections. What is inside a node opens when it is asked for. */
export function isOpen(item: OutlineItem, toggled: ReadonlySet<string>): boolean {
  const isSection = item.target === undefined
  return toggled.has(item.key) ? !isSection : isSection
}

/** The lines of a tree that can be seen, from the top to the bottom. */
export function outlineRows(
  items: readonly OutlineItem[],
  toggled: ReadonlySet<string>,
): readonly OutlineRow[] {
  const rows: OutlineRow[] = []
  const add = (list: readonly OutlineItem[], level: number, parent: string | undefined) => {
    for (const [index, item] of list.entries()) {
      const children = item.children && isOpen(item, toggled) ? item.children() : undefined
      const hasChildren = item.children !== undefined
      rows.push({
        item,
        level,
        position: index + 1,
        siblings: list.length,
        expanded: hasChildren ? children !== undefined : undefined,
        parent,
      })
      if (children) add(children, level + 1, item.key)
    }
  }
  add(items, 1, undefined)
  return rows
}

/** The next line after this one whose words begin so, from the top again at the end; -1 for none. */
export function findRow(words: readonly string[], from: number, typed: string): number {
  const begin = typed.toLowerCase()
  // One letter again means the next one; more letters mean the same line as long as it fits.
  const first = typed.length > 1 ? from : from + 1
  for (let step = 0; step < words.length; step += 1) {
    const index = (first + step) % words.length
    const name = (words[index] ?? '').toLowerCase()
    if (name.startsWith(begin) || name.split('_').some((part) => part.startsWith(begin))) return index
  }
  return -1
}
