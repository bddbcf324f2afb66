import { isPlain, isShown } from '../encode/printable'
import { Remark } from './remark'

type TomlPlain = string | number | boolean | readonly TomlItem[] | TomlInline
type TomlItem = TomlPlain | Remark<TomlPlain>
/** A table that stands inside a value: `{ workspace = true }`. */
interface TomlInline {
  readonly [key: string]: string | number | boolean
}

/** A table with its own heading: `[tool.ruff]`, or `[[tool.importlinter.contracts]]` where there are several. */
export interface TomlTable {
  readonly path: readonly string[]
  readonly several?: boolean
  readonly values: Readonly<Record<string, TomlItem>>
}

/**
 * Writes TOML with its tables in the order given, one item a line in lists of several, and comments: what the
 * libraries that serialise TOML leave out. Texts are escaped like everywhere; the tests read it back.
 */
export function toToml(tables: readonly TomlTable[]): string {
  return tables.map(writeTable).join('\n')
}

function writeTable({ path, several, values }: TomlTable): string {
  const name = path.map(writeKey).join('.')
  const heading = several ? `[[${name}]]` : `[${name}]`
  const lines = Object.entries(values).map(
    ([key, item]) => `${above(item, '')}${writeKey(key)} = ${write(item)}\n`,
  )
  return `${heading}\n${lines.join('')}`
}

function writeKey(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : writeText(key)
}

function above(item: TomlItem, indent: string): string {
  return item instanceof Remark ? `# ${item.comment}\n${indent}` : ''
}

function write(item: TomlItem): string {
  const value = item instanceof Remark ? item.value : item
  if (typeof value === 'string') return writeText(value)
  if (typeof value === 'object') return isList(value) ? writeList(value) : writeInline(value)
  return String(value)
}

function isList(value: readonly TomlItem[] | TomlInline): value is readonly TomlItem[] {
  return Array.isArray(value)
}

function writeList(list: readonly TomlItem[]): string {
  const [only] = list
  if (only === undefined) return '[]'
  if (list.length === 1 && !(only instanceof Remark)) return `[${write(only)}]`
  return `[\n${list.map((item) => `    ${above(item, '    ')}${write(item)},\n`).join('')}]`
}

function writeInline(table: TomlInline): string {
  const pairs = Object.entries(table).map(([key, value]) => `${writeKey(key)} = ${write(value)}`)
  return `{ ${pairs.join(', ')} }`
}

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

function writeText(text: string): string {
  if (isPlain(text)) return `"${text.replace(/["\\]/g, '\\$&')}"`
  return `"${Array.from(text, (character) => SHORT[character] ?? writeCharacter(character)).join('')}"`
}

function writeCharacter(character: string): string {
  if (isShown(character)) return character
  const point = character.codePointAt(0) ?? 0
  // TOML knows no surrogates; a lone one stands for a letter that was lost.
  if (point >= 0xd800 && point <= 0xdfff) return '\ufffd'
  return point <= 0xffff ? `\\u${hex(point, 4)}` : `\\U${hex(point, 8)}`
}

function hex(point: number, digits: number): string {
  return point.toString(16).padStart(digits, '0')
}
