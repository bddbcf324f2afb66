import type { Comparison, Condition, Value } from '@/lib/topology/model/value'
import { comparability } from '@/lib/topology/steps/condition'
import { firstCondition } from '@/lib/topology/steps/first-condition'
import { valuesIn } from '@/lib/topology/steps/offers'
import type { Scope } from '@/lib/topology/steps/scope'
import { typeOfValue } from '@/lib/topology/steps/typed-value'
import { required, type ValueType } from '@/lib/topology/steps/value-type'
import { firstConstant, readConstant } from './steps-constants'

/** What a line of a condition asks; a comparison, or one of the two other questions. */
export type Test = Comparison | 'in' | 'is_set'

/** A condition that is not several joined by "and". */
export type Simple = Exclude<Condition, { test: 'and' }>

const ORDERED: readonly Test[] = ['=', '!=', '<', '<=', '>', '>=']
const EQUAL: readonly Test[] = ['=', '!=']
const ALWAYS: readonly Test[] = ['is_set']

/** The question that a condition asks. */
export function testOf(condition: Simple): Test {
  return condition.test === 'compare' ? condition.operator : condition.test
}

/** The value that a condition is about. */
export function subjectOf(condition: Simple): Value {
  return condition.test === 'compare' ? condition.left : condition.value
}

/** The questions that make sense about a value of a type. */
export function testsFor(type: ValueType): readonly Test[] {
  if (type.is === 'unknown' || type.is === 'constant') return [...ORDERED, 'in', 'is_set']
  const how = comparability(type, type)
  if (!how) return ALWAYS
  return [...(how === 'ordered' ? ORDERED : EQUAL), 'in', ...ALWAYS]
}

/** The same condition as another question about the same value. */
export function withTest(scope: Scope, condition: Simple, test: Test): Condition {
  const left = subjectOf(condition)
  if (test === 'is_set') return { test, value: left }
  const first = firstRight(scope, left)
  if (test === 'in') {
    const old = condition.test === 'compare' && condition.right.value === 'constant' ? condition.right : first
    return { test, value: left, among: [old.value === 'constant' ? old.constant : ''] }
  }
  if (condition.test === 'compare') return { ...condition, operator: test }
  const [one] = condition.test === 'in' ? condition.among : []
  const right: Value = one === undefined ? first : { value: 'constant', constant: one }
  return { test: 'compare', operator: test, left, right }
}

/** The same question about another value; what it is compared with stays where it still can be compared. */
export function withSubject(scope: Scope, condition: Simple, value: Value): Condition {
  if (condition.test === 'is_set') return { ...condition, value }
  const type = required(typeOfValue(scope, value))
  const tests = testsFor(type)
  if (condition.test === 'in') {
    const field = type.is === 'plain' ? type.type : undefined
    const kept = condition.among.filter((one) => readConstant(field, String(one)) !== undefined)
    if (!tests.includes('in')) return { test: 'is_set', value }
    const [first] = field ? [firstConstant(field)] : ['']
    return { ...condition, value, among: kept.length > 0 ? kept : [first ?? ''] }
  }
  if (!tests.includes('=')) return { test: 'is_set', value }
  const operator = tests.includes(condition.operator) ? condition.operator : '='
  const right = typeOfValue(scope, condition.right)
  const fits = comparability(type, right) !== undefined
  return { test: 'compare', operator, left: value, right: fits ? condition.right : firstRight(scope, value) }
}

/** Something that a value can be compared with: a constant of its type, else another value of it. */
function firstRight(scope: Scope, left: Value): Value {
  const type = required(typeOfValue(scope, left))
  if (type.is !== 'plain') return { value: 'constant', constant: '' }
  if (type.type.type === 'boolean') return { value: 'constant', constant: true }
  const { type: name } = type.type
  const [other] = name === 'uuid' || name === 'reference' ? valuesIn(scope, type) : []
  if (name === 'date') return { value: 'today' }
  if (name === 'datetime') return { value: 'now' }
  return other?.value ?? { value: 'constant', constant: firstConstant(type.type) }
}

/** The conditions that all have to hold; one alone is a list of one. */
export function partsOfCondition(condition: Condition): readonly Condition[] {
  return condition.test === 'and' ? condition.conditions : [condition]
}

/** Several conditions as one; one alone is itself, none is nothing. */
export function allOf(conditions: readonly Condition[]): Condition | undefined {
  const [first, ...more] = conditions
  return more.length > 0 ? { test: 'and', conditions } : first
}

/** Another condition beside those that are there: about something they do not ask yet, if there is such a thing. */
export function oneMore(scope: Scope): Condition {
  return firstCondition(scope)
}
