import { ANYTHING, type Characters, others, SHORT_CLASSES, toCharacters } from './characters'

/** A regular expression of the subset that means the same in Python, in Rust and in JavaScript. */
export type Part =
  | { readonly part: 'characters'; readonly characters: Characters }
  | { readonly part: 'sequence'; readonly parts: readonly Part[] }
  | { readonly part: 'choice'; readonly choices: readonly Part[] }
  | { readonly part: 'repeat'; readonly of: Part; readonly min: number; readonly max: number }

/** One way to match: from the start of the text or from anywhere, to its end or to anywhere. */
export interface Way {
  readonly fromStart: boolean
  readonly toEnd: boolean
  readonly body: Part
}

export interface Pattern {
  readonly ways: readonly Way[]
}

/** Why a regular expression is refused; the rule that shows it has the words. */
export type PatternFault =
  | {
      readonly fault:
        | 'empty'
        | 'open_group'
        | 'open_class'
        | 'empty_class'
        | 'stray_bracket'
        | 'nothing_repeated'
    }
  | { readonly fault: 'range_reversed' | 'too_often' | 'slow' | 'anchor_inside' | 'too_deep' }
  | { readonly fault: 'unsupported'; readonly piece: string }

export class PatternError extends Error {
  constructor(readonly fault: PatternFault) {
    super(fault.fault)
  }
}

const MOST_REPEATS = 1000
const DEEPEST = 20
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }

/** Reads a regular expression; throws a `PatternError` for anything outside the subset. */
export function parsePattern(source: string): Pattern {
  if (source === '') throw new PatternError({ fault: 'empty' })
  const reader = new Reader(Array.from(source))
  const ways = [readWay(reader)]
  while (reader.take('|')) ways.push(readWay(reader))
  if (!reader.ended) throw new PatternError({ fault: 'stray_bracket' })
  return { ways }
}

class Reader {
  private position = 0
  depth = 0

  constructor(private readonly chars: readonly string[]) {}

  get ended(): boolean {
    return this.position >= this.chars.length
  }

  peek(ahead = 0): string | undefined {
    return this.chars[this.position + ahead]
  }

  next(): string {
    const char = this.chars[this.position]
    this.position += 1
    return char ?? ''
  }

  take(char: string): boolean {
    if (this.peek() !== char) return false
    this.position += 1
    return true
  }

  /** Takes what a sticky expression matches here. */
  match(expression: RegExp): RegExpExecArray | null {
    const found = expression.exec(this.chars.slice(this.position, this.position + 20).join(''))
    if (found) this.position += Array.from(found[0]).length
    return found
  }
}

function readWay(reader: Reader): Way {
  const fromStart = reader.take('^')
  const body = readSequence(reader)
  const toEnd = reader.take('$')
  const next = reader.peek()
  if (toEnd && next !== undefined && next !== '|') throw new PatternError({ fault: 'anchor_inside' })
  return { fromStart, toEnd, body }
}

function readSequence(reader: Reader): Part {
  const parts: Part[] = []
  while (!reader.ended && !['|', ')', '$'].includes(reader.peek() ?? '')) {
    parts.push(readRepeated(reader))
  }
  return parts.length === 1 && parts[0] ? parts[0] : { part: 'sequence', parts }
}

function readRepeated(reader: Reader): Part {
  const of = readOne(reader)
  const times = readTimes(reader)
  if (!times) return of
  const [min, max] = times
  if (max < min) throw new PatternError({ fault: 'range_reversed' })
  if (min > MOST_REPEATS || (max !== Number.POSITIVE_INFINITY && max > MOST_REPEATS)) {
    throw new PatternError({ fault: 'too_often' })
  }
  // A lazy repeat matches the same texts; a possessive one does not, and a second count means nothing.
  reader.take('?')
  const again = reader.peek()
  if (again !== undefined && '*+?{'.includes(again)) {
    throw new PatternError({ fault: 'unsupported', piece: again })
  }
  return { part: 'repeat', of, min, max }
}

