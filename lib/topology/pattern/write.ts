import type { Characters } from './characters'
import type { Part, Pattern, Way } from './parse'

/** How the end of the text is written: `$` also matches before a last newline in Python. */
export type EndMark = '$' | '\\Z'

/** Writes a pattern so that every engine reads it alike: no short classes, no flags, no lazy repeats. */
export function writePattern(pattern: Pattern, end: EndMark): string {
  return pattern.ways.map((way) => writeWay(way, end)).join('|')
}

function writeWay({ fromStart, toEnd, body }: Way, end: EndMark): string {
  const inner = writePart(body)
  const grouped = body.part === 'choice' ? `(?:${inner})` : inner
  return `${fromStart ? '^' : ''}${grouped}${toEnd ? end : ''}`
}

function writePart(part: Part): string {
  switch (part.part) {
    case 'characters':
      return writeCharacters(part.characters)
    case 'sequence':
      return part.parts
        .map((item) => (item.part === 'choice' ? `(?:${writePart(item)})` : writePart(item)))
        .join('')
    case 'choice':
      return part.choices.map(writePart).join('|')
    case 'repeat':
      return `${writeRepeated(part.of)}${writeTimes(part.min, part.max)}`
  }
}

function writeRepeated(part: Part): string {
  return part.part === 'characters' ? writePart(part) : `(?:${writePart(part)})`
}

function writeTimes(min: number, max: number): string {
  if (max === Number.POSITIVE_INFINITY) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`
  if (min === 0 && max === 1) return '?'
  return min === max ? `{${min}}` : `{${min},${max}}`
}

function writeCharacters(characters: Characters): string {
  const [only] = characters
  if (only && characters.length === 1 && only[0] === only[1]) return writePoint(only[0], OUTSIDE)
  const isNegative = characters[0]?.[0] === 0 && characters.at(-1)?.[1] === 0x10ffff
  if (isNegative && characters.length === 1) return '[\\s\\S]'
  if (isNegative) return `[^${writeRanges(gapsOf(characters))}]`
  return `[${writeRanges(characters)}]`
}

function gapsOf(characters: Characters): Characters {
  return characters.slice(1).map(([first], index) => [(characters[index]?.[1] ?? 0) + 1, first - 1] as const)
}

function writeRanges(characters: Characters): string {
  return characters
    .map(([first, last]) => {
      const from = writePoint(first, INSIDE)
      if (first === last) return from
      return last === first + 1 ? from + writePoint(last, INSIDE) : `${from}-${writePoint(last, INSIDE)}`
    })
    .join('')
}

const OUTSIDE = /[\\^$.|?*+()[\]{}]/
const INSIDE = /[\\\]^[-]/

function writePoint(point: number, special: RegExp): string {
  const char = String.fromCodePoint(point)
  // Rust reads `&&`, `~~` and `--` in a class as set operations; JavaScript refuses to see them escaped.
  if (point < 0x20 || point === 0x7f || char === '&' || char === '~') {
    return `\\x${point.toString(16).padStart(2, '0')}`
  }
  return special.test(char) ? `\\${char}` : char
}
