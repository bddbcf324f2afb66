import { SORT_NAMES, type Sort } from './colours'
import type { Highlighted } from './highlighter'

/** A piece of a line that is shown in one colour. */
export interface Part {
  /** Where in the line it begins. */
  readonly at: number
  readonly text: string
  readonly sort: Sort
}

/** The coloured pieces of a line, which is counted from 1; all of it as one while nothing is known. */
export function partsOfLine(
  text: string,
  line: number,
  highlighted: Highlighted | undefined,
): readonly Part[] {
  const from = highlighted?.lines[line - 1]
  const to = highlighted?.lines[line]
  if (!highlighted || from === undefined || to === undefined) return [{ at: 0, text, sort: 'plain' }]
  let at = 0
  return Array.from(highlighted.parts.subarray(from, to), (part) => {
    const start = at
    at += Math.floor(part / 16)
    return { at: start, text: text.slice(start, at), sort: SORT_NAMES[part % 16] ?? 'plain' }
  })
}
