import { portablePattern } from '@/lib/topology/pattern'
import { PythonFloat } from '../formats/python-json'
import type { FieldType } from '../project'
import type { Components } from './components'
import type { Bound, Schema } from './document'

/** A type of fields by its name. */
export type TypeOf<Name extends FieldType['type']> = Extract<FieldType, { readonly type: Name }>

/** How the values of fields are described at one place of an API. */
export interface ValueStyle {
  /** Decimals are read from numbers and texts, but written as texts alone. */
  readonly direction: 'input' | 'output'
  /** Whether the limits of the design stand here, or any value of the type will do. */
  readonly limits: boolean
  /** How the limits of integers are written. */
  readonly bound: (text: string) => Bound
  /** A reference to the schema of an enum or an object. */
  readonly refer: (type: TypeOf<'enum' | 'object'>, style: ValueStyle, components: Components) => Schema
}

type Maker<Type> = (type: Type, style: ValueStyle, components: Components) => Schema
type Makers = { readonly [Name in FieldType['type']]: Maker<TypeOf<Name>> }

const INT64 = { min: '-9223372036854775808', max: '9223372036854775807' }
const LONGEST_EMAIL = 254
const LONGEST_SECRET = 1000

/** As FastAPI writes the bounds of named schemas. */
export const floatBound = (text: string): Bound => new PythonFloat(text)
/** As FastAPI writes the bounds of parameters. */
export const exactBound = (text: string): Bound => BigInt(text)

const uuid = (): Schema => ({ type: 'string', format: 'uuid' })
const textual = (type: TypeOf<'string' | 'text'>, { limits }: ValueStyle): Schema => ({
  type: 'string',
  ...(limits ? textLimits(type) : {}),
})

const makers: Makers = {
  string: textual,
  text: textual,
  integer: (type, { limits, bound }) => {
    const { min, max } = limits ? type : INT64
    return { type: 'integer', minimum: bound(min), maximum: bound(max) }
  },
  decimal: (type, { direction, limits }) => {
    if (direction === 'output') return { type: 'string' }
    const { min, max } = limits ? type : { min: null, max: null }
    const bounds = {
      // Wherever they stand, pydantic writes these as floats.
      ...(min === null ? {} : { minimum: floatBound(min) }),
      ...(max === null ? {} : { maximum: floatBound(max) }),
    }
    return { anyOf: [{ type: 'number', ...bounds }, { type: 'string' }] }
  },
  boolean: () => ({ type: 'boolean' }),
  date: () => ({ type: 'string', format: 'date' }),
  datetime: () => ({ type: 'string', format: 'date-time' }),
  uuid,
  reference: uuid,
  email: (_, { limits }) =>
    limits ? { type: 'string', format: 'email', maxLength: LONGEST_EMAIL } : { type: 'string' },
  secret: ({ minLength }) => ({
    type: 'string',
    format: 'password',
    writeOnly: true,
    ...lengths(minLength, LONGEST_SECRET),
  }),
  json: (_type, _style, components) => components.refer('JsonValue', () => ({})),
  enum: (type, style, components) => style.refer(type, style, components),
  object: (type, style, components) => style.refer(type, style, components),
  list: ({ of, minItems, maxItems }, style, components) => ({
    type: 'array',
    items: valueSchema(of, style, components),
    ...(style.limits && minItems > 0 ? { minItems } : {}),
    ...(style.limits && maxItems !== null ? { maxItems } : {}),
  }),
}

/** The schema of the values of a type. */
export function valueSchema(type: FieldType, style: ValueStyle, components: Components): Schema {
  // The maker found by the type's name takes this type, which the compiler cannot follow.
  const make = makers[type.type] as Maker<FieldType>
  return make(type, style, components)
}

function textLimits({ minLength, maxLength, pattern }: TypeOf<'string' | 'text'>): Schema {
  return {
    ...lengths(minLength, maxLength),
    ...(pattern === null ? {} : { pattern: portablePattern(pattern) }),
  }
}

function lengths(minLength: number, maxLength: number): Schema {
  return { ...(minLength > 0 ? { minLength } : {}), maxLength }
}
