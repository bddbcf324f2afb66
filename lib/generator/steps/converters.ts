import { pythonName } from '../encode/python'
import type { FieldType, ObjectField } from '../project'
import { domainType } from '../python/domain-types'
import { layoutStatements, opened } from '../python/layout'
import { LINE_LENGTH, widthOf } from '../python/width'
import type { Needs } from './needs'

/** How both types are called in Python. */
type Types = readonly [from: string, to: string]
type TypeOf<Name extends FieldType['type']> = Extract<FieldType, { readonly type: Name }>

/** What makes a plain value one of another type: the same code where there is nothing to do. */
type Plainly = (code: string, from: FieldType, to: FieldType) => string

const INNER = '        '
const DEEPER = `${INNER}    `

/** Whether values of both types are of one class in Python. */
function isOneClass(from: FieldType, to: FieldType): boolean {
  if (from.type === 'list') return to.type === 'list' && isOneClass(from.of, to.of)
  if (from.type === 'object' || from.type === 'enum')
    return from.type === to.type && from.className === to.className && from.home === to.home
  return true
}

/** Functions of a module that give a value with parts as another class has it, each once. */
export class Converters {
  private readonly made = new Map<string, string>()
  private readonly taken = new Set<string>()

  constructor(
    private readonly needs: Needs,
    private readonly plainly: Plainly,
  ) {}

  /** The call of such a function; null for values that need none. */
  call(code: string, from: FieldType, to: FieldType): string | null {
    if (from.type === 'list' && to.type === 'list') {
      const name = this.functionFor(from, to)
      return name === null ? null : `${name}(${code})`
    }
    if (from.type !== 'object' || to.type !== 'object' || isOneClass(from, to)) return null
    return `${this.functionFor(from, to)}(${code})`
  }

  private functionFor(from: FieldType, to: FieldType): string | null {
    const types = [domainType(from).text, domainType(to).text] as const
    const known = this.made.get(types.join(' '))
    if (known) return known
    if (from.type === 'object' && to.type === 'object') return this.ofObject(from, to, types)
    return from.type === 'list' && to.type === 'list' ? this.ofList(from, to, types) : null
  }

  private ofObject(from: TypeOf<'object'>, to: TypeOf<'object'>, types: Types): string {
    const name = this.begin(`to_${snakeCase(to.className)}`, types)
    const given = to.fields.flatMap((field) => {
      const source = from.fields.find((one) => one.name === field.name)
      return source ? this.part(source, field) : []
    })
    const lines =
      given.length > 0 ? [`    return ${to.className}(`, ...given, '    )'] : [`    return ${to.className}()`]
    this.end(name, [from, to], lines, given.length > 0)
    return name
  }

  private part(source: ObjectField, { name, type }: ObjectField): readonly string[] {
    const value = `value.${pythonName(name)}`
    const code = this.convert(value, source.type, type)
    const key = pythonName(name)
    if (source.required || code === value) return argument(key, [code])
    return argument(key, ['None', `if ${value} is None`, `else ${code}`])
  }

  private ofList(from: TypeOf<'list'>, to: TypeOf<'list'>, types: Types): string | null {
    const item = this.convert('one', from.of, to.of)
    if (item === 'one') return null
    const stem = to.of.type === 'object' || to.of.type === 'enum' ? snakeCase(to.of.className) : to.of.type
    const name = this.begin(`to_list_of_${stem}`, types)
    this.end(name, [from, to], [layoutStatements(`    return tuple(${item} for one in value)`)], true)
    return name
  }

  private convert(code: string, from: FieldType, to: FieldType): string {
    return this.call(code, from, to) ?? this.plainly(code, from, to)
  }

  private begin(wish: string, types: Types): string {
    let name = wish
    for (let number = 2; this.taken.has(name); number += 1) name = `${wish}_${number}`
    this.taken.add(name)
    this.made.set(types.join(' '), name)
    return name
  }

  private end(
    name: string,
    [from, to]: readonly [FieldType, FieldType],
    lines: readonly string[],
    isUsed: boolean,
  ): void {
    const given = `${isUsed ? 'value' : '_value'}: ${this.needs.domainType(from)}`
    const head = layoutStatements(`def ${name}(${given}) -> ${this.needs.domainType(to)}:`)
    this.needs.functions.push(
      [head, '    """Give the same value as another class has it."""', ...lines].join('\n'),
    )
  }
}

function snakeCase(className: string): string {
  return className.replace(/(?!^)(?=[A-Z])/g, '_').toLowerCase()
}

/** An argument of its own line, opened where it is too long. */
function argument(name: string, parts: readonly string[]): readonly string[] {
  const flat = `${INNER}${name}=${parts.join(' ')},`
  if (widthOf(flat) <= LINE_LENGTH) return [flat]
  if (parts.length === 1) return [layoutStatements(flat)]
  const whole = `${DEEPER}${parts.join(' ')}`
  const body = widthOf(whole) <= LINE_LENGTH ? [whole] : parts.map((part) => opened(DEEPER + part))
  return [`${INNER}${name}=(`, ...body, `${INNER}),`]
}
