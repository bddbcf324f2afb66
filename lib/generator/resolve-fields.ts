import { enumMember, innerClasses } from '@/lib/topology/class-names'
import { readExact } from '@/lib/topology/exact'
import type { Locale } from '@/lib/topology/model/basics'
import type { Entity as DrawnEntity } from '@/lib/topology/model/entity'
import type {
  Field as DrawnField,
  ObjectField as DrawnPart,
  FieldType as DrawnType,
} from '@/lib/topology/model/field'
import { isIndexed } from '@/lib/topology/naming'
import { namesOf } from './entity-names'
import type { Default, Field, FieldType, ObjectField } from './project'
import { textIn } from './wording'

const INT64 = { min: '-9223372036854775808', max: '9223372036854775807' }
const STRING_LENGTH = 255
const TEXT_LENGTH = 100_000
const SECRET_LENGTH = 8

/** What the types of fields can be resolved with. */
export interface Surroundings {
  readonly locale: Locale
  /** The entity with this id. */
  readonly entity: (id: string) => DrawnEntity | undefined
  /** Whether the table with this id is made only after the one that is resolved. */
  readonly isLater: (id: string) => boolean
}

/** What has fields: an entity, a message, the input of a use case. */
interface Holder {
  readonly name: string
  /** The module of the classes that its fields have. */
  readonly home: string
  readonly fields: readonly DrawnField[]
}

interface Known extends Surroundings {
  readonly home: string
  /** The class of the enum or object at a path of the holder. */
  readonly className: (path: Path) => string
}

type Path = readonly (string | number)[]

/** The fields of a holder with every default filled in and every class named. */
export function resolveFields(holder: Holder, surroundings: Surroundings): readonly Field[] {
  const known = { ...surroundings, home: holder.home, className: classNamesOf(holder) }
  return holder.fields.map((field, index) => resolveField(field, known, ['fields', index]))
}

function classNamesOf(holder: Holder): Known['className'] {
  const names = new Map(innerClasses(holder).map(({ path, name }) => [JSON.stringify(path), name]))
  return (path) => names.get(JSON.stringify(path)) ?? ''
}

function resolveField(field: DrawnField, known: Known, path: Path): Field {
  return {
    ...resolveObjectField(field, known, path),
    unique: field.unique ?? false,
    indexed: isIndexed(field),
    default: resolveDefault(field),
  }
}

function resolveDefault({ type, default: value }: DrawnField): Default | null {
  if (value === undefined) return null
  if (value === 'now' && (type === 'date' || type === 'datetime')) return { default: 'now' }
  // Exact text, as bounds are: a number would not keep what a decimal column does.
  const constant = type === 'decimal' && !Array.isArray(value) ? exact(String(value)) : null
  return { default: 'constant', value: constant ?? value }
}

function resolveObjectField(field: DrawnPart, known: Known, path: Path): ObjectField {
  return {
    name: field.name,
    required: !field.optional,
    label: textIn(known.locale, field.label),
    type: resolveType(field, known, path),
  }
}

function resolveType(type: DrawnType, known: Known, path: Path): FieldType {
  switch (type.type) {
    case 'string':
    case 'text':
      return {
        type: type.type,
        minLength: type.minLength ?? 0,
        maxLength: type.maxLength ?? (type.type === 'string' ? STRING_LENGTH : TEXT_LENGTH),
        pattern: type.pattern ?? null,
      }
    case 'integer':
      return { type: 'integer', min: exact(type.min) ?? INT64.min, max: exact(type.max) ?? INT64.max }
    case 'decimal': {
      const { precision, scale } = type
      return { type: 'decimal', precision, scale, min: exact(type.min), max: exact(type.max) }
    }
    case 'secret':
      return { type: 'secret', minLength: type.minLength ?? SECRET_LENGTH }
    case 'enum':
      return {
        type: 'enum',
        className: known.className(path),
        home: known.home,
        values: type.values.map(({ name, label }) => ({
          name,
          member: enumMember(name),
          label: textIn(known.locale, label),
        })),
      }
    case 'list':
      return {
        type: 'list',
        of: resolveType(type.of, known, [...path, 'of']),
        minItems: type.minItems ?? 0,
        maxItems: type.maxItems ?? null,
      }
    case 'object':
      return {
        type: 'object',
        className: known.className(path),
        home: known.home,
        fields: type.fields.map((field, index) =>
          resolveObjectField(field, known, [...path, 'fields', index]),
        ),
      }
    case 'reference':
      return resolveReference(type, known)
    default:
      return { type: type.type }
  }
}

function resolveReference(type: Extract<DrawnType, { type: 'reference' }>, known: Known): FieldType {
  const target = known.entity(type.entity)
  return {
    type: 'reference',
    entity: target ? namesOf(target) : { name: '', plural: '', className: '' },
    onDelete: type.onDelete ?? 'restrict',
    deferred: known.isLater(type.entity),
  }
}

/** A number as plain decimal text, without zeros that say nothing; null for none, or for what is no number. */
function exact(value: number | string | undefined): string | null {
  const number = value === undefined ? undefined : readExact(value)
  if (!number) return null
  const digits = String(number.units)
    .replace('-', '')
    .padStart(number.scale + 1, '0')
  const point = digits.length - number.scale
  const text = number.scale > 0 ? `${digits.slice(0, point)}.${digits.slice(point)}` : digits
  return number.units < 0n ? `-${text}` : text
}
