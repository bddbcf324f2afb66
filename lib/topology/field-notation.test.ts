import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FieldsTarget, isNotation, readFields } from './field-notation'
import { type Field, type FieldType, fieldSchema, type ObjectField } from './model/field'
import { writeFields } from './notation/write-fields'

const entities = [
  { id: 'e1', name: 'user' },
  { id: 'e2', name: 'loan_application' },
]
const target: FieldsTarget = { entities }
const nameOf = (id: string) => entities.find((entity) => entity.id === id)?.name
const read = (text: string, more: Partial<FieldsTarget> = {}) => readFields(text, { ...target, ...more })
const fieldsOf = (text: string) => {
  const { fields, unread } = read(text)
  expect(unread).toEqual([])
  return fields
}

describe('fields that somebody wrote down', () => {
  it('reads names with types, required and optional, in one line', () => {
    expect(fieldsOf('email: email!, age: int?')).toEqual([
      { name: 'email', type: 'email' },
      { name: 'age', type: 'integer', optional: true },
    ])
  })

  it('reads one a line with lengths, alternatives, references and exact numbers', () => {
    const text = 'name string(100) unique\nstatus: a|b|c = a\nuser -> user cascade\nprice: decimal(10,2)'
    expect(fieldsOf(text)).toEqual([
      { name: 'name', type: 'string', maxLength: 100, unique: true },
      { name: 'status', type: 'enum', values: [{ name: 'a' }, { name: 'b' }, { name: 'c' }], default: 'a' },
      { name: 'user', type: 'reference', entity: 'e1', onDelete: 'cascade' },
      { name: 'price', type: 'decimal', precision: 10, scale: 2 },
    ])
  })

  it('reads what is copied from TypeScript and SQL', () => {
    expect(fieldsOf('{\n  firstName: string;\n  tags?: string[];\n  isActive: boolean\n}')).toEqual([
      { name: 'first_name', type: 'string' },
      { name: 'tags', type: 'list', of: { type: 'string' }, optional: true },
      { name: 'is_active', type: 'boolean' },
    ])
    expect(fieldsOf('email VARCHAR(255) NOT NULL UNIQUE, born DATE NULL')).toEqual([
      { name: 'email', type: 'string', maxLength: 255, unique: true },
      { name: 'born', type: 'date', optional: true },
    ])
  })

  it('reads Russian words for types as well as English ones', () => {
    const types = fieldsOf('a: строка, b: число, c: целое, d: деньги, e: булево').map(({ type }) => type)
    expect(types).toEqual(['string', 'decimal', 'integer', 'decimal', 'boolean'])
  })

  it('guesses the type that a bare name suggests', () => {
    expect(fieldsOf('email, created_on, is_open, title').map(({ type }) => type)).toEqual([
      'email',
      'date',
      'boolean',
      'string',
    ])
    expect(fieldsOf('email unique')).toEqual([{ name: 'email', type: 'email', unique: true }])
  })

  it('says what it could not read, and why', () => {
    const { fields, unread } = read('a: int, b: nonsense, c -> nobody, a: text, d: int wat, id: uuid', {
      isEntity: true,
    })
    expect(fields).toEqual([{ name: 'a', type: 'integer' }])
    expect(unread).toEqual([
      { text: 'b: nonsense', why: 'type' },
      { text: 'c -> nobody', why: 'entity' },
      { text: 'a: text', why: 'there' },
      { text: 'd: int wat', why: 'mark' },
      { text: 'id: uuid', why: 'implicit' },
    ])
    expect(read('x: int, y: int', { room: 1 }).unread).toEqual([{ text: 'y: int', why: 'many' }])
    expect(read(`a: string(${'9'.repeat(30)})`).unread).toMatchObject([{ why: 'unfit' }])
  })

  it('tells fields from a plain word', () => {
    expect(['user', 'first_name', ''].map(isNotation)).toEqual([false, false, false])
    expect(['a: int', 'a, b', 'a int', 'a\nb', '{"a":1}', 'user -> user'].map(isNotation)).toEqual(
      Array(6).fill(true),
    )
  })
})

