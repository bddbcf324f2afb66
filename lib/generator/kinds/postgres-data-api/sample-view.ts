import type { Code } from '../../code'
import type { Default, Entity, Field, FieldType } from '../../project'
import { type Literal, literalPair, literalTree } from '../../python/literal'
import { spreadRows } from '../../python/sample-rows'
import { bound, decimalText, SAMPLE_ROWS, sampleValue } from '../../python/samples'
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

type Constant = Extract<Default, { default: 'constant' }>['value']

const RANGED: ReadonlySet<string> = new Set(['integer', 'decimal', 'date', 'datetime'])

/** Sample bodies of an entity for its tests, and values that it must refuse. */
export function sampleView(entity: Entity): SampleView {
  const { fields } = entity
  const own = fields.filter(({ type }) => type.type !== 'reference')
  const rows = Array.from({ length: SAMPLE_ROWS }, (_, row) =>
    Object.fromEntries(
      own.map((field) => [field.name, sampleValue(field.type, spreadRows(entity, field, row))]),
    ),
  )
  return {
    rows: literalTree(rows, 4),
    references: fields.flatMap(({ name, required, type }) =>
      type.type === 'reference'
        ? [{ field: name, target: type.entity.name, required, onDelete: type.onDelete }]
        : [],
    ),
    lists: lists(entity, own).map(([name, value]) => ({ name, value: literalTree(value, 4) })),
    wrong: fields.flatMap(({ name, type }) => wrongValues(type).map((value) => literalPair(name, value, 8))),
  }
}

function lists({ fields, indexes }: Entity, own: readonly Field[]): readonly (readonly [string, Literal])[] {
  const names = (chosen: readonly Field[]) => chosen.map(({ name }) => name)
  const all: readonly (readonly [string, Literal & object])[] = [
    ['required', names(fields.filter((field) => field.required && !field.default))],
    ['optional', names(fields.filter((field) => !field.required))],
    ['defaults', defaultsOf(fields)],
    ['secrets', names(fields.filter(({ type }) => type.type === 'secret'))],
    ['unique', uniquesOf(fields, indexes)],
    ['filters', names(own.filter(({ indexed }) => indexed))],
    ['ranges', names(own.filter(({ indexed, type }) => indexed && RANGED.has(type.type)))],
  ]
  return all.filter(([, value]) => Object.keys(value).length > 0)
}

function defaultsOf(fields: readonly Field[]): { readonly [key: string]: Literal } {
  return Object.fromEntries(
    fields.flatMap((field): [string, Literal][] => {
      if (!field.default) return []
      return [
        [field.name, field.default.default === 'now' ? 'now' : shownDefault(field.type, field.default.value)],
      ]
    }),
  )
}

/** A default as answers show it: decimals at their scale, moments in UTC, ids in small letters. */
function shownDefault(type: FieldType, value: Constant): Literal {
  if (typeof value !== 'string') return value
  switch (type.type) {
    case 'decimal':
      return decimalText(bound(value, type.scale) ?? 0n, type.scale)
    case 'datetime':
      return new Date(value)
        .toISOString()
        .replace('.000Z', 'Z')
        .replace(/(\.\d{3})Z$/, '$1000Z')
    case 'uuid':
      return value.toLowerCase()
    default:
      return value
  }
}

function uniquesOf(fields: readonly Field[], indexes: Entity['indexes']): Literal & object {
  const alone = fields.filter(({ unique }) => unique).map(({ name }) => [name])
  return [...alone, ...indexes.filter(({ unique }) => unique).map((index) => [...index.fields])]
}
