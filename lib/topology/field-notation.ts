import { isName, slug } from './identifiers'
import { type DefaultValue, type Field, type FieldType, fieldSchema, type ObjectField } from './model/field'
import { guessType } from './notation/guess-type'
import { readSample, type SampledField } from './notation/read-sample'
import { readType, type TypeContext } from './notation/read-type'
import {
  type ChangedWord,
  parseJson,
  Reader,
  splitItems,
  Unreadable,
  type UnreadReason,
} from './notation/reader'
import { IMPLICIT_FIELDS } from './reserved'

/** A part of the text that became no field, as it was written. */
export interface UnreadPart {
  readonly text: string
  readonly why: UnreadReason
}

export interface ReadFields {
  readonly fields: readonly Field[]
  readonly unread: readonly UnreadPart[]
  /** What was read otherwise than it was written. */
  readonly changed: readonly ChangedWord[]
}

/** Where the fields go: what may be referred to, what is there already, what is there by itself. */
export interface FieldsTarget {
  readonly entities: readonly { readonly id: string; readonly name: string }[]
  /** Names of the fields that the list has. */
  readonly taken?: readonly string[]
  /** Entities have an id, a version and times without being told. */
  readonly isEntity?: boolean
  /** Objects have fields without marks of columns. */
  readonly inObject?: boolean
  /** How many more the list may hold. */
  readonly room?: number
}

/**
 * Reads fields that somebody wrote down: `email: email!, age: int?`, one a line, with lengths, alternatives,
 * references and marks (`name string(100) unique`, `status: new|done`, `user -> user`), or a sample of JSON. Never
 * throws; what could not be read is answered with the reason.
 */
export function readFields(text: string, target: FieldsTarget): ReadFields {
  const sample = readSample(text)
  const read = sample
    ? sample.map((field) => ({ text: field.text, make: (changed: ChangedWord[]) => sampled(field, changed) }))
    : splitItems(unwrapped(text)).map((item) => ({
        text: item,
        make: (changed: ChangedWord[]) => readField(item, target, changed),
      }))
  return keepFitting(read, target)
}

function sampled({ name, type, optional, changed: inside }: SampledField, changed: ChangedWord[]): Field {
  const field = withMarks(nameOf(name, false, changed), type, optional ? { optional: true } : {})
  changed.push(...inside)
  return field
}

interface Part {
  readonly text: string
  /** Tells, too, what it reads otherwise than it was written. */
  readonly make: (changed: ChangedWord[]) => Field
}

/** The fields that the list can take; the others are answered with the reason. */
function keepFitting(parts: readonly Part[], target: FieldsTarget): ReadFields {
  const names = new Set(target.taken)
  const fields: Field[] = []
  const unread: UnreadPart[] = []
  const changed: ChangedWord[] = []
  for (const { text, make } of parts) {
    const words: ChangedWord[] = []
    const field = attempt(() => make(words))
    const why = typeof field === 'string' ? field : refusalOf(field, names, fields.length, target)
    if (typeof field === 'string' || why) unread.push({ text, why: why ?? 'unfit' })
    else {
      names.add(field.name)
      fields.push(field)
      changed.push(...words)
    }
  }
  return { fields, unread, changed }
}

function refusalOf(
  { name }: Field,
  names: ReadonlySet<string>,
  count: number,
  { isEntity = false, room = 200 }: FieldsTarget,
): UnreadReason | undefined {
  if (names.has(name)) return 'there'
  if (isEntity && IMPLICIT_FIELDS.has(name)) return 'implicit'
  return count >= room ? 'many' : undefined
}

function attempt(make: () => Field): Field | UnreadReason {
  try {
    const field = make()
    return fieldSchema.safeParse(field).success ? field : 'unfit'
  } catch (error) {
    // Deep nesting ends in a RangeError, which is as unreadable as a wrong word.
    return error instanceof Unreadable ? error.why : 'unfit'
  }
}

/** Does the text say more than one plain word, so that it is meant as fields? */
export function isNotation(text: string): boolean {
  return /[:,;\n|{}[\]?!]|->|→|\S\s+\S/.test(text.trim())
}

