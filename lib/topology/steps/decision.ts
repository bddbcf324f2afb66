/** A person's own rule: its typed inputs, and what the rows of its table may name. */
import type { FieldType } from '../model/field'
import type { Step } from '../model/step'
import type { Scope } from './scope'
import { typeOfValue } from './typed-value'
import {
  objectType,
  optional,
  plainType,
  required,
  type TypedField,
  UNKNOWN,
  type ValueType,
} from './value-type'

type Decide = Extract<Step, { step: 'decide' }>

/** Types that a table can give constants of. */
export const DECIDED: ReadonlySet<FieldType['type']> = new Set([
  'string',
  'text',
  'integer',
  'decimal',
  'boolean',
  'enum',
  'date',
  'datetime',
  'email',
  'uuid',
])

/** The inputs of a decision with the types that the scope gives them; unknown ones are left out. */
export function decisionInputs(scope: Scope, { inputs }: Pick<Decide, 'inputs'>): readonly TypedField[] {
  return inputs.flatMap(({ name, value }): TypedField[] => {
    const type = inputType(typeOfValue(scope, value))
    if (type.is !== 'plain') return []
    return [{ ...type.type, name, ...(type.optional && { optional: true }) }]
  })
}

/** What a value is as an input: a constant has the plainest type of its kind. */
export function inputType(type: ValueType): ValueType {
  if (type.is !== 'constant') return type
  switch (typeof type.constant) {
    case 'string':
      return plainType({ type: 'string' })
    case 'boolean':
      return plainType({ type: 'boolean' })
    case 'number':
      return plainType(
        Number.isSafeInteger(type.constant)
          ? { type: 'integer' }
          : { type: 'decimal', precision: 38, scale: 10 },
      )
    default:
      return UNKNOWN
  }
}

/** The scope in which the rows of a decision's table are judged: `input` is what the decision is given, and nothing else is there. */
export function decisionScope(scope: Scope, step: Pick<Decide, 'inputs'>): Scope {
  const isComplete = step.inputs.every(({ value }) => inputType(typeOfValue(scope, value)).is === 'plain')
  const input = isComplete ? objectType(decisionInputs(scope, step)) : UNKNOWN
  return { ...scope, sources: { input }, results: new Map(), known: new Set() }
}

/** A text that is the same for two decisions exactly when one function can serve both. */
export function signatureOf(scope: Scope, step: Decide): string | undefined {
  const types = step.inputs.map(({ value }) => inputType(typeOfValue(scope, value)))
  if (types.some(({ is }) => is !== 'plain')) return undefined
  const parameters = step.inputs.map(({ name }, index) => [name, shapeOf(types[index] ?? UNKNOWN)])
  return JSON.stringify([
    parameters.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    shapeOfField(step.result),
  ])
}

function shapeOf(type: ValueType): string {
  const plain = required(type)
  const shape = plain.is === 'plain' ? shapeOfField(plain.type) : plain.is
  return optional(type) === type ? `${shape}?` : shape
}

/** Types of one shape are one type in code: limits and labels say nothing here. */
function shapeOfField(type: FieldType): string {
  switch (type.type) {
    case 'text':
    case 'email':
      return 'string'
    case 'reference':
      return 'uuid'
    case 'enum':
      return `enum ${type.values.map(({ name }) => name).join(' ')}`
    case 'list':
      return `list ${shapeOfField(type.of)}`
    case 'object':
      return `object ${type.fields.map((field) => `${field.name}${field.optional ? '?' : ''}:${shapeOfField(field)}`).join(' ')}`
    default:
      return type.type
  }
}
