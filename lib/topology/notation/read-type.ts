import { enumValueSlug, isEnumValue } from '../identifiers'
import type { EnumValue, ExactNumber, FieldType, ObjectField } from '../model/field'
import { type ChangedWord, Reader, splitItems, Unreadable } from './reader'

/** What the parser of a type has to know of the design and of the fields around it. */
export interface TypeContext {
  /** The id of the entity with this name; undefined where there is none. */
  readonly entityByName: (name: string) => string | undefined
  /** Reads an item of an object; the parser of fields, which contains types. */
  readonly objectField: (item: string) => ObjectField
  /** Takes what is read otherwise than it was written. */
  readonly changed: ChangedWord[]
}

type Scalar = Extract<
  FieldType['type'],
  | 'string'
  | 'text'
  | 'integer'
  | 'decimal'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'uuid'
  | 'email'
  | 'json'
  | 'secret'
>

/** The words that people and other notations have for the types. */
const WORDS: Readonly<Record<Scalar, string>> = {
  string: 'string str varchar char character строка',
  text: 'text longtext mediumtext clob markdown текст',
  integer: 'integer int int4 int8 int32 int64 bigint smallint serial bigserial long short целое',
  decimal: 'decimal numeric number money float double real float64 десятичное число деньги дробное',
  boolean: 'boolean bool логическое булево',
  date: 'date дата',
  datetime: 'datetime timestamp timestamptz instant',
  uuid: 'uuid guid',
  email: 'email почта',
  json: 'json jsonb any',
  secret: 'secret password секрет',
}

const TYPES: ReadonlyMap<string, Scalar> = new Map(
  Object.entries(WORDS).flatMap(([type, words]) =>
    words.split(' ').map((word): [string, Scalar] => [word, type as Scalar]),
  ),
)

/** A type where the reader stands, with the lists around it: `string(1..20)[1..5]`. */
export function readType(reader: Reader, context: TypeContext): FieldType {
  let type = readInner(reader, context)
  for (let range = reader.inBrackets('['); range !== undefined; range = reader.inBrackets('[')) {
    type = { type: 'list', of: type, ...named(readRange(range), 'minItems', 'maxItems') }
  }
  return type
}

function readInner(reader: Reader, context: TypeContext): FieldType {
  if (reader.take('->') || reader.take('→')) return reference(reader, context)
  const object = reader.inBrackets('{')
  if (object !== undefined) return { type: 'object', fields: splitItems(object).map(context.objectField) }
  const grouped = reader.inBrackets('(')
  if (grouped !== undefined) return whole(grouped, context)
  const quoted = reader.quoted()
  const word = quoted ?? reader.word()
  if (word === undefined) throw new Unreadable('type')
  if (reader.take('|'))
    return {
      type: 'enum',
      values: [value(word, quoted !== undefined, context), ...alternatives(reader, context)],
    }
  if (quoted !== undefined) throw new Unreadable('type')
  return byWord(word.toLowerCase(), reader, context)
}

function byWord(word: string, reader: Reader, context: TypeContext): FieldType {
  if (word === 'list' || word === 'array') {
    reader.takeWord('of')
    const inner = reader.inBrackets('(')
    return { type: 'list', of: inner === undefined ? readInner(reader, context) : whole(inner, context) }
  }
  if (word === 'enum') return { type: 'enum', values: enumValues(reader.inBrackets('('), context) }
  if (word === 'object') return { type: 'object', fields: [] }
  if (word === 'ref' || word === 'reference') {
    const inner = reader.inBrackets('(')
    return reference(inner === undefined ? reader : new Reader(inner), context)
  }
  const type = TYPES.get(word)
  if (type) return scalar(type, reader.inBrackets('('))
  const entity = context.entityByName(word)
  if (entity === undefined) throw new Unreadable('type')
  return { type: 'reference', entity }
}

