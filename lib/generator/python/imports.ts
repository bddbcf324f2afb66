import { STANDARD_LIBRARY } from './stdlib'
import { LINE_LENGTH, widthOf } from './width'

const SECTIONS = ['future', 'standard-library', 'third-party', 'shared', 'first-party'] as const
type Section = (typeof SECTIONS)[number]

/** `import module [as alias]`, or the members of one `from module import …`. */
interface Block {
  readonly modules: Map<string, { readonly module: string; readonly alias: string | undefined }>
  readonly members: Map<string, Map<string, Member>>
}

interface Member {
  readonly name: string
  readonly alias: string | undefined
}

const NAME = '[A-Za-z_]\\w*'
const MODULE = `${NAME}(?:\\.${NAME})*`
const IMPORT = new RegExp(`^import (${MODULE})(?: as (${NAME}))?$`)
const FROM = new RegExp(`^from (${MODULE}) import \\(?(.+?),?\\)?$`)
const MEMBER = new RegExp(`^(${NAME})(?: as (${NAME}))?$`)

/**
 * Import statements, in any order, any number of times, as the project's ruff would leave them: merged, in
 * sections, sorted, on one line where they fit and else one name a line. Anything else between is a fault.
 */
export function arrangeImports(text: string, packages: ReadonlySet<string>): string {
  const sections = new Map<Section, Block>()
  for (const statement of statementsOf(text)) addStatement(statement, sections, packages)
  return SECTIONS.flatMap((name) => {
    const block = sections.get(name)
    return block ? [printBlock(block)] : []
  }).join('\n')
}

/** Logical lines: what stands in parentheses is put on one. */
function statementsOf(text: string): string[] {
  return text
    .replace(/\(([^)]*)\)/g, (_, inner: string) => `(${inner.replace(/\s+/g, ' ').trim()})`)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

function addStatement(statement: string, sections: Map<Section, Block>, packages: ReadonlySet<string>): void {
  const [, plainModule, alias] = IMPORT.exec(statement) ?? []
  const [, fromModule, names] = FROM.exec(statement) ?? []
  const module = plainModule ?? fromModule
  if (!module) throw new Error(`Not an import statement: ${statement}`)
  const section = sectionOf(module, packages)
  const block: Block = sections.get(section) ?? { modules: new Map(), members: new Map() }
  sections.set(section, block)
  if (plainModule) block.modules.set(`${module} ${alias ?? ''}`, { module, alias })
  for (const part of names?.split(',') ?? []) {
    const [, name, memberAlias] = MEMBER.exec(part.trim()) ?? []
    if (!name) throw new Error(`Not an import statement: ${statement}`)
    const members = block.members.get(module) ?? new Map<string, Member>()
    block.members.set(module, members.set(part.trim(), { name, alias: memberAlias }))
  }
}

function sectionOf(module: string, packages: ReadonlySet<string>): Section {
  const [top = ''] = module.split('.')
  if (top === '__future__') return 'future'
  if (top === 'shared') return 'shared'
  if (packages.has(top)) return 'first-party'
  return STANDARD_LIBRARY.has(top) ? 'standard-library' : 'third-party'
}

function printBlock({ modules, members }: Block): string {
  const plain = [...modules.values()]
    .sort((a, b) => compareNames(a.module, b.module) || compareNames(a.alias ?? '', b.alias ?? ''))
    .map(({ module, alias }) => `import ${module}${alias ? ` as ${alias}` : ''}\n`)
  const from = [...members]
    .sort(([a], [b]) => compareNames(a, b))
    .flatMap(([module, names]) => printMembers(module, [...names.values()]))
  return [...plain, ...from].join('')
}

/** Members without alias share a statement; each one with an alias has its own, after or before by its name. */
function printMembers(module: string, members: readonly Member[]): string[] {
  const sorted = [...members].sort(compareMembers)
  const plain = sorted.filter(({ alias }) => !alias).map(({ name }) => name)
  const statements = sorted
    .filter(({ alias }) => alias)
    .map(({ name, alias }) => ({ first: name, text: `from ${module} import ${name} as ${alias}\n` }))
  if (plain[0]) statements.push({ first: plain[0], text: printFrom(module, plain) })
  return statements.sort((a, b) => compareMemberNames(a.first, b.first)).map(({ text }) => text)
}

function printFrom(module: string, names: readonly string[]): string {
  const line = `from ${module} import ${names.join(', ')}`
  if (widthOf(line) <= LINE_LENGTH) return `${line}\n`
  return `from ${module} import (\n${names.map((name) => `    ${name},\n`).join('')})\n`
}

function compareMembers(a: Member, b: Member): number {
  return compareMemberNames(a.name, b.name) || compareNames(a.alias ?? '', b.alias ?? '')
}

function compareMemberNames(a: string, b: string): number {
  return typeOrder(a) - typeOrder(b) || compareNames(a, b)
}

/** Constants, then classes, then the rest, told by their letters. */
function typeOrder(name: string): number {
  if (name.length > 1 && /[A-Z]/.test(name) && !/[a-z]/.test(name)) return 0
  return /^[A-Z]/.test(name) ? 1 : 2
}

/** Natural order without regard to case, then with it. */
function compareNames(a: string, b: string): number {
  if (a === b) return 0
  return compareNaturally(a.toLowerCase(), b.toLowerCase()) || compareNaturally(a, b)
}

const DIGIT = /\d/

/** Runs of digits count as numbers, everything else by its characters. */
function compareNaturally(a: string, b: string): number {
  if (!DIGIT.test(a) || !DIGIT.test(b)) return compareText(a, b)
  const left = a.match(/\d+|\D/g) ?? []
  const right = b.match(/\d+|\D/g) ?? []
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const order = comparePieces(left[index] ?? '', right[index] ?? '')
    if (order !== 0) return order
  }
  return left.length - right.length
}

function comparePieces(a: string, b: string): number {
  if (/^\d/.test(a) && /^\d/.test(b)) {
    // Digits after a leading zero are compared from the left, as if they were a fraction.
    if (a.startsWith('0') || b.startsWith('0')) return compareText(a, b)
    return a.length - b.length || compareText(a, b)
  }
  return compareText(a, b)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
