import { freshName } from '@/lib/topology/fresh'
import type { Lookup } from '@/lib/topology/lookup'
import type { Entity } from '@/lib/topology/model/entity'
import type { Step } from '@/lib/topology/model/step'
import type { NamedValue, Value } from '@/lib/topology/model/value'
import { pluralName } from '@/lib/topology/naming'
import { callable } from '@/lib/topology/steps/analysis'
import { isAssignable } from '@/lib/topology/steps/assignable'
import { findableFields, ID, loadableFields, upsertableFields } from '@/lib/topology/steps/entity-fields'
import { filled } from '@/lib/topology/steps/fill'
import { keyValue } from '@/lib/topology/steps/load-key'
import { isNeverStored } from '@/lib/topology/steps/never-stored'
import { valuesIn, wantedBy } from '@/lib/topology/steps/offers'
import { RESERVED_RESULTS, type Scope } from '@/lib/topology/steps/scope'
import { typeOfValue } from '@/lib/topology/steps/typed-value'
import type { TypedField } from '@/lib/topology/steps/value-type'

type Of<Name extends Step['step']> = Extract<Step, { step: Name }>
type Targeted = Of<'load'> | Of<'find'> | Of<'create'> | Of<'upsert'>

/** The step about another entity: what has no sense there is filled anew, what has is kept. */
export function withEntity(look: Lookup, scope: Scope, step: Targeted, id: string): Targeted {
  const entity = look.entity(id)
  if (!entity) return { ...step, entity: id }
  switch (step.step) {
    case 'load':
      return { ...step, entity: id, ...keyFor(scope, entity, step) }
    case 'find': {
      const names = new Set(findableFields(entity).map(({ name }) => name))
      const { orderBy, descending, ...rest } = step
      const where = step.where.filter(({ field }) => names.has(field))
      const order = orderBy !== undefined && names.has(orderBy)
      return {
        ...rest,
        entity: id,
        where,
        ...(order && { orderBy, ...(descending && { descending }) }),
      }
    }
    case 'create':
      return { ...step, entity: id, values: refilled(scope, step.values, entity.fields) }
    case 'upsert': {
      const keys = upsertableFields(entity).map(({ name }) => name)
      const by = keys.includes(step.by) ? step.by : (keys[0] ?? '')
      return { ...step, entity: id, by, values: refilled(scope, step.values, entity.fields) }
    }
  }
}

/** A field to load by and a value for it. */
function keyFor(scope: Scope, entity: Entity, step: Of<'load'>): { by: string; value: Value } {
  const field = loadableFields(entity).find(({ name }) => name === step.by)
  return withKey(scope, entity, field?.name ?? ID, step.value)
}

/** The field to load by, with the value in scope that it means, or the old one where that fits. */
export function withKey(scope: Scope, entity: Entity, by: string, old: Value): { by: string; value: Value } {
  const field = loadableFields(entity).find(({ name }) => name === by)
  if (!field) return { by, value: old }
  const meant = keyValue(scope, entity, field)
  if (meant) return { by, value: meant }
  const fits = isAssignable(typeOfValue(scope, old), wantedBy(field)) && !isNeverStored(old)
  if (fits) return { by, value: old }
  const offers = valuesIn(scope, wantedBy(field), by)
  return { by, value: offers.find(({ value }) => !isNeverStored(value))?.value ?? old }
}

/** Values whose fields the new target has, and new ones for the rest of it by name. */
export function refilled(
  scope: Scope,
  values: readonly NamedValue[],
  fields: readonly TypedField[],
): readonly NamedValue[] {
  const kept = values.filter(({ name, value }) => {
    const field = fields.find((one) => one.name === name)
    return field && isAssignable(typeOfValue(scope, value), wantedBy(field))
  })
  const names = new Set(kept.map(({ name }) => name))
  return [
    ...kept,
    ...filled(
      scope,
      fields.filter(({ name }) => !names.has(name)),
    ),
  ]
}

/** What a result of another entity is called, where it was called after the old one. */
export function renamedFor(look: Lookup, scope: Scope, step: Targeted, id: string): string | undefined {
  const [before, after] = [look.entity(step.entity), look.entity(id)]
  if (!before || !after || step.as === undefined) return step.as
  const nameOf = (entity: Entity) => (step.step === 'find' ? pluralName(entity) : entity.name)
  if (step.as !== nameOf(before)) return step.as
  return freshName(new Set([...scope.results.keys(), ...RESERVED_RESULTS]), nameOf(after))
}

/** The call of another operation, or of the first one of another system. */
export function withOperation(
  look: Lookup,
  scope: Scope,
  step: Of<'call'>,
  target: string,
  name: string,
): Of<'call'> {
  const operations = callable(look, target)
  const operation = operations.find((one) => one.name === name) ?? operations[0]
  if (!operation) return { ...step, target, operation: name }
  const { as, ...rest } = step
  const taken = new Set([...scope.results.keys(), ...RESERVED_RESULTS])
  return {
    ...rest,
    target,
    operation: operation.name,
    values: refilled(scope, step.values, operation.inputs),
    ...(operation.output && { as: as ?? freshName(taken, operation.name) }),
  }
}
