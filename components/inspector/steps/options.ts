import { typeWords } from '@/lib/text/steps'
import type { Lookup } from '@/lib/topology/lookup'
import type { Text } from '@/lib/topology/model/basics'
import type { Entity } from '@/lib/topology/model/entity'
import { wantedBy } from '@/lib/topology/steps/offers'
import type { Scope } from '@/lib/topology/steps/scope'
import type { TypedField, ValueType } from '@/lib/topology/steps/value-type'
import type { NameOption } from './name-picker'

type Say = (text: Text) => string

/** Every entity of the design with the service that stores it: those that the service reaches come first. */
export function entityOptions(look: Lookup, scope: Scope): readonly NameOption[] {
  const near = new Set(look.dataApisCalledBy(scope.service.id).map(({ id }) => id))
  const rank = ({ owner }: Entity) => (near.has(owner) ? 0 : 1)
  return [...look.topology.entities]
    .sort((a, b) => rank(a) - rank(b))
    .map(({ id, name, owner }) => {
      const node = look.node(owner)
      return { value: id, name, group: node && look.nameOf(node) }
    })
}

/** Fields by their names, with their types. */
export function fieldOptions(look: Lookup, fields: readonly TypedField[], say: Say): readonly NameOption[] {
  return fields.map((field) => ({
    value: field.name,
    name: field.name,
    detail: say(typeWords(wantedBy(field), (id) => look.entity(id)?.name)),
  }))
}

/** Results of earlier steps; those that do not fit stay with the reason. */
export function resultOptions(
  look: Lookup,
  scope: Scope,
  say: Say,
  reasonFor: (type: ValueType, loaded: boolean) => Text | undefined,
): readonly NameOption[] {
  const results = [...scope.results].map(([name, { type, loaded }]) => ({ name, type, loaded }))
  const { item } = scope.sources
  const all = item ? [{ name: 'item', type: item, loaded: true }, ...results] : results
  return all
    .map(({ name, type, loaded }) => {
      const reason = reasonFor(type, loaded)
      const detail = say(typeWords(type, (id) => look.entity(id)?.name))
      return { value: name, name, detail, reason: reason && say(reason) }
    })
    .sort((a, b) => Number(a.reason !== undefined) - Number(b.reason !== undefined))
}
