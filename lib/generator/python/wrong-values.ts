import { matchesPattern } from '@/lib/topology/pattern'
import { py } from '../encode/python'
import type { FieldType } from '../project'
import type { Literal } from './literal'
import { bound, decimalText, sampleValue } from './samples'

const INT64 = { min: -(2n ** 63n), max: 2n ** 63n - 1n }
const LONGEST_SECRET = 1000
/** Longer lists are not written out only to be refused. */
const LONGEST_LIST = 50

type TypeOf<Name extends FieldType['type']> = Extract<FieldType, { readonly type: Name }>

/** JSON values that an API refuses for a field of this type: of another type, beyond each limit, malformed. */
export function wrongValues(type: FieldType): readonly Literal[] {
  switch (type.type) {
    case 'string':
    case 'text':
      return wrongTexts(type)
    case 'secret':
      return [1, longText(LONGEST_SECRET + 1), ...tooShort(type.minLength)]
    case 'integer':
      return wrongIntegers(type)
    case 'decimal':
      return wrongDecimals(type)
    case 'boolean':
      return ['text', 2]
    case 'date':
      return ['2024-13-01', 'text']
    case 'datetime':
      return ['2024-01-01T10:00:00', 'text', '0001-01-01T00:00:00+14:00']
    case 'uuid':
    case 'reference':
      return ['text', 1]
    case 'email':
      return ['nobody', 'a b@example.com']
    case 'enum':
      return ['no such option', 1]
    case 'json':
      return []
    case 'list':
      return wrongLists(type)
    case 'object':
      return wrongObjects(type)
  }
}

function wrongTexts({ minLength, maxLength, pattern }: TypeOf<'string' | 'text'>): readonly Literal[] {
  const mismatch = pattern === null ? undefined : findMismatch(pattern)
  return [
    1,
    longText(maxLength + 1),
    ...tooShort(minLength),
    ...(mismatch === undefined ? [] : [mismatch]),
    'a\u0000b',
  ]
}

const longText = (length: number): Literal => py`"x" * ${length}`

function tooShort(minLength: number): readonly Literal[] {
  if (minLength === 0) return []
  return [minLength <= 20 ? 'x'.repeat(minLength - 1) : longText(minLength - 1)]
}

/** A text that the pattern refuses, if one of a few ordinary ones is. */
export function findMismatch(pattern: string): string | undefined {
  const ordinary = ['abcdef', 'ABC', '0', ' ', '!', '']
  return ordinary.find((text) => !matchesPattern(pattern, text))
}

function wrongIntegers(type: TypeOf<'integer'>): readonly Literal[] {
  const [min, max] = [BigInt(type.min), BigInt(type.max)]
  return [
    'text',
    1.5,
    INT64.max + 1n,
    INT64.min - 1n,
    ...(min === INT64.min ? [] : [min - 1n]),
    ...(max === INT64.max ? [] : [max + 1n]),
  ]
}

function wrongDecimals({ precision, scale, min, max }: TypeOf<'decimal'>): readonly Literal[] {
  const [least, most] = [bound(min, scale), bound(max, scale)]
  return [
    'text',
    'NaN',
    'Infinity',
    '1'.repeat(precision - scale + 1),
    `0.${'0'.repeat(scale)}1`,
    ...(least === null ? [] : [decimalText(least - 1n, scale)]),
    ...(most === null ? [] : [decimalText(most + 1n, scale)]),
  ]
}

function wrongLists(type: TypeOf<'list'>): readonly Literal[] {
  const { of, minItems, maxItems } = type
  const tooMany = maxItems !== null && maxItems <= LONGEST_LIST
  return [
    'text',
    [null],
    ...(minItems > 0 ? [[]] : []),
    ...(tooMany ? [Array.from({ length: maxItems + 1 }, () => sampleValue(of, 0))] : []),
  ]
}

function wrongObjects(type: TypeOf<'object'>): readonly Literal[] {
  const sample = sampleValue(type, 0) as { readonly [key: string]: Literal }
  const needy = type.fields.some((field) => field.required)
  return ['text', { ...sample, no_such_field: 1 }, ...(needy ? [{}] : [])]
}
