import type { Code } from '../code'
import { py } from '../encode/python'
import type { Field, FieldType } from '../project'
import { type Literal, literalTree } from '../python/literal'
import { bound, decimalText } from '../python/samples'
import { findMismatch, wrongValues } from '../python/wrong-values'
import { LONGEST_SECRET } from './checks'

/** A value that a field does not take: on the wire, and in the domain where such a value can be there. */
export interface FaultView {
  readonly field: string
  readonly json: Code
  readonly value: Code | null
  readonly code: string | null
}

type TypeOf<Name extends FieldType['type']> = Extract<FieldType, { readonly type: Name }>
/** The value on the wire, the same in the domain, and what the domain says. */
type Fault = readonly [json: Literal, value: Literal, code: string]

const INDENT = 12
const INT64 = { min: '-9223372036854775808', max: '9223372036854775807' }
/** What only the wire can carry: values of another kind. Of the others one of another kind is enough. */
const WIRE_ONLY: ReadonlySet<FieldType['type']> = new Set(['boolean', 'date', 'uuid', 'reference', 'object'])

/** Everything that a field must refuse. */
export function faultsOf({ name, required, type }: Field): readonly FaultView[] {
  const absent: readonly Fault[] = required ? [[null, null, 'REQUIRED']] : []
  const wrong = wrongValues(type)
  const ofAnotherKind = WIRE_ONLY.has(type.type) ? wrong : wrong.slice(0, 1)
  return [
    ...[...absent, ...domainFaults(type)].map(([json, value, code]) => ({
      field: name,
      json: literalTree(json, INDENT),
      value: literalTree(value, INDENT),
      code,
    })),
    ...ofAnotherKind.map((json) => ({
      field: name,
      json: literalTree(json, INDENT),
      value: null,
      code: null,
    })),
  ]
}

/** The same value on the wire and in the domain. */
function alike(value: Literal, code: string): Fault {
  return [value, value, code]
}

function domainFaults(type: FieldType): readonly Fault[] {
  switch (type.type) {
    case 'string':
    case 'text':
      return [...lengthFaults(type.minLength, type.maxLength), ...patternFaults(type.pattern)]
    case 'secret':
      return lengthFaults(type.minLength, LONGEST_SECRET)
    case 'email':
      return [alike('nobody', 'NOT_AN_EMAIL')]
    case 'integer':
      return integerFaults(type)
    case 'decimal':
      return decimalFaults(type)
    case 'datetime':
      return [['2026-01-01T10:00:00', py`sample.NAIVE`, 'WITHOUT_TIME_ZONE']]
    case 'enum':
      return [alike('no such member', 'UNKNOWN_MEMBER')]
    case 'list':
      return listFaults(type)
    default:
      return []
  }
}

function lengthFaults(min: number, max: number): readonly Fault[] {
  return [
    ...(min > 0 ? [alike(py`"x" * ${min - 1}`, 'TOO_SHORT')] : []),
    alike(py`"x" * ${max + 1}`, 'TOO_LONG'),
  ]
}

function patternFaults(pattern: string | null): readonly Fault[] {
  const mismatch = pattern === null ? undefined : findMismatch(pattern)
  return mismatch === undefined ? [] : [alike(mismatch, 'PATTERN')]
}

function integerFaults({ min, max }: TypeOf<'integer'>): readonly Fault[] {
  return [
    alike(min === INT64.min ? py`-(2**63) - 1` : BigInt(min) - 1n, 'TOO_SMALL'),
    alike(max === INT64.max ? py`2**63` : BigInt(max) + 1n, 'TOO_LARGE'),
  ]
}

function decimalFaults({ precision, scale, min, max }: TypeOf<'decimal'>): readonly Fault[] {
  const [least, most] = [bound(min, scale), bound(max, scale)]
  const texts = [
    [`1${'0'.repeat(precision - scale)}`, 'TOO_MANY_DIGITS'],
    [`0.${'0'.repeat(scale)}1`, 'TOO_MANY_DECIMALS'],
    ...(least === null ? [] : [[decimalText(least - 1n, scale), 'TOO_SMALL']]),
    ...(most === null ? [] : [[decimalText(most + 1n, scale), 'TOO_LARGE']]),
  ] as const
  return texts.map(([text = '', code = '']) => [text, py`Number(${text})`, code])
}

function listFaults({ minItems, maxItems }: TypeOf<'list'>): readonly Fault[] {
  const blank = (length: number, code: string): Fault => [
    py`[None] * ${length}`,
    py`(None,) * ${length}`,
    code,
  ]
  return [
    ...(minItems > 0 ? [[[], py`()`, 'TOO_FEW_ITEMS'] as const] : []),
    ...(maxItems === null ? [] : [blank(maxItems + 1, 'TOO_MANY_ITEMS')]),
    blank(Math.max(1, minItems), 'REQUIRED'),
  ]
}