describe('a sample of JSON', () => {
  it('shows the types of its values', () => {
    const sample = {
      userId: '6f1e2a34-1111-4222-8333-444455556666',
      email: 'a@b.example',
      born: '1990-02-03',
      seenAt: '2026-01-02T03:04:05Z',
      age: 41,
      rate: 0.125,
      open: true,
      tags: ['a'],
      home: { street: 'x', number: 1 },
      extra: null,
    }
    expect(fieldsOf(JSON.stringify(sample))).toEqual([
      { name: 'user_id', type: 'uuid' },
      { name: 'email', type: 'email' },
      { name: 'born', type: 'date' },
      { name: 'seen_at', type: 'datetime' },
      { name: 'age', type: 'integer' },
      { name: 'rate', type: 'decimal', precision: 12, scale: 3 },
      { name: 'open', type: 'boolean' },
      { name: 'tags', type: 'list', of: { type: 'string' } },
      {
        name: 'home',
        type: 'object',
        fields: [
          { name: 'street', type: 'string' },
          { name: 'number', type: 'integer' },
        ],
      },
      { name: 'extra', type: 'string', optional: true },
    ])
  })

  it('of several objects makes optional what not all have, and wide what differs', () => {
    expect(fieldsOf('[{"a":1,"b":"x@y.example"},{"a":2.5,"b":"no mail","c":[1,"x"]}]')).toEqual([
      { name: 'a', type: 'decimal', precision: 12, scale: 2 },
      { name: 'b', type: 'string' },
      { name: 'c', type: 'list', of: { type: 'json' }, optional: true },
    ])
  })

  it('says what became another name, and refuses what no letters can write', () => {
    const sample = '{"__proto__": 1, "😀": 2, "firstName": "x", "home": {"Zip Code": 7, "ok": 1}}'
    expect(read(sample)).toMatchObject({
      fields: [{ name: 'proto' }, { name: 'first_name' }, { name: 'home' }],
      unread: [{ text: '"😀": 2', why: 'name' }],
      changed: [
        { from: '__proto__', to: 'proto', why: 'name' },
        { from: 'firstName', to: 'first_name', why: 'name' },
        { from: 'Zip Code', to: 'zip_code', why: 'name' },
      ],
    })
    expect(read('email!, 😀, 2nd: int, state: new|в работе').changed).toEqual([
      { from: 'email!', to: 'email', why: 'required' },
      { from: '2nd', to: 'field_2nd', why: 'name' },
    ])
    expect(read('state: new|готов').changed).toEqual([{ from: 'готов', to: 'gotov', why: 'name' }])
    expect(read('email: email!, name: string').changed).toEqual([])
  })

  it('says which keys an entity has by itself', () => {
    expect(read('{"id": 7, "name": "x"}', { isEntity: true })).toEqual({
      fields: [{ name: 'name', type: 'string' }],
      unread: [{ text: '"id": 7', why: 'implicit' }],
      changed: [],
    })
  })
})

const name = fc.oneof(fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/), fc.string({ minLength: 1, maxLength: 20 }))
const count = fc.option(fc.integer({ min: 0, max: 1000 }), { nil: undefined })
const exact = fc.option(
  fc.oneof(
    fc.integer(),
    // A document is JSON, which writes one zero only.
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value || 0),
    fc.constant('12345678901234567890.5'),
  ),
  { nil: undefined },
)
const number = fc.option(fc.integer(), { nil: undefined })
const optional = fc.option(fc.constant(true), { nil: undefined })

/** A record without the keys that are undefined. */
const record = <T>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc
    .record(shape)
    .map((value) => Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T)

