import { isEnumValue, isName } from '../identifiers'
import type { EnumValue, Field, FieldType, ObjectField } from '../model/field'

/** The name of the entity with this id; undefined where there is none. */
type NameOfEntity = (id: string) => string | undefined

/**
 * Writes fields as lines that `readFields` reads again: everything but words for people, which a line has no room
 * for. A field that refers to an entity that is gone is written as a plain UUID.
 */
export function writeFields(fields: readonly Field[], nameOf: NameOfEntity): string {
  return fields.map((field) => line(field, nameOf)).join('\n')
}

function line(field: Field, nameOf: NameOfEntity): string {
  const marks = [
    field.unique && 'unique',
    field.indexed && 'indexed',
    field.default !== undefined && `= ${JSON.stringify(field.default)}`,
  ].filter(Boolean)
  return [part(field, nameOf), ...marks].join(' ')
}

function part(field: ObjectField, nameOf: NameOfEntity): string {
  const name = isName(field.name) ? field.name : JSON.stringify(field.name)
  const rest = patternText(field)
  const rule = field.type === 'reference' && nameOf(field.entity) !== undefined && field.onDelete
  return [`${name}: ${typeText(field, nameOf)}${field.optional ? '?' : ''}`, rest, rule]
    .filter(Boolean)
    .join(' ')
}

function typeText(type: FieldType, nameOf: NameOfEntity): string {
  switch (type.type) {
    case 'string':
    case 'text':
      return `${type.type}${range(type.minLength, type.maxLength)}`
    case 'secret':
      return type.minLength === undefined ? 'secret' : `secret(${type.minLength})`
    case 'integer':
      return `integer${range(type.min, type.max)}`
    case 'decimal': {
      const limits = range(type.min, type.max).slice(1, -1)
      return `decimal(${type.precision}, ${type.scale}${limits && `, ${limits}`})`
    }
    case 'enum':
      return enumText(type.values)
    case 'list':
      return `${grouped(type.of, nameOf)}[${range(type.minItems, type.maxItems).slice(1, -1)}]`
    case 'object':
      return `{ ${type.fields.map((field) => part(field, nameOf)).join(', ')} }`
    case 'reference': {
      const name = nameOf(type.entity)
      return name === undefined ? 'uuid' : `-> ${isName(name) ? name : JSON.stringify(name)}`
    }
    default:
      return type.type
  }
}

/** What a list holds stands in brackets where its own text has more than one part. */
function grouped(type: FieldType, nameOf: NameOfEntity): string {
  const text = [typeText(type, nameOf), patternText(type)].filter(Boolean).join(' ')
  return /^\w+$/.test(text) ? text : `(${text})`
}

function patternText(type: FieldType): string {
  return 'pattern' in type && type.pattern !== undefined ? `pattern ${JSON.stringify(type.pattern)}` : ''
}

function range(min: number | string | undefined, max: number | string | undefined): string {
  if (min === undefined && max === undefined) return ''
  const side = (value: number | string | undefined) => (value === undefined ? '' : JSON.stringify(value))
  return `(${side(min)}..${side(max)})`
}

function enumText(values: readonly EnumValue[]): string {
  const words = values.map(({ name }) => (isEnumValue(name) ? name : JSON.stringify(name)))
  return words.length > 1 && words.every((word) => !word.startsWith('"'))
    ? words.join('|')
    : `enum(${words.join(', ')})`
}
