import type { Code } from '../../code'
import type { Entity, Field } from '../../project'
import { type Literal, literalPair, literalTree } from '../../python/literal'
import { sampleDefaults, sampleRows, uniqueSets } from '../../python/sample-rows'
import { wrongValues } from '../../python/wrong-values'

export interface SampleView {
  readonly rows: Code
  readonly references: readonly {
    readonly field: string
    readonly target: string
    readonly required: boolean
    readonly onDelete: string
  }[]
  /** Arguments that the sample has only where there is something to say. */
  readonly lists: readonly { readonly name: string; readonly value: Code }[]
  readonly wrong: readonly Code[]
}

const RANGED: ReadonlySet<string> = new Set(['integer', 'decimal', 'date', 'datetime'])

/** Sample bodies of an entity for its tests, and values that it must refuse. */
export function sampleView(entity: Entity): SampleView {
  const { fields } = entity
  const own = fields.filter(({ type }) => type.type !== 'reference')
  return {
    rows: literalTree(sampleRows(entity), 4),
    references: fields.flatMap(({ name, required, type }) =>
      type.type === 'reference'
        ? [{ field: name, target: type.entity.name, required, onDelete: type.onDelete }]
        : [],
    ),
    lists: lists(entity, own).map(([name, value]) => ({ name, value: literalTree(value, 4) })),
    wrong: fields.flatMap(({ name, type }) => wrongValues(type).map((value) => literalPair(name, value, 8))),
  }
}

function lists(entity: Entity, own: readonly Field[]): readonly (readonly [string, Literal])[] {
  const { fields } = entity
  const names = (chosen: readonly Field[]) => chosen.map(({ name }) => name)
  const all: readonly (readonly [string, Literal & object])[] = [
    ['required', names(fields.filter((field) => field.required && !field.default))],
    ['optional', names(fields.filter((field) => !field.required))],
    ['defaults', sampleDefaults(fields)],
    ['secrets', names(fields.filter(({ type }) => type.type === 'secret'))],
    ['unique', sharedSets(entity)],
    ['filters', names(own.filter(({ indexed }) => indexed))],
    ['ranges', names(own.filter(({ indexed, type }) => indexed && RANGED.has(type.type)))],
  ]
  return all.filter(([, value]) => Object.keys(value).length > 0)
}

/** Unique sets that two sample rows can share: an optional reference is empty there, and what is empty never clashes. */
function sharedSets(entity: Entity): readonly (readonly string[])[] {
  const empty = new Set(
    entity.fields
      .filter(({ type, required }) => type.type === 'reference' && !required)
      .map(({ name }) => name),
  )
  return uniqueSets(entity).filter((set) => !set.some((name) => empty.has(name)))
}