/** Without the braces that a type or an object is copied with. */
function unwrapped(text: string): string {
  const [, inner] = /^\s*\{([\s\S]*)\}\s*$/.exec(text) ?? []
  return inner ?? text
}

const MARK_WORDS = ['unique', 'indexed', 'index', 'optional', 'nullable', 'null', 'required', 'not']

/** Reads one field of the list. */
function readField(item: string, target: FieldsTarget, changed: ChangedWord[]): Field {
  const reader = new Reader(item)
  const quoted = reader.quoted()
  const given = quoted ?? reader.word()
  if (given === undefined) throw new Unreadable('name')
  const name = nameOf(given, quoted !== undefined, changed)
  if (reader.take('!')) changed.push({ from: `${given}!`, to: name, why: 'required' })
  const marked = readMark(reader)
  reader.take(':')
  if (reader.isAtEnd) return withMarks(name, guessType(name), marked)
  const before = readMark(reader)
  const untyped = reader.isAtEnd || reader.sees(...MARK_WORDS)
  const type = untyped ? guessType(name) : readType(reader, contextOf(target, changed))
  const marks = readMarks(reader, type, target.inObject ?? false)
  return withMarks(name, type, { ...marked, ...before, ...marks })
}

function contextOf(target: FieldsTarget, changed: ChangedWord[]): TypeContext {
  const byName = new Map(target.entities.map(({ id, name }) => [name, id]))
  const inObject = { ...target, inObject: true }
  return {
    entityByName: (name) => byName.get(name) ?? byName.get(slug(name, '')),
    objectField: (item) => readField(item, inObject, changed) as ObjectField,
    changed,
  }
}

function nameOf(given: string, asIs: boolean, changed: ChangedWord[]): string {
  if (asIs || isName(given)) return given
  // Signs and pictures alone are no name; what has a digit first gets a word before it.
  if (slug(given, '') === '') throw new Unreadable('name')
  const name = slug(given, 'field')
  changed.push({ from: given, to: name, why: 'name' })
  return name
}

interface Marks {
  optional?: boolean
  unique?: boolean
  indexed?: boolean
  default?: DefaultValue
  onDelete?: 'restrict' | 'cascade' | 'set_null'
  pattern?: string
}

function readMark(reader: Reader): Marks {
  if (reader.take('?')) return { optional: true }
  reader.take('!')
  return {}
}

function readMarks(reader: Reader, type: FieldType, inObject: boolean): Marks {
  const marks: Marks = {}
  while (!reader.isAtEnd) {
    if (reader.take('?') || reader.takeWord('optional', 'nullable', 'null')) marks.optional = true
    else if (reader.take('!') || reader.takeWord('required')) continue
    else if (reader.takeWord('not')) need(reader.takeWord('null'))
    else if (!readColumnMark(reader, type, inObject, marks)) throw new Unreadable('mark')
  }
  return marks
}

function readColumnMark(reader: Reader, type: FieldType, inObject: boolean, marks: Marks): boolean {
  if ((type.type === 'string' || type.type === 'text') && reader.takeWord('pattern')) {
    marks.pattern = need(reader.quoted())
    return true
  }
  if (type.type === 'reference') {
    const rule = reader.takeWord('restrict', 'cascade', 'set_null')
    if (rule) {
      marks.onDelete = rule as 'restrict' | 'cascade' | 'set_null'
      return true
    }
  }
  if (inObject) return false
  if (reader.takeWord('unique')) marks.unique = true
  else if (reader.takeWord('indexed', 'index')) marks.indexed = true
  else if (reader.take('=') || reader.takeWord('default')) marks.default = readDefault(reader)
  else return false
  return true
}

function readDefault(reader: Reader): DefaultValue {
  const list = reader.inBrackets('[')
  if (list !== undefined) {
    const values = parseJson(`[${list}]`)
    if (!Array.isArray(values) || values.some((value) => typeof value !== 'string')) {
      throw new Unreadable('mark')
    }
    return values as readonly string[]
  }
  const value = reader.quoted() ?? reader.number()
  if (value !== undefined) return value
  const word = need(reader.bare())
  return word === 'true' ? true : word === 'false' ? false : word
}

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Unreadable('mark')
  return value
}

function withMarks(name: string, type: FieldType, marks: Marks): Field {
  return { name, ...type, ...marks } as Field
}
