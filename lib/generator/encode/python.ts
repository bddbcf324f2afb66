import { Code } from '../code'
import { isPlain, isShown } from './printable'

const SHORT: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Words that cannot name anything in Python, soft keywords aside. */
const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from ' +
    'global if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
)

/** A value as Python writes it. Texts stay readable; `ascii` also escapes all letters beyond ASCII. */
export function pythonLiteral(value: unknown, { ascii = false } = {}): string {
  switch (typeof value) {
    case 'string':
      return pythonString(value, ascii)
    case 'boolean':
      return value ? 'True' : 'False'
    case 'bigint':
      return String(value)
    case 'number':
      return pythonNumber(value)
    default:
      if (value === null) return 'None'
      throw new TypeError(`There is no Python literal for ${typeof value}`)
  }
}

const NOTHING_TO_ESCAPE = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/

/** Double quotes unless single ones need fewer escapes: what a formatter would choose. */
function pythonString(text: string, ascii: boolean): string {
  if (NOTHING_TO_ESCAPE.test(text)) return `"${text}"`
  const quote = count(text, '"') > count(text, "'") ? "'" : '"'
  if (isPlain(text)) return quote + text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote
  let body = ''
  for (const character of text) {
    if (character === quote) body += `\\${quote}`
    else if (SHORT[character]) body += SHORT[character]
    else body += isShown(character) && !(ascii && character > '~') ? character : escaped(character)
  }
  return quote + body + quote
}

function escaped(character: string): string {
  const point = character.codePointAt(0) ?? 0
  const hex = point.toString(16)
  if (point <= 0xff) return `\\x${hex.padStart(2, '0')}`
  return point <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`
}

function pythonNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`There is no Python literal for ${value}`)
  if (Number.isInteger(value)) return String(BigInt(value))
  return String(value)
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}

/** A name of Python; what is none is a fault of the generator, since rules refuse it in designs. */
export function pythonName(name: unknown): string {
  if (typeof name !== 'string' || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) || KEYWORDS.has(name)) {
    throw new TypeError(`${JSON.stringify(name)} is not a name in Python`)
  }
  return name
}

/** A name as code. */
export function ident(name: string): Code {
  return Code.of(pythonName(name))
}

type Fragment = Code | string | number | bigint | boolean | null

/**
 * Python with values in it: ``py`Field(max_length=${255}, pattern=${text})` ``. Every value becomes a literal;
 * names come in by `ident`, other code as `Code`.
 */
export function py(parts: TemplateStringsArray, ...values: readonly Fragment[]): Code {
  return Code.of(
    parts.reduce((text, part, index) => {
      const value = values[index - 1] as Fragment
      return text + (value instanceof Code ? value.text : pythonLiteral(value)) + part
    }),
  )
}
