import { Code } from '../code'
import { pythonLiteral } from '../encode/python'

/** Plain data as it may stand in Python; exact numbers are `bigint`, ready pieces are `Code`. */
export type Literal =
  | string
  | number
  | bigint
  | boolean
  | null
  | Code
  | readonly Literal[]
  | { readonly [key: string]: Literal }

/**
 * Data as a Python literal that a formatter leaves alone whatever is in it: one item a line, each with its
 * comma. Texts are ASCII. `indent` is that of the line on which the literal begins.
 */
export function literalTree(value: Literal, indent: number): Code {
  return Code.of(write(value, indent))
}

/** A pair of Python, item by item like everything else. */
export function literalPair(first: Literal, second: Literal, indent: number): Code {
  return Code.of(enclose('(', [write(first, indent + 4), write(second, indent + 4)], ')', indent))
}

function write(value: Literal, indent: number): string {
  if (value instanceof Code) return value.text
  if (isList(value)) {
    return enclose(
      '[',
      value.map((item) => write(item, indent + 4)),
      ']',
      indent,
    )
  }
  if (typeof value === 'object' && value !== null) {
    const items = Object.entries(value).map(
      ([key, item]) => `${pythonLiteral(key, { ascii: true })}: ${write(item, indent + 4)}`,
    )
    return enclose('{', items, '}', indent)
  }
  return pythonLiteral(value, { ascii: true })
}

function isList(value: Literal): value is readonly Literal[] {
  return Array.isArray(value)
}

function enclose(open: string, items: readonly string[], close: string, indent: number): string {
  if (items.length === 0) return open + close
  const pad = ' '.repeat(indent + 4)
  return `${open}\n${items.map((item) => `${pad}${item},\n`).join('')}${' '.repeat(indent)}${close}`
}
