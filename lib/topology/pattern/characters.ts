/** A set of code points, as sorted ranges that do not touch. */
export type Characters = readonly (readonly [first: number, last: number])[]

const LAST = 0x10ffff

/** Joins ranges in any order into a set. */
export function toCharacters(ranges: Characters): Characters {
  const sorted = [...ranges].sort(([a], [b]) => a - b)
  const joined: [number, number][] = []
  for (const [first, last] of sorted) {
    const previous = joined.at(-1)
    if (previous && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last)
    else joined.push([first, last])
  }
  return joined
}

/** Every code point that is not in the set. */
export function others(characters: Characters): Characters {
  const gaps: [number, number][] = []
  let next = 0
  for (const [first, last] of characters) {
    if (first > next) gaps.push([next, first - 1])
    next = last + 1
  }
  if (next <= LAST) gaps.push([next, LAST])
  return gaps
}

/** Whether two sets have a code point in common. */
export function overlap(left: Characters, right: Characters): boolean {
  return left.some(([first, last]) => right.some(([from, to]) => first <= to && from <= last))
}

function contains(characters: Characters, point: number): boolean {
  return characters.some(([first, last]) => first <= point && point <= last)
}

const range = (first: string, last: string): [number, number] => [
  first.codePointAt(0) ?? 0,
  last.codePointAt(0) ?? 0,
]

const DIGITS = [range('0', '9')]
const WORDS = toCharacters([range('0', '9'), range('A', 'Z'), range('a', 'z'), range('_', '_')])
const SPACES = toCharacters([range('\t', '\r'), range(' ', ' ')])

/** The short classes mean ASCII, as they do in OpenAPI documents. */
export const SHORT_CLASSES: Readonly<Record<string, Characters>> = {
  d: DIGITS,
  w: WORDS,
  s: SPACES,
  D: others(DIGITS),
  W: others(WORDS),
  S: others(SPACES),
}

/** What `.` means: anything but a line feed. */
export const ANYTHING: Characters = others([range('\n', '\n')])

const EASY = Array.from('abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_.:/+@#!', (char) =>
  char.charCodeAt(0),
)

/** Up to `count` characters of a set for samples: plain ones first, a blank only where there is nothing else. */
export function sampleCharacters(characters: Characters, count = 40): readonly string[] {
  const plain = EASY.filter((point) => contains(characters, point)).slice(0, count)
  const rest = plain.length > 0 ? [] : printable(characters, count)
  return [...plain, ...rest].map((point) => String.fromCodePoint(point))
}

function printable(characters: Characters, count: number): readonly number[] {
  const found: number[] = []
  for (const [first, last] of characters) {
    for (let point = first; point <= last && found.length < count * 2; point += 1) {
      if (isStorable(point)) found.push(point)
    }
  }
  const visible = found.filter((point) => !/\s/.test(String.fromCodePoint(point)))
  return (visible.length > 0 ? visible : found).slice(0, count)
}

/** Characters that a database keeps and a program shows: no controls but blanks, no surrogates. */
function isStorable(point: number): boolean {
  if (point < 0x20) return point >= 0x09 && point <= 0x0d
  if (point >= 0x7f && point < 0xa0) return false
  if (point >= 0xd800 && point <= 0xf8ff) return false
  return !(point >= 0x200b && point <= 0x206f) && point !== 0xfeff && (point & 0xfffe) !== 0xfffe
}
