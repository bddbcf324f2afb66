import { cutName } from '@/lib/topology/cut-name'
import { pythonPattern } from '@/lib/topology/pattern'
import { Code } from '../code'
import { ident, py } from '../encode/python'
import type { FieldType, ObjectField } from '../project'
import { literalTree } from '../python/literal'

/** A call of a check, or the name of one that needs no arguments. */
interface Check {
  readonly name: string
  readonly args: readonly (Code | Check)[] | null
}

const INT64 = { min: '-9223372036854775808', max: '9223372036854775807' }
export const LONGEST_SECRET = 1000
const LONGEST_CONSTANT = 50
const REQUIRED: Check = { name: 'check.required', args: null }

/** What the table of rules for the parts of an object is called: `LOAN_ADDRESS_RULES`. */
export function rulesName(className: string): string {
  const words = className.replace(/(?!^)(?=[A-Z])/g, '_').toUpperCase()
  return `${cutName(words, LONGEST_CONSTANT).toUpperCase()}_RULES`
}

/** A table of checks, field by field; what needs none is left out. */
export function rulesTable(fields: readonly ObjectField[]): Code {
  const entries = fields.flatMap(({ name, required, type }) => {
    const checks = [...(required ? [REQUIRED] : []), ...checksOf(type)]
    return checks.length > 0 ? [{ name, checks }] : []
  })
  if (entries.length === 0) return Code.of('{}')
  const lines = entries.flatMap(({ name, checks }) => [
    `    "${name}": [`,
    ...checks.flatMap((check) => printed(check, 8)),
    '    ],',
  ])
  return Code.of(['{', ...lines, '}'].join('\n'))
}

/** The tables that the checks of a type refer to, and the modules that they stand in. */
export function rulesNeeded(type: FieldType): readonly { readonly home: string; readonly name: string }[] {
  if (type.type === 'list') return rulesNeeded(type.of)
  return type.type === 'object' ? [{ home: type.home, name: rulesName(type.className) }] : []
}

function printed({ name, args }: Check, indent: number): readonly string[] {
  const pad = ' '.repeat(indent)
  if (args === null) return [`${pad}${name},`]
  const inner = args.flatMap((arg) =>
    arg instanceof Code ? [`${pad}    ${arg.text},`] : printed(arg, indent + 4),
  )
  return [`${pad}${name}(`, ...inner, `${pad}),`]
}

function call(name: string, ...args: readonly (Code | Check)[]): Check {
  return { name: `check.${name}`, args }
}

function checksOf(type: FieldType): readonly Check[] {
  switch (type.type) {
    case 'string':
    case 'text':
      return [...lengths(type.minLength, type.maxLength), ...patterns(type.pattern)]
    case 'secret':
      return lengths(type.minLength, LONGEST_SECRET)
    case 'email':
      return [{ name: 'check.email', args: null }]
    case 'integer':
      return [call('between', py`minimum=${lower(type.min)}`, py`maximum=${upper(type.max)}`)]
    case 'decimal':
      return decimalChecks(type)
    case 'datetime':
      return [{ name: 'check.aware', args: null }]
    case 'enum':
      return [call('member_of', ident(type.className))]
    case 'object':
      return [call('parts', ident(rulesName(type.className)))]
    case 'list':
      return listChecks(type)
    default:
      return []
  }
}

function lengths(minimum: number, maximum: number): readonly Check[] {
  return [call('length', ...(minimum > 0 ? [py`minimum=${minimum}`] : []), py`maximum=${maximum}`)]
}

function patterns(pattern: string | null): readonly Check[] {
  return pattern === null ? [] : [call('pattern', literalTree(pythonPattern(pattern), 0))]
}

const lower = (min: string) => Code.of(min === INT64.min ? 'check.INT64_MIN' : min)
const upper = (max: string) => Code.of(max === INT64.max ? 'check.INT64_MAX' : max)

function decimalChecks(type: Extract<FieldType, { type: 'decimal' }>): readonly Check[] {
  const { precision, scale, min, max } = type
  const bounds = [
    ...(min === null ? [] : [py`minimum=Number(${min})`]),
    ...(max === null ? [] : [py`maximum=Number(${max})`]),
  ]
  const digits = call('digits', py`precision=${precision}`, py`scale=${scale}`)
  return bounds.length > 0 ? [digits, call('between', ...bounds)] : [digits]
}

function listChecks(type: Extract<FieldType, { type: 'list' }>): readonly Check[] {
  const { of, minItems, maxItems } = type
  const bounds = [
    ...(minItems > 0 ? [py`minimum=${minItems}`] : []),
    ...(maxItems === null ? [] : [py`maximum=${maxItems}`]),
  ]
  const size = bounds.length > 0 ? [call('size', ...bounds)] : []
  return [...size, call('each', REQUIRED, ...checksOf(of))]
}
