import { changeAt, type Place } from './at'
import { combine, type Edit } from './edits'
import type { EnumValue, FieldType } from './model/field'
import type { Step } from './model/step'
import type { Condition, Constant, NamedValue, Value } from './model/value'
import type { StepPoint } from './steps/analysis'
import { changeSteps } from './steps/change-steps'
import { decisionScope } from './steps/decision'
import type { Scope } from './steps/scope'
import { typeOfValue } from './steps/typed-value'
import type { TypedField, ValueType } from './steps/value-type'
import { valueAt } from './value-at'

type Path = readonly (string | number)[]
type EnumType = Extract<FieldType, { type: 'enum' }>

/**
 * Renames a value of an enum by its place, with the defaults and the constants in steps that mean it. Where two values
 * share the old name nobody can say which of them is meant, so that nothing follows.
 */
export function renameValue(place: Place & { readonly path: Path }, name: string): Edit {
  return (topology) => {
    const was = valueAt(topology, place)
    const at = { ...place, path: place.path.slice(0, -3) }
    const type = valueAt(topology, at) as EnumType
    const rename = changeAt(place, () => name)
    if (typeof was !== 'string' || was === name) return rename(topology)
    if (type.values.filter((value) => value.name === was).length > 1) return rename(topology)
    // Types that were copied may share their values; steps find these by being the very list.
    const values = [...type.values]
    const apart = changeAt({ ...at, path: [...at.path, 'values'] }, () => values)
    const renaming = { values, was, name }
    const inSteps = changeSteps((point) => renameOwn(point, renaming))
    return combine(apart, inSteps, renameDefault(at, renaming), rename)(topology)
  }
}

interface Renaming {
  readonly values: readonly EnumValue[]
  readonly was: string
  readonly name: string
}

/** The default of a field, also of a list of such values. */
function renameDefault(at: Place & { readonly path: Path }, { was, name }: Renaming): Edit {
  let depth = at.path.length
  while (at.path[depth - 1] === 'of') depth -= 1
  const path = [...at.path.slice(0, depth), 'default']
  const next = (value: unknown) => (value === was ? name : value)
  return changeAt({ ...at, path }, (value) => (Array.isArray(value) ? value.map(next) : next(value)))
}

function renameOwn({ step, scope, inside }: StepPoint, renaming: Renaming): Step {
  const own = step.when ? { ...step, when: inCondition(scope, step.when, renaming) } : step
  const { reader } = inside
  const given = (values: readonly NamedValue[], fields: readonly TypedField[] | undefined) =>
    values.map((one) => ({ ...one, value: inField(fields, one.name, one.value, renaming) }))
  switch (own.step) {
    case 'load':
      return { ...own, value: inField(reader.entity(own.entity)?.fields, own.by, own.value, renaming) }
    case 'find': {
      const fields = reader.entity(own.entity)?.fields
      const where = own.where.map((one) => ({
        ...one,
        value: inField(fields, one.field, one.value, renaming),
      }))
      return { ...own, where }
    }
    case 'require':
      return { ...own, condition: inCondition(inside, own.condition, renaming) }
    case 'decide':
      return inDecision(inside, own, renaming)
    case 'create':
    case 'upsert':
      return { ...own, values: given(own.values, reader.entity(own.entity)?.fields) }
    case 'update': {
      const type = typeOfTarget(inside, own.target)
      const entity = type?.is === 'entity' ? reader.entity(type.entity) : undefined
      return { ...own, values: given(own.values, entity?.fields) }
    }
    case 'publish':
      return { ...own, values: given(own.values, reader.message(own.message)?.fields) }
    case 'call':
      return { ...own, values: given(own.values, reader.operation(own.target, own.operation)?.inputs) }
    default:
      return own
  }
}

function typeOfTarget({ sources, results }: Scope, target: string): ValueType | undefined {
  return target === 'item' && sources.item ? sources.item : results.get(target)?.type
}

type Decide = Extract<Step, { step: 'decide' }>

function inDecision(scope: Scope, step: Decide, renaming: Renaming): Decide {
  const inside = decisionScope(scope, step)
  const isResult = isMeant({ is: 'plain', type: step.result }, renaming)
  const result = (constant: Constant) => (isResult ? next(constant, renaming) : constant)
  return {
    ...step,
    rows: step.rows.map((row) => ({
      when: inCondition(inside, row.when, renaming),
      result: result(row.result),
    })),
    otherwise: result(step.otherwise),
  }
}

function inCondition(scope: Scope, condition: Condition, renaming: Renaming): Condition {
  const means = (value: Value) => isMeant(typeOfValue(scope, value), renaming)
  switch (condition.test) {
    case 'compare': {
      const { left, right } = condition
      return {
        ...condition,
        left: means(right) ? inConstant(left, renaming) : left,
        right: means(left) ? inConstant(right, renaming) : right,
      }
    }
    case 'in':
      return means(condition.value)
        ? { ...condition, among: condition.among.map((constant) => next(constant, renaming)) }
        : condition
    case 'and':
      return {
        ...condition,
        conditions: condition.conditions.map((one) => inCondition(scope, one, renaming)),
      }
    default:
      return condition
  }
}

/** A value that is given to a field; the first of a name is meant, as everywhere. */
function inField(
  fields: readonly TypedField[] | undefined,
  name: string,
  value: Value,
  renaming: Renaming,
): Value {
  const field = fields?.find((one) => one.name === name)
  return field && isMeant({ is: 'plain', type: field }, renaming) ? inConstant(value, renaming) : value
}

function inConstant(value: Value, renaming: Renaming): Value {
  return value.value === 'constant' ? { ...value, constant: next(value.constant, renaming) } : value
}

function next(constant: Constant, { was, name }: Renaming): Constant {
  return constant === was ? name : constant
}

function isMeant(type: ValueType, { values }: Renaming): boolean {
  return type.is === 'plain' && type.type.type === 'enum' && type.type.values === values
}
