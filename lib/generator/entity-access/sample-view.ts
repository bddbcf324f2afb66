import type { Entity, Field } from '../project'
import { literalTree } from '../python/literal'
import { sampleDefaults, sampleRows, uniqueSets } from '../python/sample-rows'
import { faultsOf } from './faults'

const OPERATORS = { equal: 'eq', from: 'ge', to: 'le' } as const

/** What the tests of a Business API know of an entity. */
export function sampleView(entity: Entity, operations: readonly string[]) {
  const { fields } = entity
  const own = fields.filter(({ type }) => type.type !== 'reference')
  const defaults = sampleDefaults(fields)
  const constants = Object.entries(defaults).filter(([, value]) => value !== 'now')
  const presentOf = (kind: string) =>
    names(own.filter(({ type, default: value }) => value?.default === 'now' && type.type === kind))
  const lists = {
    operations: [...operations],
    rows: sampleRows(entity),
    defaults: Object.fromEntries(constants),
    moments: presentOf('datetime'),
    days: presentOf('date'),
    secrets: names(own.filter(({ type }) => type.type === 'secret')),
    required: names(own.filter((field) => field.required && !field.default)),
    unique: uniqueSets(entity),
  }
  const faults = fields.flatMap(faultsOf)
  return {
    lists: Object.entries(lists).map(([name, value]) => ({ name, value: literalTree(value, 4) })),
    references: fields.flatMap(({ name, required, type }) =>
      type.type === 'reference'
        ? [{ field: name, target: type.entity.name, required, onDelete: type.onDelete }]
        : [],
    ),
    filters: entity.filters.map(({ parameter, field, compare }) => ({
      parameter,
      field: field.name,
      operator: OPERATORS[compare],
    })),
    faults,
    needs: {
      number: faults.some(({ value }) => value?.text.startsWith('Number(')),
      codes: faults.some(({ code }) => code !== null),
    },
  }
}

function names(fields: readonly Field[]): readonly string[] {
  return fields.map(({ name }) => name)
}