function readTimes(reader: Reader): readonly [number, number] | undefined {
  if (reader.take('*')) return [0, Number.POSITIVE_INFINITY]
  if (reader.take('+')) return [1, Number.POSITIVE_INFINITY]
  if (reader.take('?')) return [0, 1]
  const counted = reader.match(/^\{(\d{1,6})(,(\d{0,6}))?\}/)
  if (!counted) return undefined
  const min = Number(counted[1])
  if (counted[2] === undefined) return [min, min]
  return [min, counted[3] ? Number(counted[3]) : Number.POSITIVE_INFINITY]
}

function readOne(reader: Reader): Part {
  const char = reader.next()
  switch (char) {
    case '(':
      return readGroup(reader)
    case '[':
      return { part: 'characters', characters: readClass(reader) }
    case '.':
      return { part: 'characters', characters: ANYTHING }
    case '\\':
      return { part: 'characters', characters: readEscape(reader) }
    case '^':
      throw new PatternError({ fault: 'anchor_inside' })
    case '*':
    case '+':
    case '?':
      throw new PatternError({ fault: 'nothing_repeated' })
    case '{':
    case '}':
    case ']':
      throw new PatternError({ fault: 'unsupported', piece: char })
    default:
      return { part: 'characters', characters: [point(char)] }
  }
}

function readGroup(reader: Reader): Part {
  if (reader.peek() === '?') {
    reader.next()
    if (!reader.take(':')) {
      throw new PatternError({ fault: 'unsupported', piece: `(?${reader.peek() ?? ''}` })
    }
  }
  reader.depth += 1
  if (reader.depth > DEEPEST) throw new PatternError({ fault: 'too_deep' })
  const choices = [readSequence(reader)]
  while (reader.take('|')) choices.push(readSequence(reader))
  if (reader.peek() === '$') throw new PatternError({ fault: 'anchor_inside' })
  if (!reader.take(')')) throw new PatternError({ fault: 'open_group' })
  reader.depth -= 1
  return choices.length === 1 && choices[0] ? choices[0] : { part: 'choice', choices }
}

function readEscape(reader: Reader): Characters {
  if (reader.ended) throw new PatternError({ fault: 'unsupported', piece: '\\' })
  const char = reader.next()
  const short = SHORT_CLASSES[char]
  if (short) return short
  const control = CONTROLS[char]
  if (control) return [point(control)]
  const coded = char === 'x' ? reader.match(/^[0-9a-fA-F]{2}/) : null
  if (coded) return [point(String.fromCodePoint(Number.parseInt(coded[0], 16)))]
  if (/[\p{L}\p{N}_]/u.test(char)) throw new PatternError({ fault: 'unsupported', piece: `\\${char}` })
  return [point(char)]
}

function readClass(reader: Reader): Characters {
  const negated = reader.take('^')
  const ranges: (readonly [number, number])[] = []
  // A bracket in first place is a literal in Python and an error elsewhere.
  if (reader.peek() === ']') throw new PatternError({ fault: 'empty_class' })
  while (!reader.take(']')) {
    if (reader.ended) throw new PatternError({ fault: 'open_class' })
    ranges.push(...readClassItem(reader))
  }
  const characters = toCharacters(ranges)
  const chosen = negated ? others(characters) : characters
  if (chosen.length === 0) throw new PatternError({ fault: 'empty_class' })
  return chosen
}

function readClassItem(reader: Reader): Characters {
  const first = readClassPoint(reader)
  const isRange = reader.peek() === '-' && reader.peek(1) !== ']' && reader.peek(1) !== undefined
  if (!isRange) return first
  reader.next()
  const last = readClassPoint(reader)
  const from = single(first)
  const to = single(last)
  if (from === undefined || to === undefined || to < from) throw new PatternError({ fault: 'range_reversed' })
  return [[from, to]]
}

function readClassPoint(reader: Reader): Characters {
  const char = reader.next()
  if (char === '\\') return readEscape(reader)
  if (char === '[') throw new PatternError({ fault: 'unsupported', piece: '[ in [ ]' })
  return [point(char)]
}

function single(characters: Characters): number | undefined {
  const [only, ...more] = characters
  return only && more.length === 0 && only[0] === only[1] ? only[0] : undefined
}

function point(char: string): readonly [number, number] {
  const code = char.codePointAt(0) ?? 0
  return [code, code]
}
