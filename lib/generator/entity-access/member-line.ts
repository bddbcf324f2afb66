import { Code } from '../code'
import { LINE_LENGTH } from '../python/width'

const INDENT = ' '.repeat(4)
const fits = (line: string) => line.length <= LINE_LENGTH

/** One annotated name in the body of a class, on as many lines as a formatter gives it. */
export function memberLine(name: string, { text: type }: Code, value: Code | null = null): Code {
  const tail = value ? ` = ${value.text}` : ''
  if (fits(`${INDENT}${name}: ${type}${tail}`)) return Code.of(`${INDENT}${name}: ${type}${tail}`)
  if (value && fits(`${INDENT}${name}: ${type} = (`)) {
    return Code.of(`${INDENT}${name}: ${type} = (\n${INDENT}${INDENT}${value.text}\n${INDENT})`)
  }
  return Code.of(isUnion(type) ? union(name, type, tail) : subscript(name, type))
}

/** `Items[Text] | None`, but not `Maybe[Text | None]`. */
function isUnion(type: string): boolean {
  return type.replace(/\[.*\]/, '').includes(' | ')
}

function union(name: string, type: string, tail: string): string {
  const one = `${INDENT}${INDENT}${type}`
  const lines = fits(one) ? one : one.replaceAll(' | ', `\n${INDENT}${INDENT}| `)
  return `${INDENT}${name}: (\n${lines}\n${INDENT})${tail}`
}

function subscript(name: string, type: string): string {
  const open = type.indexOf('[') + 1
  return `${INDENT}${name}: ${type.slice(0, open)}\n${INDENT}${INDENT}${type.slice(open, -1)}\n${INDENT}]`
}