function whole(text: string, context: TypeContext): FieldType {
  const reader = new Reader(text)
  const type = readType(reader, context)
  const isText = type.type === 'string' || type.type === 'text'
  const pattern = isText && reader.takeWord('pattern') ? reader.quoted() : undefined
  if (!reader.isAtEnd) throw new Unreadable('type')
  return pattern === undefined ? type : ({ ...type, pattern } as FieldType)
}

function reference(reader: Reader, { entityByName }: TypeContext): FieldType {
  const name = reader.quoted() ?? reader.word()
  const entity = name === undefined ? undefined : entityByName(name)
  if (entity === undefined) throw new Unreadable('entity')
  return { type: 'reference', entity }
}

function scalar(type: Scalar, given: string | undefined): FieldType {
  if (type === 'decimal') return decimal(given)
  if (given === undefined) return { type }
  switch (type) {
    case 'string':
    case 'text':
      return { type, ...named(readRange(given, 'max'), 'minLength', 'maxLength') }
    case 'secret':
      return { type, ...named({ min: readRange(given, 'min').min }, 'minLength', 'maxLength') }
    case 'integer':
      return { type, ...named(readRange(given), 'min', 'max') }
    default:
      throw new Unreadable('type')
  }
}

function decimal(given: string | undefined): FieldType {
  const [precision, scale, range, ...more] = given === undefined ? [] : splitItems(given)
  if (more.length > 0) throw new Unreadable('type')
  const digits = precision === undefined ? 12 : integer(precision)
  const after = scale === undefined ? Math.min(2, digits) : integer(scale)
  const limits = range === undefined ? {} : named(readRange(range, undefined, true), 'min', 'max')
  return { type: 'decimal', precision: digits, scale: after, ...limits }
}

interface Range {
  readonly min?: ExactNumber | undefined
  readonly max?: ExactNumber | undefined
}

/** `1..5`, `1..`, `..5`; a number alone is the side that is named, or both sides are not. */
function readRange(text: string, alone?: 'min' | 'max', exact = false): Range {
  if (text.trim() === '') return {}
  const [low = '', high, ...more] = text.split('..')
  if (more.length > 0 || (high === undefined && !alone)) throw new Unreadable('type')
  const side = (part: string) => (part.trim() === '' ? undefined : limit(part, exact))
  if (high !== undefined) return { min: side(low), max: side(high) }
  return alone === 'min' ? { min: side(low) } : { max: side(low) }
}

function limit(text: string, exact: boolean): ExactNumber {
  const reader = new Reader(text)
  const quoted = exact ? reader.quoted() : undefined
  const value = quoted ?? reader.number()
  if (value === undefined || !reader.isAtEnd) throw new Unreadable('type')
  if (!exact && typeof value === 'string') return Number(value)
  return value
}

function named(range: Range, min: string, max: string): object {
  return {
    ...(range.min === undefined ? {} : { [min]: range.min }),
    ...(range.max === undefined ? {} : { [max]: range.max }),
  }
}

function integer(text: string): number {
  if (!/^[-+]?\d{1,6}$/.test(text)) throw new Unreadable('type')
  return Number(text)
}

function alternatives(reader: Reader, context: TypeContext): readonly EnumValue[] {
  const values: EnumValue[] = []
  do {
    const quoted = reader.quoted()
    const word = quoted ?? reader.word()
    if (word === undefined) throw new Unreadable('type')
    values.push(value(word, quoted !== undefined, context))
  } while (reader.take('|'))
  return values
}

function enumValues(given: string | undefined, context: TypeContext): readonly EnumValue[] {
  if (given === undefined || given.trim() === '') return []
  return splitItems(given).flatMap((item) => {
    const reader = new Reader(item)
    const values = alternatives(reader, context)
    if (!reader.isAtEnd) throw new Unreadable('type')
    return values
  })
}

/** In quotes a value stays as it is; else it becomes one that code can hold. */
function value(text: string, asIs: boolean, { changed }: TypeContext): EnumValue {
  if (asIs || isEnumValue(text)) return { name: text }
  const name = enumValueSlug(text)
  changed.push({ from: text, to: name, why: 'name' })
  return { name }
}
