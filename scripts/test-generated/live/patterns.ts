/**
 * Texts that match a regular expression: enough of the language for the patterns that people give to fields, which
 * are groups, alternatives, classes, repetitions and anchors.
 */

type Part =
  | { readonly kind: 'letters'; readonly letters: readonly string[] }
  | { readonly kind: 'either'; readonly branches: readonly (readonly Repeated[])[] }

interface Repeated {
  readonly part: Part
  readonly min: number
  readonly max: number
}

const UNBOUNDED = 64
const range = (first: string, last: string) => {
  const [from = 0, to = 0] = [first.codePointAt(0), last.codePointAt(0)]
  return Array.from({ length: Math.min(to - from + 1, 128) }, (_, index) =>
    String.fromCodePoint(from + index),
  )
}
const DIGITS = range('0', '9')
const WORD = [...range('a', 'z'), ...range('A', 'Z'), ...DIGITS, '_']
const PRINTABLE = range(' ', '~')
const SETS: Readonly<Record<string, readonly string[]>> = {
  d: DIGITS,
  w: WORD,
  s: [' '],
  D: range('a', 'z'),
  W: ['-', '.'],
  S: WORD,
}

class Reader {
  private at = 0
  constructor(private readonly text: string) {}

  either(): Part {
    const branches = [this.sequence()]
    while (this.take('|')) branches.push(this.sequence())
    return { kind: 'either', branches }
  }

  private sequence(): readonly Repeated[] {
    const parts: Repeated[] = []
    while (this.at < this.text.length && !'|)'.includes(this.peek())) {
      const part = this.atom()
      if (part) parts.push({ part, ...this.repetition() })
    }
    return parts
  }

  private atom(): Part | undefined {
    const letter = this.next()
    if (letter === '^' || letter === '$') return undefined
    if (letter === '(') return this.group()
    if (letter === '[') return { kind: 'letters', letters: this.set() }
    if (letter === '.') return { kind: 'letters', letters: range('a', 'z') }
    if (letter === '\\') return this.escape()
    return { kind: 'letters', letters: [letter] }
  }

  private group(): Part {
    const skipped = /^\?(?::|P?<[^>]+>)/.exec(this.text.slice(this.at))
    this.at += skipped?.[0].length ?? 0
    const part = this.either()
    this.take(')')
    return part
  }

  private escape(): Part | undefined {
    const letter = this.next()
    if (/[bBAzZ]/.test(letter)) return undefined
    return { kind: 'letters', letters: SETS[letter] ?? [letter] }
  }

  private set(): readonly string[] {
    const negated = this.take('^')
    const letters: string[] = []
    while (this.at < this.text.length && (letters.length === 0 || this.peek() !== ']')) {
      const letter = this.next()
      if (letter === '\\') letters.push(...this.escaped())
      else if (this.peek() === '-' && this.text[this.at + 1] !== ']') {
        this.at += 1
        letters.push(...range(letter, this.next()))
      } else letters.push(letter)
    }
    this.take(']')
    return negated ? PRINTABLE.filter((letter) => !letters.includes(letter)) : letters
  }

  private escaped(): readonly string[] {
    const letter = this.next()
    return SETS[letter] ?? [letter]
  }

  private repetition(): { min: number; max: number } {
    const found = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(this.text.slice(this.at))
    if (!found) return { min: 1, max: 1 }
    this.at += found[0].length
    const [, sign, least, comma, most] = found
    if (sign) return { min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : UNBOUNDED }
    return { min: Number(least), max: most ? Number(most) : comma ? UNBOUNDED : Number(least) }
  }

  private take(letter: string): boolean {
    if (this.peek() !== letter) return false
    this.at += 1
    return true
  }

  private peek(): string {
    return this.text[this.at] ?? ''
  }

  private next(): string {
    const letter = String.fromCodePoint(this.text.codePointAt(this.at) ?? 0)
    this.at += letter.length
    return letter
  }
}

/** Small numbers in an order that depends on the seed alone. */
function* choices(seed: number): Generator<number, never> {
  let state = (seed * 2_654_435_761 + 1) >>> 0
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state >>> 8
  }
}

function write(part: Part, extra: number, choose: () => number): string {
  if (part.kind === 'letters') return part.letters[choose() % part.letters.length] ?? ''
  const branch = part.branches[choose() % part.branches.length] ?? []
  return branch
    .map(({ part: inner, min, max }) => {
      const count = Math.min(max, min + extra)
      return Array.from({ length: count }, () => write(inner, extra, choose)).join('')
    })
    .join('')
}

/** A text of this length that matches the pattern; texts of different numbers differ where they can. */
export function textMatching(pattern: string, min: number, max: number, number: number): string {
  const part = new Reader(pattern).either()
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const order = choices(number * 400 + attempt)
    const text = write(part, 1 + Math.floor(attempt / 4), () => order.next().value)
    const length = [...text].length
    if (length >= min && length <= max && new RegExp(pattern, 'u').test(text)) return text
  }
  throw new Error(`no text of ${min} to ${max} characters was found for the pattern ${pattern}`)
}
