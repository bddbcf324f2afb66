/** What is wrong with one item of a notation; thrown inside the parser and nowhere else. */
export class Unreadable extends Error {
  constructor(readonly why: UnreadReason) {
    super(why)
  }
}

/** Why a part of the text became no field. */
export type UnreadReason = 'name' | 'type' | 'mark' | 'entity' | 'there' | 'implicit' | 'many' | 'unfit'

/** A word that was read otherwise than it was written, and why: it was no good name, or says what holds anyway. */
export interface ChangedWord {
  readonly from: string
  readonly to: string
  readonly why: 'name' | 'required'
}

/** Types hold types; more of them than this nobody writes, and reading them would take its time. */
const DEEPEST = 30

const OPENING = '([{'
const CLOSING = ')]}'

/**
 * The text cut at commas, semicolons and line ends, but not inside brackets and quotes. Parts that are empty are
 * left out; a bracket that never closes takes the rest.
 */
export function splitItems(text: string): readonly string[] {
  const items: string[] = []
  let [depth, start, at] = [0, 0, 0]
  while (at < text.length) {
    const char = text.charAt(at)
    if (char === '"') at = endOfQuote(text, at) - 1
    else if (OPENING.includes(char)) depth += 1
    else if (CLOSING.includes(char)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && ',;\n\r'.includes(char)) {
      items.push(text.slice(start, at))
      start = at + 1
    }
    at += 1
  }
  items.push(text.slice(start))
  return items.map((item) => item.trim()).filter((item) => item !== '')
}

/** The place after a quoted text that begins here; after the quote itself where it never ends. */
function endOfQuote(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (char === '\\') at += 1
    else if (char === '"') return at + 1
    else if (char === '\n') break
  }
  return start + 1
}

const WORD = /[^\s:,;|?!="()[\]{}<>→]+/y
const BARE = /[^\s,;]+/y
const NUMBER = /[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.-])/y

/** Reads one item of a notation from left to right. */
export class Reader {
  private at = 0

  constructor(private readonly text: string) {}

  get isAtEnd(): boolean {
    this.skipSpace()
    return this.at >= this.text.length
  }

  /** Takes a fixed text if it stands here, whatever its case. */
  take(expected: string): boolean {
    this.skipSpace()
    const found = this.text.slice(this.at, this.at + expected.length)
    if (found.toLowerCase() !== expected) return false
    this.at += expected.length
    return true
  }

  /** Takes one of some words if it stands here alone. */
  takeWord(...expected: readonly string[]): string | undefined {
    this.skipSpace()
    const before = this.at
    const word = this.match(WORD)?.toLowerCase()
    if (word !== undefined && expected.includes(word)) return word
    this.at = before
    return undefined
  }

  /** Does one of these words stand here alone? It is not taken. */
  sees(...expected: readonly string[]): boolean {
    const before = this.at
    const found = this.takeWord(...expected) !== undefined
    this.at = before
    return found
  }

  /** A value without quotes, up to the next space. */
  bare(): string | undefined {
    this.skipSpace()
    return this.match(BARE)
  }

  word(): string | undefined {
    this.skipSpace()
    return this.match(WORD)
  }

  quoted(): string | undefined {
    this.skipSpace()
    if (this.text.charAt(this.at) !== '"') return undefined
    const end = endOfQuote(this.text, this.at)
    const literal = this.text.slice(this.at, end)
    const value = parseJson(literal)
    if (typeof value !== 'string') return undefined
    this.at = end
    return value
  }

  /** A number as JSON keeps it, or its digits where JSON would round it. */
  number(): number | string | undefined {
    this.skipSpace()
    // There is one zero only, as in JSON.
    const digits = this.match(NUMBER)?.replace(/^-(?=0+(?:\.0+)?$)/, '')
    if (digits === undefined) return undefined
    const number = Number(digits)
    return Number.isFinite(number) && (/e/i.test(digits) || String(number) === digits) ? number : digits
  }

  /** What stands between this bracket and the one that closes it. */
  inBrackets(open: string): string | undefined {
    this.skipSpace()
    if (this.text.charAt(this.at) !== open) return undefined
    let depth = 0
    for (let at = this.at; at < this.text.length; at += 1) {
      const char = this.text.charAt(at)
      if (char === '"') at = endOfQuote(this.text, at) - 1
      else if (OPENING.includes(char)) depth += 1
      else if (CLOSING.includes(char)) depth -= 1
      if (depth > DEEPEST) return undefined
      if (depth > 0) continue
      const inner = this.text.slice(this.at + 1, at)
      this.at = at + 1
      return inner
    }
    return undefined
  }

  private skipSpace(): void {
    while (/\s/.test(this.text.charAt(this.at))) this.at += 1
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0]
    if (found !== undefined) this.at += found.length
    return found
  }
}

/** The value of a JSON text; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
