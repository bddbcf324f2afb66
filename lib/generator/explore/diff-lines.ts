import { diffLines as compare } from 'diff'

/** One line of a comparison: in both texts, only in the later (`+`), or only in the earlier (`-`). */
export interface DiffRow {
  readonly kind: ' ' | '+' | '-'
  readonly text: string
  /** Its number in the earlier and in the later text, from 1; 0 where it is not in it. */
  readonly before: number
  readonly after: number
}

/** Texts that differ in more lines than these are told as gone and new: finding what they share takes too long. */
const MOST_DIFFERENCES = 4000

const SIGN = { added: '+', removed: '-', kept: ' ' } as const

/** Two texts line by line. */
export function diffLines(before: string, after: string): readonly DiffRow[] {
  let [old, now] = [0, 0]
  const row = (kind: DiffRow['kind'], text: string): DiffRow => {
    if (kind !== '+') old += 1
    if (kind !== '-') now += 1
    return { kind, text, before: kind === '+' ? 0 : old, after: kind === '-' ? 0 : now }
  }
  return partsOf(before, after).flatMap(({ value, added, removed }) => {
    const kind = SIGN[added ? 'added' : removed ? 'removed' : 'kept']
    return linesOf(value).map((text) => row(kind, text))
  })
}

function partsOf(before: string, after: string) {
  return (
    compare(before, after, { maxEditLength: MOST_DIFFERENCES }) ?? [
      { value: before, added: false, removed: true },
      { value: after, added: true, removed: false },
    ]
  )
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n')
}
