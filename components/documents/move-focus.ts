import type { KeyboardEvent } from 'react'

const STEPS: Readonly<Record<string, (index: number, columns: number) => number>> = {
  ArrowRight: (index) => index + 1,
  ArrowLeft: (index) => index - 1,
  ArrowDown: (index, columns) => index + columns,
  ArrowUp: (index, columns) => index - columns,
}

/** Moves the focus with the arrow keys among the elements of a grid that match; keys of fields stay theirs. */
export function moveFocus(event: KeyboardEvent, selector: string): void {
  const step = STEPS[event.key]
  const focused = document.activeElement
  if (!step || !focused?.matches(selector)) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)]
  const [first] = all
  const top = first?.getBoundingClientRect().top
  const columns = all.filter((element) => element.getBoundingClientRect().top === top).length
  const next = all[step(all.indexOf(focused as HTMLElement), columns)]
  if (!next) return
  event.preventDefault()
  next.focus()
}