const typed = fc.letrec<{ type: FieldType; field: ObjectField }>((tie) => ({
  type: fc.oneof(
    { depthSize: 'small' },
    fc
      .constantFrom(...(['boolean', 'date', 'datetime', 'uuid', 'email', 'json'] as const))
      .map((type) => ({ type })),
    record({
      type: fc.constantFrom('string' as const, 'text' as const),
      minLength: count,
      maxLength: count,
      pattern: fc.option(fc.string({ maxLength: 30 }), { nil: undefined }),
    }),
    record({ type: fc.constant('integer' as const), min: number, max: number }),
    record({
      type: fc.constant('decimal' as const),
      precision: fc.integer({ min: 1, max: 1000 }),
      scale: fc.integer({ min: -5, max: 100 }),
      min: exact,
      max: exact,
    }),
    record({ type: fc.constant('secret' as const), minLength: count }),
    record({
      type: fc.constant('enum' as const),
      values: fc.array(
        name.map((value) => ({ name: value })),
        { maxLength: 5 },
      ),
    }),
    record({ type: fc.constant('reference' as const), entity: fc.constantFrom('e1', 'e2') }),
    record({ type: fc.constant('list' as const), of: tie('type'), minItems: count, maxItems: count }),
    record({
      type: fc.constant('object' as const),
      fields: fc.uniqueArray(tie('field'), { maxLength: 4, selector: (field) => field.name }),
    }),
  ) as fc.Arbitrary<FieldType>,
  field: fc
    .tuple(record({ name, optional }), tie('type'))
    .map(([own, type]) => ({ ...own, ...type }) as ObjectField),
}))

const column = fc
  .tuple(
    typed.field,
    record({
      unique: optional,
      indexed: optional,
      default: fc.option(
        fc.oneof(
          fc.string({ maxLength: 30 }),
          fc.integer(),
          fc.boolean(),
          fc.array(fc.string({ maxLength: 9 }), { maxLength: 4 }),
        ),
        { nil: undefined },
      ),
    }),
  )
  .map(([field, marks]) => ({ ...field, ...marks }) as Field)

const columns = fc.uniqueArray(column, { maxLength: 6, selector: (field) => field.name })

describe('every text', () => {
  it('that was written from fields gives the same fields again', () => {
    fc.assert(
      fc.property(columns, (fields) => {
        const text = writeFields(fields, nameOf)
        expect(read(text)).toEqual({ fields, unread: [], changed: [] })
      }),
      { numRuns: 1500 },
    )
  })

  it('gives fields that the format takes, or is answered with the reason; it never throws', () => {
    const piece = fc.constantFrom(
      ...'a b: ? ! , ; | -> → ( ) [ ] { } " \\ .. 1 -3.5 int string enum list of unique = default null\n'.split(
        ' ',
      ),
    )
    const texts = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(' ')),
      fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join('')),
      fc.json(),
    )
    fc.assert(
      fc.property(texts, fc.boolean(), (text, isEntity) => {
        const { fields, unread, changed } = read(text, { isEntity })
        // A name that was not written so is told.
        const told = new Set(changed.map(({ to }) => to))
        for (const { name } of fields)
          expect(told.has(name) || text.includes(name) || text.includes('\\')).toBe(true)
        for (const field of fields) expect(fieldSchema.safeParse(field).success).toBe(true)
        expect(new Set(fields.map((field) => field.name)).size).toBe(fields.length)
        if (/[a-z]/i.test(text)) expect(fields.length + unread.length).toBeGreaterThan(0)
      }),
      { numRuns: 3000 },
    )
  })

  it('however deep or long, is answered', () => {
    expect(read(`a: ${'{ a: '.repeat(5000)}`).unread).toHaveLength(1)
    expect(read(`a: ${'('.repeat(20_000)}int${')'.repeat(20_000)}`).unread).toHaveLength(1)
    expect(read('['.repeat(50_000)).unread.length).toBeGreaterThan(0)
    expect(read(`${'"'.repeat(30_000)}`).unread.length).toBeGreaterThan(0)
    expect(read(`a: int\n`.repeat(5000)).unread).toHaveLength(4999)
  })
})
