import type { Value } from '@/lib/topology/model/value'
import { pythonName } from '../encode/python'
import type { FieldType, ObjectField } from '../project'
import { textIn } from '../wording'
import { constantAs } from './constants'
import { Converters } from './converters'
import { atom, bracketed, type Expression, readWithin } from './expression'
import type { Needs } from './needs'
import { pathKey, type Scope, sourceKey } from './scope'
import { DAY, decimal, fieldsOf, INTEGER, MOMENT, plain, TEXT, type Typed, UUID } from './typed'

type Of<Kind extends Value['value']> = Extract<Value, { readonly value: Kind }>
type Path = Extract<Value, { readonly path: readonly string[] }>

/** What stands around values while they are written. */
export interface Around {
  /** What ids and times are made of. */
  readonly occasion: () => string
  /** A name for a sum that is too long to stand in something else. */
  readonly total: (item: string, list: string, zero: string | null) => string
}

/** Longer sums than this get a name. */
const LONGEST_SUM = 50

/** Writes the values of one list of steps in Python. */
export class Values {
  private readonly converters: Converters
  constructor(
    private readonly needs: Needs,
    private readonly locale: 'ru' | 'en',
    private readonly around: Around,
    /** Counts the new ids of the list: each is another one, and the same when the list runs again. */
    private ids = 0,
  ) {
    this.converters = new Converters(needs, (code, from, to) => this.converted(code, from, to))
  }

  /** A value that may be of any type; a constant is of the plainest. */
  write(scope: Scope, value: Value): Expression {
    switch (value.value) {
      case 'constant':
        return constantAs(value.constant, plainest(value.constant), this.needs)
      case 'now':
        return atom(`${this.around.occasion()}.now`, plain(MOMENT))
      case 'today':
        return atom(`${this.around.occasion()}.now.date()`, plain(DAY))
      case 'new_id':
        this.ids += 1
        return atom(`${this.around.occasion()}.new_id("new_id", ${this.ids})`, plain(UUID))
      case 'text':
        return this.text(scope, value)
      case 'arithmetic':
        return this.arithmetic(scope, value)
      case 'shift':
        return this.shift(scope, value)
      case 'count':
        return atom(`len(${this.listed(scope, value.of).code})`, plain(INTEGER))
      case 'sum':
        return this.sum(scope, value)
      default:
        return this.read(scope, value)
    }
  }

  /** A value as something of the wanted type, which its own fits. */
  writeAs(scope: Scope, value: Value, wanted: ObjectField): Expression {
    if (value.value === 'constant') return constantAs(value.constant, wanted.type, this.needs)
    return this.convert(this.write(scope, value), wanted.type)
  }

  /** The same value as another type that it fits. */
  convert(expression: Expression, wanted: FieldType): Expression {
    const { type } = expression
    if (type.is !== 'plain') return expression
    const {
      missing,
      code: read,
      isDoubted,
    } = expression.within ?? {
      missing: [],
      code: expression.code,
      isDoubted: type.optional,
    }
    const code = this.converters.call(read, type.type, wanted) ?? this.converted(read, type.type, wanted)
    if (code === read) return expression
    const typed = { ...type, type: wanted }
    const doubted = isDoubted ? [...missing, read] : missing
    return doubted.length > 0 ? readWithin(doubted, code, typed, false) : atom(code, typed)
  }

  private converted(code: string, from: FieldType, to: FieldType): string {
    if (to.type === 'json') return inJson(code, from)
    if (to.type === 'decimal' && from.type === 'integer') {
      this.needs.own('domain.kinds', 'Number')
      return `Number(${code})`
    }
    if (to.type === 'decimal' && from.type === 'decimal' && from.scale > to.scale) {
      this.needs.own('domain.calculations', 'rounded')
      return `rounded(${code}, ${to.scale})`
    }
    if (from.type !== 'enum' || (to.type === 'enum' && to.className === from.className)) return code
    return to.type === 'enum' ? `${this.needs.domainType(to)}(${code}.value)` : `${code}.value`
  }

  /** What a path of the design leads to. */
  private read(scope: Scope, value: Path): Expression {
    const parts = this.walk(scope, value)
    const { expression, isDoubted } = parts.at(-1) ?? missing(value)
    const doubted = parts.slice(0, -1).filter((part) => part.isDoubted)
    if (doubted.length === 0 || !expression.type.optional) return expression
    const names = doubted.map((part) => part.expression.code)
    return readWithin(names, expression.code, expression.type, isDoubted)
  }

  /** The parts of a path that may be missing, the outer ones first: where all are there, so is the value. */
  doubts(scope: Scope, value: Path): readonly Expression[] {
    const parts = this.walk(scope, value)
    const doubted = parts.filter(({ isDoubted }) => isDoubted)
    return (doubted.length > 0 ? doubted : parts.slice(-1)).map(({ expression }) => expression)
  }

