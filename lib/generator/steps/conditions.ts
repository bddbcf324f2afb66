import type { Comparison, Condition, Constant, Value } from '@/lib/topology/model/value'
import { constantAs } from './constants'
import { bracketed, type Expression } from './expression'
import type { Needs } from './needs'
import { type Scope, scopeWhere } from './scope'
import type { Values } from './values'

/** A test in Python: the comparisons that all have to hold, or of which none may. */
export interface Test {
  /** Each as operands and operators in their order: `['a.b', '==', 'c']`, `['not', 'a']`. */
  readonly parts: readonly (readonly string[])[]
}

type Compare = Extract<Condition, { test: 'compare' }>

const OPERATORS: Readonly<Record<Comparison, string>> = {
  '=': '==',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
}
const OPPOSITE: Readonly<Record<string, string>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  is: 'is not',
  'is not': 'is',
  in: 'not in',
}

/** Writes conditions in Python. */
export class Conditions {
  /** Values that were compared with a constant: a type checker takes them for that constant from then on. */
  private readonly pinned = new Set<string>()

  constructor(
    private readonly values: Values,
    private readonly needs: Needs,
  ) {}

  write(scope: Scope, condition: Condition): Test {
    switch (condition.test) {
      case 'is_set':
        return { parts: this.isSet(scope, condition.value).map(({ code }) => [code, 'is not', 'None']) }
      case 'in':
        return { parts: [this.among(scope, condition.value, condition.among)] }
      case 'compare':
        return { parts: [this.compare(scope, condition)] }
      case 'and':
        return { parts: this.all(scope, condition.conditions) }
    }
  }

  private isSet(scope: Scope, value: Value): readonly Expression[] {
    return 'path' in value ? this.values.doubts(scope, value) : [this.values.write(scope, value)]
  }

  private all(scope: Scope, conditions: readonly Condition[]): readonly (readonly string[])[] {
    let here = scope
    return conditions.flatMap((condition) => {
      const { parts } = this.write(here, condition)
      here = scopeWhere(here, condition)
      return parts
    })
  }

  private among(scope: Scope, value: Value, among: readonly Constant[]): readonly string[] {
    const tested = this.values.write(scope, value)
    const { type } = tested
    if (type.is !== 'plain') throw new Error('Only plain values are among others')
    const options = [...new Set(among)].map((constant) => constantAs(constant, type.type, this.needs).code)
    return [this.unpinned(tested), 'in', `{${options.join(', ')}}`]
  }

  private compare(scope: Scope, { operator, left, right }: Compare): readonly string[] {
    if (left.value === 'constant') return this.withConstant(scope, right, mirrored(operator), left.constant)
    if (right.value === 'constant') return this.withConstant(scope, left, operator, right.constant)
    const [one, other] = alike(this.values.write(scope, left), this.values.write(scope, right))
    return [one, OPERATORS[operator], other]
  }

  private withConstant(
    scope: Scope,
    value: Value,
    operator: Comparison,
    constant: Constant,
  ): readonly string[] {
    const tested = this.values.write(scope, value)
    if (constant === null) return [bracketed(tested, 'sum'), operator === '=' ? 'is' : 'is not', 'None']
    if (typeof constant === 'boolean') return ofFlag(tested, (operator === '=') === constant)
    if (tested.type.is !== 'plain') throw new Error('Only plain values are compared')
    const other = constantAs(constant, tested.type.type, this.needs).code
    return [
      this.unpinned(tested),
      OPERATORS[operator],
      isMagic(constant, other) ? this.needs.limit(other) : other,
    ]
  }

  /** An enum that was compared before is compared as text: a type checker would call the second time senseless. */
  private unpinned(tested: Expression): string {
    const { code, type } = tested
    if (type.is !== 'plain' || type.type.type !== 'enum') return bracketed(tested, 'sum')
    if (this.pinned.has(code)) return `str(${code})`
    this.pinned.add(code)
    return bracketed(tested, 'sum')
  }
}

/** Whole numbers beyond 0 and 1 say nothing by themselves. */
function isMagic(constant: Constant, code: string): boolean {
  return typeof constant === 'number' && constant !== 0 && constant !== 1 && /^-?\d+$/.test(code)
}

/** A flag needs no comparison, unless it may be missing. */
function ofFlag(tested: Expression, wanted: boolean): readonly string[] {
  const { code, type } = tested
  if (type.optional) return [bracketed(tested, 'product'), wanted ? 'is' : 'is not', 'True']
  return wanted ? [code] : ['not', code]
}

function alike(one: Expression, other: Expression): readonly [string, string] {
  const isEnum = (side: Expression) => side.type.is === 'plain' && side.type.type.type === 'enum'
  if (!isEnum(one) && !isEnum(other)) return [bracketed(one, 'sum'), bracketed(other, 'sum')]
  // Members of two enums, or of one and a text, are the same when their texts are.
  return [`str(${one.code})`, `str(${other.code})`]
}

function mirrored(operator: Comparison): Comparison {
  const mirrors: Partial<Record<Comparison, Comparison>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' }
  return mirrors[operator] ?? operator
}

/** The parts of the opposite: one part is turned round, of several `not` stands before all. */
export function opposite(parts: Test['parts']): { readonly not: boolean; readonly parts: Test['parts'] } {
  const [only] = parts
  if (parts.length > 1 || !only) return { not: true, parts }
  if (only[0] === 'not') return { not: false, parts: [only.slice(1)] }
  const [left = '', operator, right = ''] = only
  if (operator === undefined) return { not: false, parts: [['not', left]] }
  return { not: false, parts: [[left, OPPOSITE[operator] ?? operator, right]] }
}
