import type { Code } from '../code'
import type { Field } from '../project'
import { type Literal, literalTree } from '../python/literal'
import { SAMPLE_ROWS, sampleValue } from '../python/samples'
import { wrongValues } from '../python/wrong-values'

const INDENT = 12

/** What the tests of a message know of it: data that it carries, and data that break its schema. */
export function messageSamples(fields: readonly Field[]): {
  readonly samples: readonly Code[]
  readonly faults: readonly { readonly field: string; readonly value: Code }[]
  readonly required: readonly string[]
} {
  const rows = fields.length > 0 ? SAMPLE_ROWS : 1
  return {
    samples: Array.from({ length: rows }, (_, row) =>
      literalTree(Object.fromEntries(fields.map(({ name, type }) => [name, sampleValue(type, row)])), 4),
    ),
    faults: fields.flatMap((field) =>
      faultsOf(field).map((value) => ({ field: field.name, value: literalTree(value, INDENT) })),
    ),
    required: fields.flatMap((field) => (field.required && !field.default ? [field.name] : [])),
  }
}

/** Readers of messages tolerate fields that they do not know, unlike APIs. */
function faultsOf({ type }: Field): readonly Literal[] {
  const wrong = wrongValues(type)
  return type.type === 'object' ? wrong.filter((value) => !hasUnknown(value)) : wrong
}

function hasUnknown(value: Literal): boolean {
  return typeof value === 'object' && value !== null && 'no_such_field' in value
}
