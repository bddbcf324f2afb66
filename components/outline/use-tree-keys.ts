import { type KeyboardEvent, useRef } from 'react'
import { openItem, removeItem, renameItem } from '@/lib/commands/outline-actions'
import { findRow, type OutlineRow } from '@/lib/commands/outline-rows'
import { currentTopology } from '@/lib/store/document'

interface TreeKeys {
  readonly rows: readonly OutlineRow[]
  readonly index: number
  readonly goTo: (index: number) => void
  readonly toggle: (key: string) => void
  readonly words: (row: OutlineRow) => string
}

/** Letters that come this close after one another, in milliseconds, are one word. */
const TYPING = 600
const PAGE = 12

/** The keys of a tree, as the ARIA practices have them, and those that change the design. */
export function useTreeKeys({ rows, index, goTo, toggle, words }: TreeKeys) {
  const typed = useRef({ text: '', at: 0 })
  return (event: KeyboardEvent) => {
    const row = rows[index]
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return
    const isMenuKey = event.shiftKey && event.key === 'F10'
    const act = isMenuKey ? () => openMenu(row.item.key) : actionOf(event)
    if (!act) return
    event.preventDefault()
    act()
  }

  function actionOf({ key, timeStamp, shiftKey }: KeyboardEvent): (() => void) | undefined {
    // With Shift a letter is a command, not a name.
    const isLetter = !shiftKey && key.length === 1 && /[\p{L}\p{N}_]/u.test(key)
    return isLetter ? () => typeAhead(key, timeStamp) : (moveOf(key) ?? changeOf(key))
  }

  function moveOf(key: string): (() => void) | undefined {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + PAGE,
      PageUp: index - PAGE,
      Home: 0,
      End: rows.length - 1,
    }
    const next = steps[key]
    if (next === undefined) return key === 'ArrowRight' || key === 'ArrowLeft' ? () => turn(key) : undefined
    return () => goTo(Math.min(rows.length - 1, Math.max(0, next)))
  }

  /** To the right opens, then goes in; to the left closes, then goes out. */
  function turn(key: 'ArrowRight' | 'ArrowLeft'): void {
    const row = rows[index]
    if (!row) return
    const isWayIn = key === 'ArrowRight'
    if (row.expanded === !isWayIn) toggle(row.item.key)
    else if (isWayIn && row.expanded) goTo(index + 1)
    else if (!isWayIn) goTo(rows.findIndex(({ item }) => item.key === row.parent))
  }

  function changeOf(key: string): (() => void) | undefined {
    const row = rows[index]
    if (!row) return undefined
    const { item, expanded } = row
    switch (key) {
      case 'Enter':
        return () => (item.target ? openItem(item) : toggle(item.key))
      case ' ':
        return () => (expanded === undefined ? openItem(item) : toggle(item.key))
      case 'ContextMenu':
        return () => openMenu(item.key)
      case 'F2':
        return () => renameItem(currentTopology(), item)
      case 'Delete':
      case 'Backspace':
        return () => removeItem(item) && goTo(Math.max(0, index - 1))
      default:
        return undefined
    }
  }

  function typeAhead(letter: string, time: number): void {
    const { text, at } = typed.current
    const next = time - at < TYPING ? text + letter : letter
    typed.current = { text: next, at: time }
    const found = findRow(rows.map(words), index, next)
    if (found >= 0) goTo(found)
  }
}

/** Opens the menu at the line, where a pointer would have opened it. */
function openMenu(key: string): void {
  const line = document.querySelector(`[data-line="${CSS.escape(key)}"]`)
  const { left = 0, bottom = 0 } = line?.getBoundingClientRect() ?? {}
  line?.dispatchEvent(
    new MouseEvent('contextmenu', {
      bubbles: true,
      cancelable: true,
      clientX: left + 32,
      clientY: bottom - 4,
    }),
  )
}
