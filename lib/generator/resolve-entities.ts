import type { Lookup } from '@/lib/topology/lookup'
import type { Locale } from '@/lib/topology/model/basics'
import type { Entity as DrawnEntity } from '@/lib/topology/model/entity'
import type {
  Field as DrawnField,
  ObjectField as DrawnPart,
  FieldType as DrawnType,
} from '@/lib/topology/model/field'
import { entityPath, isIndexed, pascalCase, pluralName, serviceName } from '@/lib/topology/naming'
import type { Default, Entity, Field, FieldType, ObjectField } from './project'
import { tableOrder } from './table-order'
import { textIn } from './wording'

const INT64 = { min: '-9223372036854775808', max: '9223372036854775807' }
const STRING_LENGTH = 255
const TEXT_LENGTH = 100_000
const SECRET_LENGTH = 8
const LARGEST_EXPONENT = 1000

/** What a field's type can be resolved with. */
interface Known {
  readonly locale: Locale
  /** The entity with this id. */
  readonly entity: (id: string) => DrawnEntity | undefined
  /** Whether the table with this id is made only after the one that is resolved. */
  readonly isLater: (id: string) => boolean
}

/** Every entity of a design, resolved, by its id, in the order in which tables can be made. */
export function resolveEntities(look: Lookup): ReadonlyMap<string, Entity> {
  const order = tableOrder(look.topology.entities)
  const place = new Map(order.map((entity, index) => [entity.id, index]))
  return new Map(
    order.map((entity, index) => [
      entity.id,
      resolveEntity(entity, look, {
        locale: look.topology.project.locale,
        entity: (id) => look.entity(id),
        isLater: (id) => (place.get(id) ?? 0) > index,
      }),
    ]),
  )
}

function resolveEntity(entity: DrawnEntity, look: Lookup, known: Known): Entity {
  const owner = look.service(entity.owner)
  const text = (label: Parameters<typeof textIn>[1]) => textIn(known.locale, label)
  return {
    ...namesOf(entity),
    path: entityPath(entity),
    service: owner ? serviceName(look.topology.project, owner) : '',
    labels: {
      one: text(entity.labels?.one),
      many: text(entity.labels?.many),
      genitive: text(entity.labels?.genitive),
    },
    fields: entity.fields.map((field) => resolveField(field, known)),
    indexes: (entity.indexes ?? []).map(({ fields, unique }) => ({ fields, unique: unique ?? false })),
    origin: { part: 'entity', id: entity.id },
  }
}

function namesOf(entity: DrawnEntity) {
  return { name: entity.name, plural: pluralName(entity), className: pascalCase(entity.name) }
}

function resolveField(field: DrawnField, known: Known): Field {
  return {
    ...resolveObjectField(field, known),
    unique: field.unique ?? false,
    indexed: isIndexed(field),
    default: resolveDefault(field),
  }
}

function resolveDefault({ type, default: value }: DrawnField): Default | null {
  if (value === undefined) return null
  if (value === 'now' && (type === 'date' || type === 'datetime')) return { default: 'now' }
  return { default: 'constant', value }
}

function resolveObjectField(field: DrawnPart, known: Known): ObjectField {
  return {
    name: field.name,
    required: !field.optional,
    label: textIn(known.locale, field.label),
    type: resolveType(field, known),
  }
}

function resolveType(type: DrawnType, known: Known): FieldType {
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
        values: type.values.map(({ name, label }) => ({ name, label: textIn(known.locale, label) })),
      }
    case 'list':
      return {
        type: 'list',
        of: resolveType(type.of, known),
        minItems: type.minItems ?? 0,
        maxItems: type.maxItems ?? null,
      }
    case 'object':
      return { type: 'object', fields: type.fields.map((field) => resolveObjectField(field, known)) }
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

/** A number as plain decimal text: `1e21` and `1E-7` written out, no sign of zero, no spaces. */
export function exact(value: number | string | undefined): string | null {
  if (value === undefined) return null
  const match = /^\s*([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?\s*$/.exec(String(value))
  if (!match) return null
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  const digits = `${whole}${fraction}`
  if (Math.abs(Number(exponent)) > LARGEST_EXPONENT) return null
  const point = whole.length + Number(exponent)
  const padded = digits
    .padEnd(Math.max(point, digits.length), '0')
    .padStart(digits.length - Math.min(point, 0), '0')
  const at = Math.max(point, 0)
  const before = padded.slice(0, at).replace(/^0+(?=\d)/, '') || '0'
  const after = padded.slice(at)
  const text = after ? `${before}.${after}` : before
  return sign === '-' && /[1-9]/.test(text) ? `-${text}` : text
}
