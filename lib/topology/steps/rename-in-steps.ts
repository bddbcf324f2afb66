/**
 * Renames a field wherever steps name it, whatever field it is: of an entity, a message, an input, an operation, or of
 * an object inside one of them. The types of values know the very fields that they come from.
 */
import type { Edit } from '../edits'
import type { Step } from '../model/step'
import type { NamedValue, Value } from '../model/value'
import type { StepPoint } from './analysis'
import { changeSteps } from './change-steps'
import { decisionScope } from './decision'
import { mapValues, walk } from './map-step'
import type { Scope } from './scope'
import { fieldsAlong } from './typed-value'
import { originalOf, readableFields, type TypedField } from './value-type'

interface Renaming {
  readonly field: TypedField
  readonly name: string
}

/** Changes every step of a design that names the field; the field itself stays. */
export function renameInSteps(field: TypedField, name: string): Edit {
  return changeSteps((point) => renameOwn(point, { field, name }))
}

function renameOwn({ step, inside: scope }: StepPoint, renaming: Renaming): Step {
  const next = mapValues(step, (value) => renameValue(value, scope, renaming))
  const { reader } = scope
  switch (next.step) {
    case 'load':
      return { ...next, by: nameIn(fieldsOf(scope, next.entity), next.by, renaming) }
    case 'find': {
      const fields = fieldsOf(scope, next.entity)
      const where = next.where.map((one) => ({ ...one, field: nameIn(fields, one.field, renaming) }))
      return next.orderBy === undefined
        ? { ...next, where }
        : { ...next, where, orderBy: nameIn(fields, next.orderBy, renaming) }
    }
    case 'decide':
      return { ...next, rows: renameRows(next, scope, renaming) }
    case 'create':
      return { ...next, values: named(next.values, fieldsOf(scope, next.entity), renaming) }
    case 'upsert': {
      const fields = fieldsOf(scope, next.entity)
      return {
        ...next,
        by: nameIn(fields, next.by, renaming),
        values: named(next.values, fields, renaming),
      }
    }
    case 'update':
      return { ...next, values: named(next.values, fieldsOf(scope, targetOf(scope, next.target)), renaming) }
    case 'publish':
      return { ...next, values: named(next.values, reader.message(next.message)?.fields ?? [], renaming) }
    case 'call': {
      const inputs = reader.operation(next.target, next.operation)?.inputs ?? []
      return { ...next, values: named(next.values, inputs, renaming) }
    }
    default:
      return next
  }
}

type Decide = Extract<Step, { step: 'decide' }>

function renameRows(step: Decide, scope: Scope, renaming: Renaming): Decide['rows'] {
  const rows = decisionScope(scope, step)
  return walk(step.rows, [], (value) => renameValue(value, rows, renaming)) as Decide['rows']
}

function targetOf(scope: Scope, target: string): string {
  const { item } = scope.sources
  const type = target === 'item' && item ? item : scope.results.get(target)?.type
  return type?.is === 'entity' ? type.entity : ''
}

/** Also what is secret: it is never read, but written. */
function fieldsOf({ reader }: Scope, entity: string): readonly TypedField[] {
  return reader.entity(entity)?.fields ?? []
}

function named(
  values: readonly NamedValue[],
  fields: readonly TypedField[],
  renaming: Renaming,
): readonly NamedValue[] {
  return values.map((value) => ({ ...value, name: nameIn(fields, value.name, renaming) }))
}

/** The new name where the old one stands for the field; the first of a name is meant, as everywhere. */
function nameIn(fields: readonly TypedField[], given: string, { field, name }: Renaming): string {
  const meant = fields.find((one) => one.name === given)
  if (!meant || originalOf(meant) !== field) return given
  // Ends of ranges are named after their field: `due_from`.
  return given.startsWith(field.name) ? name + given.slice(field.name.length) : given
}

function renameValue(value: Value, scope: Scope, { field, name }: Renaming): Value {
  if (value.value === 'sum') {
    const list = scope.results.get(value.of)?.type
    const entity = list?.is === 'entities' ? scope.reader.entity(list.entity) : undefined
    const summed = entity && readableFields(entity).find((one) => one.name === value.field)
    return summed === field ? { ...value, field: name } : value
  }
  if (!('path' in value) || value.path.length === 0) return value
  const along = fieldsAlong(scope, value)
  if (!along.includes(field)) return value
  return { ...value, path: value.path.map((key, index) => (along[index] === field ? name : key)) }
}
