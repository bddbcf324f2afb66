import { cutName } from '@/lib/topology/cut-name'
import { Code } from '../../code'
import { py } from '../../encode/python'
import type { Entity, Field, FieldType } from '../../project'

/** PostgreSQL cuts longer names without a word. */
const IDENTIFIER_BYTES = 63

interface ForeignKey {
  readonly field: string
  readonly target: string
  readonly name: string
  readonly onDelete: string
  readonly deferred: boolean
}

export interface TableView {
  readonly columns: readonly {
    readonly name: string
    readonly type: Code
    readonly migration: Code
    readonly nullable: boolean
  }[]
  readonly uniques: readonly { readonly field: string; readonly name: string }[]
  readonly choices: readonly {
    readonly field: string
    readonly name: string
    readonly className: string
    readonly values: readonly string[]
  }[]
  readonly keys: readonly ForeignKey[]
  /** Those that the table has from the start. */
  readonly ownKeys: readonly ForeignKey[]
  readonly deferredKeys: readonly ForeignKey[]
  readonly indexes: readonly {
    readonly name: string
    readonly fields: readonly string[]
    readonly unique: boolean
  }[]
  readonly primaryKey: string
  readonly orderIndex: string
  /** The database itself may empty a reference, which is a change like any other. */
  readonly isEmptied: boolean
  readonly typeImports: readonly Code[]
}

/** The table of an entity: columns, constraints and indexes, with names that PostgreSQL keeps. */
export function tableView({ plural, fields, indexes }: Entity): TableView {
  // Two underscores between the parts, since names have single ones: indexes share one namespace with all tables.
  const named = (prefix: string, ...parts: readonly string[]) =>
    cutName([`${prefix}_${plural}`, ...parts].join('__'), IDENTIFIER_BYTES)
  const columns = fields.map((field) => {
    const type = columnType(field.type)
    const dialect = type.startsWith('JSONB') ? 'postgresql' : 'sa'
    return {
      name: field.name,
      type: Code.of(type),
      migration: Code.of(`${dialect}.${type}`),
      nullable: !field.required,
    }
  })
  const keys = fields.flatMap(({ name, type }) =>
    type.type === 'reference' ? [foreignKey(named, name, type)] : [],
  )
  return {
    columns,
    uniques: fields
      .filter(({ unique }) => unique)
      .map(({ name }) => ({ field: name, name: named('uq', name) })),
    choices: fields.flatMap(({ name, type }) =>
      type.type === 'enum'
        ? [
            {
              field: name,
              name: named('ck', name),
              className: type.className,
              values: type.values.map((value) => value.name),
            },
          ]
        : [],
    ),
    keys,
    ownKeys: keys.filter(({ deferred }) => !deferred),
    deferredKeys: keys.filter(({ deferred }) => deferred),
    indexes: [
      ...fields
        .filter(isPlainlyIndexed)
        .map(({ name }) => ({ name: named('ix', name), fields: [name], unique: false })),
      ...indexes.map((index) => ({ ...index, name: named(index.unique ? 'uq' : 'ix', ...index.fields) })),
    ],
    primaryKey: named('pk'),
    orderIndex: cutName(`ix_${plural}_created_at_id`, IDENTIFIER_BYTES),
    isEmptied: fields.some(({ type }) => type.type === 'reference' && type.onDelete === 'set_null'),
    typeImports: typeImports(columns.map(({ type }) => type.text)),
  }
}

/** A unique constraint brings its own index. */
function isPlainlyIndexed({ indexed, unique }: Field): boolean {
  return indexed && !unique
}

function foreignKey(
  named: (prefix: string, ...parts: readonly string[]) => string,
  field: string,
  type: Extract<FieldType, { type: 'reference' }>,
): ForeignKey {
  return {
    field,
    target: type.entity.plural,
    name: named('fk', field),
    onDelete: type.onDelete.replace('_', ' ').toUpperCase(),
    deferred: type.deferred,
  }
}

/** The type of a column, as both SQLAlchemy and the migration write it. */
function columnType(type: FieldType): string {
  switch (type.type) {
    case 'string':
      return py`String(${type.maxLength})`.text
    case 'decimal':
      return py`Numeric(${type.precision}, ${type.scale})`.text
    case 'text':
      return 'Text()'
    case 'integer':
      return 'BigInteger()'
    case 'boolean':
      return 'Boolean()'
    case 'date':
      return 'Date()'
    case 'datetime':
      return 'DateTime(timezone=True)'
    case 'uuid':
    case 'reference':
      return 'Uuid()'
    case 'email':
      return 'String(254)'
    case 'secret':
      return 'String(255)'
    case 'enum':
      return 'String(63)'
    case 'json':
    case 'list':
    case 'object':
      return 'JSONB(none_as_null=True)'
  }
}

function typeImports(types: readonly string[]): readonly Code[] {
  const names = new Set(types.map((type) => type.slice(0, type.indexOf('('))))
  return [...names].map((name) =>
    Code.of(`from ${name === 'JSONB' ? 'sqlalchemy.dialects.postgresql' : 'sqlalchemy'} import ${name}`),
  )
}
