/** Conditions: what is wrong in them, and which values are known to be there where they hold. */
import type { FieldType } from '../model/field'
import type { Condition, Constant, Value } from '../model/value'
import { holdsConstant, isAssignable } from './assignable'
import { type Scope, withKnown } from './scope'
import type { Path } from './step-lists'
import { judgeValue } from './typed-value'
import type { ValueFault, ValueFaultCode } from './value-fault'
import { required, type ValueType } from './value-type'

/** Everything that is wrong in a condition, at the very part of it. */
export function checkCondition(scope: Scope, condition: Condition): readonly ValueFault[] {
  switch (condition.test) {
    case 'is_set':
      return inside('value', judgeValue(scope, condition.value).faults)
    case 'compare':
      return compare(scope, condition)
    case 'in':
      return among(scope, condition)
    case 'and':
      return all(scope, condition.conditions)
  }
}

/** The scope where a condition holds: what it asks to be set is there. */
export function scopeWhere(scope: Scope, condition: Condition | undefined): Scope {
  return condition ? withKnown(scope, setIn(condition)) : scope
}

/** The values that are there where the condition holds. */
function setIn(condition: Condition): readonly Value[] {
  if (condition.test === 'is_set') return [condition.value]
  return condition.test === 'and' ? condition.conditions.flatMap(setIn) : []
}

function all(scope: Scope, conditions: readonly Condition[]): readonly ValueFault[] {
  let current = scope
  return conditions.flatMap((condition, index) => {
    const faults = checkCondition(current, condition)
    current = scopeWhere(current, condition)
    return faults.map((fault) => ({ ...fault, path: ['conditions', index, ...fault.path] }))
  })
}

/** Whether values of two types can be equal, and whether one can come before the other. */
export function comparability(left: ValueType, right: ValueType): 'ordered' | 'equal' | undefined {
  if (left.is === 'constant') return right.is === 'constant' ? undefined : comparability(right, left)
  if (left.is !== 'plain' || !EQUAL.has(left.type.type)) return undefined
  const [one, other] = [required(left), required(right)]
  if (!isAssignable(one, other) && !isAssignable(other, one)) return undefined
  return ORDERED.has(left.type.type) ? 'ordered' : 'equal'
}

const ORDERED: ReadonlySet<FieldType['type']> = new Set(['integer', 'decimal', 'date', 'datetime'])
const EQUAL: ReadonlySet<FieldType['type']> = new Set([
  ...ORDERED,
  'string',
  'text',
  'boolean',
  'uuid',
  'email',
  'enum',
  'reference',
])

const isEquality = (operator: string) => operator === '=' || operator === '!='

function compare(
  scope: Scope,
  { operator, left, right }: Extract<Condition, { test: 'compare' }>,
): readonly ValueFault[] {
  const [one, other] = [judgeValue(scope, left), judgeValue(scope, right)]
  const faults = [...inside('left', one.faults), ...inside('right', other.faults)]
  if (faults.length > 0) return faults
  return faultsOfComparison(operator, one.type, other.type)
}

/** What is wrong with comparing two types; paths lead into a comparison's `left` and `right`. */
export function faultsOfComparison(
  operator: string,
  left: ValueType,
  right: ValueType,
): readonly ValueFault[] {
  if (left.is === 'unknown' || right.is === 'unknown') return []
  const types = [left, right] as const
  const fault = (side: string, code: ValueFaultCode): ValueFault => ({ path: [side], code, types })
  if (left.is === 'constant' && right.is === 'constant') return [fault('left', 'only-constants')]
  if (isNothing(left) || isNothing(right)) return compareWithNothing(operator, left, right, fault)
  const wrong = [left, right].findIndex((type) => type.is !== 'constant' && !isComparable(type))
  if (wrong >= 0) return [fault(wrong === 0 ? 'left' : 'right', 'not-comparable')]
  const how = comparability(left, right)
  if (!how) return [fault(left.is === 'constant' ? 'left' : 'right', 'not-alike')]
  if (isEquality(operator)) return []
  if (how !== 'ordered') return [fault('left', 'no-order')]
  return (['left', 'right'] as const).flatMap((side, index) =>
    types[index]?.optional ? [fault(side, 'may-be-missing')] : [],
  )
}

const isNothing = (type: ValueType) => type.is === 'constant' && type.constant === null
const isComparable = (type: ValueType) => type.is === 'plain' && EQUAL.has(type.type.type)

/** `= nothing` asks whether a value is missing, which only one that may be missing can be. */
function compareWithNothing(
  operator: string,
  left: ValueType,
  right: ValueType,
  fault: (side: string, code: ValueFaultCode) => ValueFault,
): readonly ValueFault[] {
  const [side, other] = isNothing(left) ? (['left', right] as const) : (['right', left] as const)
  if (!isEquality(operator)) return [fault(side, 'no-order')]
  return other.optional ? [] : [fault(side, 'not-alike')]
}

function among(scope: Scope, { value, among }: Extract<Condition, { test: 'in' }>): readonly ValueFault[] {
  const { type, faults } = judgeValue(scope, value)
  if (type.is === 'unknown' || faults.length > 0) return inside('value', faults)
  if (type.is !== 'plain' || !EQUAL.has(type.type.type))
    return [{ path: ['value'], code: type.is === 'constant' ? 'only-constants' : 'not-comparable' }]
  const { type: wanted } = type
  return among.flatMap((constant, index) =>
    holdsConstant(wanted, constant) ? [] : [notAmong(index, constant, type)],
  )
}

function notAmong(index: number, constant: Constant, type: ValueType): ValueFault {
  return { path: ['among', index], code: 'not-among', types: [type, { is: 'constant', constant }] }
}

function inside(key: string | number, faults: readonly ValueFault[]): readonly ValueFault[] {
  return faults.map(({ path, ...fault }) => ({ ...fault, path: [key, ...path] as Path }))
}