  /** What a path begins with, and each step further on it. */
  private walk(scope: Scope, value: Path): readonly Part[] {
    const start = scope.values.get(sourceKey(value)) ?? missing(value)
    const isKnown = (length: number) => scope.known.has(pathKey(value, length))
    let isDoubted = start.type.optional && !isKnown(0)
    let expression = atom(start.code, { ...start.type, optional: isDoubted })
    const parts = [{ expression, isDoubted }]
    for (const [index, name] of value.path.entries()) {
      const field = fieldsOf(expression.type).find((one) => one.name === name) ?? missing(value)
      isDoubted = !(field.required || isKnown(index + 1))
      const optional = isDoubted || (expression.type.optional && !isKnown(index + 1))
      const code = isOfEnvelope(value, name) ? `envelope.${name}` : `${expression.code}.${pythonName(name)}`
      expression = atom(code, plain(field.type, optional))
      parts.push({ expression, isDoubted })
    }
    return parts
  }

  listed(
    scope: Scope,
    name: string,
  ): { readonly code: string; readonly type: Extract<Typed, { is: 'entities' }> } {
    const found = scope.values.get(`result ${name}`)
    if (found?.type.is !== 'entities') throw new Error(`${name} is no found list`)
    const isDoubted = found.type.optional && !scope.known.has(pathKey({ value: 'result', name, path: [] }, 0))
    // Where nothing was searched, nothing was found.
    return { code: isDoubted ? `${found.code} or ()` : found.code, type: found.type }
  }

  private sum(scope: Scope, { of, field }: Of<'sum'>): Expression {
    const { code, type } = this.listed(scope, of)
    const summed = type.entity.fields.find(({ name }) => name === field)
    const name = `one.${pythonName(field)}`
    if (summed?.type.type !== 'decimal')
      return this.total(summed && !summed.required ? `${name} or 0` : name, code, null, INTEGER)
    this.needs.own('domain.kinds', 'Number')
    const item = summed.required ? name : `${name} or Number(0)`
    return this.total(item, code, 'Number(0)', decimal(summed.type.scale))
  }

  private total(item: string, list: string, zero: string | null, type: FieldType): Expression {
    const items = `${item} for one in ${list}`
    const code = zero === null ? `sum(${items})` : `sum((${items}), ${zero})`
    return atom(code.length > LONGEST_SUM ? this.around.total(item, list, zero) : code, plain(type))
  }

  private arithmetic(scope: Scope, { operator, left, right }: Of<'arithmetic'>): Expression {
    const [one, other] = [this.write(scope, left), this.write(scope, right)]
    const form = operator === '*' ? 'product' : 'sum'
    const sides = [
      bracketed(one, form),
      // a - (b + c): what is taken away is one thing.
      operator === '-' && other.form === 'sum' ? `(${other.code})` : bracketed(other, form),
    ] as const
    const scales = [scaleOf(one.type), scaleOf(other.type)] as const
    const scale = operator === '*' ? scales[0] + scales[1] : Math.max(...scales)
    const isWhole = isInteger(one.type) && isInteger(other.type)
    return {
      code: `${sides[0]} ${operator} ${sides[1]}`,
      type: plain(isWhole ? INTEGER : decimal(scale)),
      form,
      chain: [sides[0], operator, sides[1]],
    }
  }

  private shift(scope: Scope, { date, direction, amount, unit }: Of<'shift'>): Expression {
    this.needs.import('datetime', 'timedelta')
    const from = this.write(scope, date)
    const by = `timedelta(${unit}=${amount})`
    const operator = direction === 'after' ? '+' : '-'
    return {
      code: `${bracketed(from, 'sum')} ${operator} ${by}`,
      type: from.type,
      form: 'sum',
      chain: [bracketed(from, 'sum'), operator, by],
    }
  }

  private text(scope: Scope, { text, places }: Of<'text'>): Expression {
    const words = textIn(this.locale, text) ?? ''
    const type = plain(TEXT)
    if (places.length === 0) return atom(this.needs.text(words), type)
    this.needs.own('application.wording', 'worded')
    const given = places.map(({ name, value }) => `${name}=${this.write(scope, value).code}`)
    return atom(`worded(${[this.needs.text(words), ...given].join(', ')})`, type)
  }
}

/** A value as JSON carries it. */
function inJson(code: string, { type }: FieldType): string {
  if (type === 'decimal' || type === 'uuid' || type === 'reference') return `str(${code})`
  if (type === 'date' || type === 'datetime') return `${code}.isoformat()`
  return type === 'enum' ? `${code}.value` : code
}

/** A part of a path; doubted where it may be missing although what it is part of is there. */
interface Part {
  readonly expression: Expression
  readonly isDoubted: boolean
}

function missing(value: Path): never {
  throw new Error(`Nothing is called ${[sourceKey(value), ...value.path].join('.')} here`)
}

/** What a message tells of itself stands beside its fields. */
function isOfEnvelope(value: Path, name: string): boolean {
  return value.value === 'message' && (name === 'event_id' || name === 'occurred_at')
}

function plainest(constant: Of<'constant'>['constant']): FieldType {
  if (typeof constant === 'boolean') return { type: 'boolean' }
  if (typeof constant !== 'number') return TEXT
  if (Number.isSafeInteger(constant)) return INTEGER
  return decimal((String(constant).split('.')[1] ?? '').length)
}

function isInteger(type: Typed): boolean {
  return type.is === 'plain' && type.type.type === 'integer'
}

function scaleOf(type: Typed): number {
  return type.is === 'plain' && type.type.type === 'decimal' ? type.type.scale : 0
}
