import { capacityOf, DISTINCT_ROWS } from '../capacity'
import type { DefaultValue, Field, FieldType, FieldTypeName, ObjectField } from '../model/field'
import { type Chance, given } from './chance'
import { fieldName, localText } from './names'
import { ENUM_VALUES, PATTERNS, TEXTS } from './vocabulary'

type TypeOf<Name extends FieldTypeName> = FieldType & { readonly type: Name }

/** Lists and objects go this deep. */
const DEEPEST = 3
const NEVER_INSIDE: ReadonlySet<FieldTypeName> = new Set(['secret', 'reference'])

/** One maker for each type that the format has, but references: they need entities. */
const makers: {
  readonly [Name in Exclude<FieldTypeName, 'reference'>]: (chance: Chance, depth: number) => TypeOf<Name>
} = {
  string: (chance) => textual(chance, 'string', 255),
  text: (chance) => textual(chance, 'text', 5000),
  integer: (chance) => {
    const [low, high] = chance.pick([
      [0, 1000],
      [-50, 50],
      [1, 2_000_000_000],
      [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    ] as const)
    return given({ type: 'integer', min: chance.maybe(0.5, () => low), max: chance.maybe(0.5, () => high) })
  },
  decimal,
  boolean: () => ({ type: 'boolean' }),
  date: () => ({ type: 'date' }),
  datetime: () => ({ type: 'datetime' }),
  uuid: () => ({ type: 'uuid' }),
  email: () => ({ type: 'email' }),
  json: () => ({ type: 'json' }),
  secret: (chance) => given({ type: 'secret', minLength: chance.maybe(0.5, () => chance.int(1, 40)) }),
  enum: (chance) => ({ type: 'enum', values: enumValues(chance) }),
  list: (chance, depth) => {
    const minItems = chance.maybe(0.5, () => chance.int(0, 2))
    return given({
      type: 'list',
      of: fieldType(chance, depth + 1),
      minItems,
      maxItems: chance.maybe(0.5, () => chance.int(Math.max(1, minItems ?? 0), 5)),
    })
  },
  object: (chance, depth) => {
    const taken = new Set<string>()
    const fields = Array.from({ length: chance.int(1, 4) }, () => objectField(chance, taken, depth + 1))
    return { type: 'object', fields }
  },
}

const TYPE_NAMES = Object.keys(makers) as (keyof typeof makers)[]
const LEAVES = TYPE_NAMES.filter((name) => name !== 'list' && name !== 'object')
/** What holds other types comes more often: it has more ways to be. */
const WEIGHTED = [...TYPE_NAMES, 'list', 'list', 'object'] as const

/** A type for a field of an entity (depth 0) or for what lies inside one. */
export function fieldType(chance: Chance, depth = 0): FieldType {
  const names = depth < DEEPEST ? WEIGHTED : LEAVES
  const name = chance.pick(depth > 0 ? names.filter((one) => !NEVER_INSIDE.has(one)) : names)
  return makers[name](chance, depth)
}

function objectField(chance: Chance, taken: Set<string>, depth: number): ObjectField {
  return {
    name: fieldName(chance, taken, 'object'),
    ...fieldType(chance, depth),
    ...given({
      optional: chance.maybe(0.4, () => true),
      label: localText(chance, 0.4),
    }),
  }
}

function textual<Name extends 'string' | 'text'>(chance: Chance, type: Name, most: number): TypeOf<Name> {
  const { pattern, min, max } = chance.maybe(0.25, () => chance.pick(PATTERNS)) ?? {
    pattern: undefined,
    min: chance.pick([1, 1, 2, 12]),
    max: chance.pick([12, 20, 100, most]),
  }
  return given({
    type,
    minLength: chance.maybe(0.4, () => min),
    maxLength: chance.maybe(0.5, () => max),
    pattern,
  }) as TypeOf<Name>
}

function decimal(chance: Chance): TypeOf<'decimal'> {
  const { precision, scale, low, high } = chance.pick([
    { precision: 12, scale: 2, low: 0, high: 1_000_000 },
    { precision: 5, scale: 0, low: -10, high: 99_999 },
    { precision: 4, scale: 4, low: '0.0001', high: '0.9999' },
    { precision: 38, scale: 10, low: '-1234567890123456789012345678.0000000001', high: '1e3' },
  ])
  // Exponents are for people who write numbers; the format takes plain decimal text.
  const most = high === '1e3' ? '1000' : high
  return given({
    type: 'decimal',
    precision,
    scale,
    min: chance.maybe(0.5, () => low),
    max: chance.maybe(0.5, () => most),
  })
}

function enumValues(chance: Chance) {
  return chance.some(ENUM_VALUES, chance.pick([1, 2, 3, 5, 12])).map((name) => ({
    name,
    ...given({ label: localText(chance, 0.4) }),
  }))
}

const INDEXED: ReadonlySet<FieldTypeName> = new Set([
  'string',
  'integer',
  'decimal',
  'boolean',
  'date',
  'datetime',
  'uuid',
  'email',
  'enum',
])

/** Whether a type may stand in an index of several fields. */
export function isIndexable({ type }: FieldType): boolean {
  return INDEXED.has(type) || type === 'reference'
}

/** A field of an entity, of any type but a reference. */
export function entityField(chance: Chance, taken: Set<string>): Field {
  const type = fieldType(chance)
  const unique = INDEXED.has(type.type) && capacityOf(type) >= DISTINCT_ROWS && chance.flag(0.25)
  const name = fieldName(chance, taken, 'entity')
  const hasDefault = !unique && !isSecret(name) && chance.flag(0.35)
  // A list has parameters of its own besides those of its indexed fields.
  const indexed = INDEXED.has(type.type) && chance.flag(0.3) && name !== 'limit' && name !== 'cursor'
  const isFree = !unique || (name !== 'limit' && name !== 'cursor')
  return {
    name,
    ...type,
    ...given({
      optional: chance.maybe(0.35, () => true),
      label: localText(chance),
      unique: unique && isFree ? true : undefined,
      indexed: indexed ? true : undefined,
      default: hasDefault ? defaultOf(chance, type) : undefined,
    }),
  }
}

/** A default that stands in a design is no secret any more. */
function isSecret(name: string): boolean {
  return /(?:password|secret|key)$/.test(name)
}

/** A constant that the type accepts; nothing for types that have none. */
function defaultOf(chance: Chance, type: FieldType): DefaultValue | undefined {
  switch (type.type) {
    case 'string':
    case 'text':
      return textDefault(chance, type)
    case 'integer':
      return chance.pick([type.min, type.max, 1].filter((value) => value !== undefined))
    case 'decimal':
      return chance.pick(
        [type.min, type.max, type.scale === type.precision ? '0.5' : 1].filter(
          (value) => value !== undefined,
        ),
      )
    case 'boolean':
      return chance.flag()
    case 'date':
      return chance.pick(['now', '2024-02-29'])
    case 'datetime':
      return chance.pick(['now', '2024-02-29T23:59:59Z'])
    case 'uuid':
      return '3f2b8c1e-6d4a-4f0b-9c57-1a2b3c4d5e6f'
    case 'email':
      return 'someone@example.com'
    case 'enum':
      return chance.pick(type.values).name
    case 'list':
      return listDefault(chance, type)
    default:
      return undefined
  }
}

function textDefault(chance: Chance, { pattern, minLength = 0, maxLength = 255 }: TypeOf<'string' | 'text'>) {
  const known = PATTERNS.find((one) => one.pattern === pattern)
  const candidates = [...(known?.texts ?? [...TEXTS.en, ...TEXTS.ru, 'a', '"quoted" \\ and {{braces}}'])]
  const fitting = candidates.filter(({ length }) => length >= minLength && length <= maxLength)
  return fitting.length > 0 ? chance.pick(fitting) : undefined
}

const LISTED: ReadonlySet<FieldTypeName> = new Set([
  'string',
  'text',
  'enum',
  'email',
  'uuid',
  'date',
  'datetime',
])

/** Lists have defaults where every item is a text that stands for itself, or where there is none. */
function listDefault(chance: Chance, { of, minItems = 0, maxItems = 3 }: TypeOf<'list'>) {
  const most = LISTED.has(of.type) ? Math.min(maxItems, 3) : 0
  const count = chance.int(minItems, Math.max(minItems, most))
  const items = Array.from({ length: count }, () => defaultOf(chance, of))
  const areTexts = LISTED.has(of.type) && items.every((item) => typeof item === 'string' && item !== 'now')
  return count === 0 || areTexts ? (items as string[]) : undefined
}
