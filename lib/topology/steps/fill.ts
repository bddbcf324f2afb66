/** Values for fields, taken from what a scope has: by name first, then whatever is right by its type. */
import { lengthsOf } from '../capacity'
import type { Field, FieldType } from '../model/field'
import type { Constant, NamedValue, Value } from '../model/value'
import { samplePattern } from '../pattern'
import { type Offer, valuesIn, wantedBy } from './offers'
import type { Scope } from './scope'
import { isNeeded, type TypedField } from './value-type'

/** The value in scope that a field surely means: of its name and type, or the only one that refers to its entity. */
export function surelyMeant(scope: Scope, field: TypedField): Value | undefined {
  const fitting = valuesIn(scope, wantedBy(field), field.name).filter(({ value }) => 'path' in value)
  const named = fitting.find((offer) => isNamed(offer, field.name))
  if (named || field.type !== 'reference') return named?.value
  const referring = fitting.filter(({ type }) => type.is === 'plain' && type.type.type === 'reference')
  return referring.length === 1 ? referring[0]?.value : undefined
}

function isNamed({ value, name }: Offer, field: string): boolean {
  if ('path' in value && value.path.length === 1 && value.path[0] === field) return true
  return name.split('.').slice(-2).join('_') === field
}

/** Values for the fields that have to be given, and for the others whose name is in scope. */
export function filled(scope: Scope, fields: readonly Field[]): NamedValue[] {
  return fields.flatMap((field) => {
    const value = surelyMeant(scope, field) ?? (isNeeded(field) ? standIn(scope, field) : undefined)
    return value ? [{ name: field.name, value }] : []
  })
}

/** Any value that is right by its type, where one has to be given; undefined where only a person can know. */
export function standIn(scope: Scope, field: TypedField): Value | undefined {
  const constant = constantFor(field)
  if (constant !== undefined) return { value: 'constant', constant }
  return valuesIn(scope, wantedBy(field), field.name)[0]?.value
}

/** A constant of a type that is within its limits. */
export function constantFor(field: FieldType & { readonly name?: string }): Constant | undefined {
  switch (field.type) {
    case 'boolean':
      return false
    case 'enum':
      return field.values[0]?.name
    case 'integer':
      return field.min ?? Math.min(0, field.max ?? 0)
    case 'decimal':
      return field.min ?? (Number(field.max ?? 0) >= 0 ? 0 : field.max)
    case 'string':
    case 'text': {
      const { min, max } = lengthsOf(field)
      if (field.pattern !== undefined) return samplePattern(field.pattern, min, max)
      return (field.name ?? 'text').padEnd(min, '.').slice(0, max)
    }
    default:
      return undefined
  }
}
