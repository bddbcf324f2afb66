import type { OpenedFile } from '@/lib/generator/explore/exploration'

/** One line of the code view: of the file, of what it was before, or a gap where nothing has changed. */
export interface CodeRow {
  readonly kind: ' ' | '+' | '-' | 'gap'
  readonly text: string
  /** Its line, from 1, in the file, or in what the file was for `-`; of a gap the number of lines left out. */
  readonly number: number
}

/** Lines around a change that are shown along. */
const AROUND = 3

/** The lines of a file. */
export function linesOf(content: string): readonly CodeRow[] {
  if (content === '') return []
  const lines = content.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines.map((text, index) => ({ kind: ' ', text, number: index + 1 }))
}

/** The lines that have changed, with those around them, and gaps instead of the others. */
export function changesOf({ before }: OpenedFile): readonly CodeRow[] {
  const rows = before?.rows ?? []
  const isNear = nearChange(rows.map(({ kind }) => kind !== ' '))
  const shown: CodeRow[] = []
  let skipped = 0
  const closeGap = () => {
    if (skipped > 0) shown.push({ kind: 'gap', text: '', number: skipped })
    skipped = 0
  }
  for (const [index, { kind, text, before: old, after }] of rows.entries()) {
    if (!isNear(index)) {
      skipped += 1
      continue
    }
    closeGap()
    shown.push({ kind, text, number: kind === '-' ? old : after })
  }
  closeGap()
  return shown
}

function nearChange(changed: readonly boolean[]): (index: number) => boolean {
  const near = new Set<number>()
  for (const [index, isChanged] of changed.entries()) {
    if (!isChanged) continue
    for (let at = index - AROUND; at <= index + AROUND; at += 1) near.add(at)
  }
  return (index) => near.has(index)
}

/** The length of the longest line as the screen shows it, in characters. */
export function widthOf(rows: readonly CodeRow[]): number {
  return rows.reduce((most, { text }) => Math.max(most, text.length + 3 * (text.split('\t').length - 1)), 0)
}
