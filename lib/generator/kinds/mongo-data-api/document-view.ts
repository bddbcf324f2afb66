import { Code } from '../../code'
import { py } from '../../encode/python'
import type { Entity, FieldType } from '../../project'
import { type Literal, literalTree } from '../../python/literal'

export interface DocumentView {
  readonly imports: readonly Code[]
  /** The fields with their types in Python. */
  readonly members: readonly { readonly name: string; readonly type: Code }[]
  /** What MongoDB checks of each field. */
  readonly schema: Code
  readonly required: readonly string[]
  /** As tuples of Python. */
  readonly uniques: readonly Code[]
  readonly indexes: readonly (readonly string[])[]
  readonly references: readonly {
    readonly field: string
    readonly target: string
    readonly onDelete: string
  }[]
}

type Schema = { readonly [key: string]: Literal }

const DAY = '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'

/** The documents of an entity: their type, what MongoDB checks, and their indexes. */
export function documentView({ fields, indexes }: Entity): DocumentView {
  const types = fields.map(({ type }) => pythonType(type))
  return {
    imports: importsFor(types),
    members: fields.map(({ name }, index) => ({ name, type: Code.of(types[index] ?? '') })),
    schema: literalTree(Object.fromEntries(fields.map(({ name, type }) => [name, schemaOf(type)])), 4),
    required: fields.filter(({ required }) => required).map(({ name }) => name),
    uniques: [
      ...fields.filter(({ unique }) => unique).map(({ name }) => [name]),
      ...indexes.filter(({ unique }) => unique).map((index) => index.fields),
    ].map(tupleOf),
    indexes: [
      ...fields.filter(({ indexed, unique }) => indexed && !unique).map(({ name }) => [name]),
      ...indexes.filter(({ unique }) => !unique).map((index) => index.fields),
    ],
    references: fields.flatMap(({ name, type }) =>
      type.type === 'reference'
        ? [
            {
              field: name,
              target: type.entity.plural,
              onDelete: type.onDelete.replace('_', ' ').toUpperCase(),
            },
          ]
        : [],
    ),
  }
}

/** One field stands on the line, several have one each. */
function tupleOf(fields: readonly string[]): Code {
  const [first = ''] = fields
  if (fields.length === 1) return py`(${first},)`
  const lines = fields.map((field) => `${' '.repeat(16)}${py`${field}`.text},\n`)
  return Code.of(`(\n${lines.join('')}${' '.repeat(12)})`)
}

/** What pymongo gives for a field. */
function pythonType(type: FieldType): string {
  switch (type.type) {
    case 'integer':
      return 'int'
    case 'decimal':
      return 'Decimal'
    case 'boolean':
      return 'bool'
    case 'datetime':
      return 'dt.datetime'
    case 'uuid':
    case 'reference':
      return 'UUID'
    case 'json':
      return 'JsonValue'
    case 'list':
      return `list[${pythonType(type.of)}]`
    case 'object':
      return 'dict[str, object]'
    default:
      return 'str'
  }
}

const IMPORTS: Readonly<Record<string, string>> = {
  'dt.': 'import datetime as dt',
  Decimal: 'from decimal import Decimal',
  UUID: 'from uuid import UUID',
  JsonValue: 'from pydantic import JsonValue',
}

function importsFor(types: readonly string[]): readonly Code[] {
  const needed = Object.entries(IMPORTS).filter(([name]) => types.some((type) => type.includes(name)))
  return needed.map(([, line]) => Code.of(line))
}

function schemaOf(type: FieldType): Schema {
  switch (type.type) {
    case 'integer':
      return { bsonType: 'long' }
    case 'decimal':
      return { bsonType: 'decimal' }
    case 'boolean':
      return { bsonType: 'bool' }
    case 'date':
      return { bsonType: 'string', pattern: DAY }
    case 'datetime':
      return { bsonType: 'date' }
    case 'uuid':
    case 'reference':
      return { bsonType: 'binData' }
    case 'enum':
      return { enum: type.values.map(({ name }) => name) }
    case 'json':
      return {}
    case 'list':
      return { bsonType: 'array', items: schemaOf(type.of) }
    case 'object':
      return {
        bsonType: 'object',
        properties: Object.fromEntries(
          type.fields.map((part) => [part.name, part.required ? schemaOf(part.type) : orNull(part.type)]),
        ),
      }
    default:
      return { bsonType: 'string' }
  }
}

/** Inside an object a part that is not there is kept as null. */
function orNull(type: FieldType): Schema {
  return type.type === 'json' ? {} : { anyOf: [schemaOf(type), { bsonType: 'null' }] }
}
