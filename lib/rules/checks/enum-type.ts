import { enumMember } from '@/lib/topology/class-names'
import { freshName } from '@/lib/topology/fresh'
import { enumValueSlug, isEnumValue } from '@/lib/topology/identifiers'
import type { EnumValue, Field } from '@/lib/topology/model/field'
import { shown, text } from '../words'
import { type FieldFault, fault, type TypeOf } from './fault'

/** Values of an enum: at least one, well formed, each its own member in Python. */
export function* enumFaults({ values }: TypeOf<'enum'>): Generator<FieldFault> {
  if (values.length === 0)
    yield fault(['values'], 'give it at least one value', 'дайте ему хотя бы одно значение')
  const seen = new Set<string>()
  for (const [index, { name }] of values.entries()) {
    const path = ['values', index, 'name']
    const isTwin = seen.has(enumMember(name))
    seen.add(enumMember(name))
    if (!isEnumValue(name)) {
      yield fault(
        path,
        `its value ${shown(name)} needs letters, digits, _ or -, a letter first, 63 characters at most`,
        `значение ${shown(name)}: нужны латинские буквы, цифры, _ или -, сначала буква, не больше 63 знаков`,
      )
    } else if (isTwin) {
      yield fault(
        path,
        `its value ${shown(name)} is there twice, or differs from another one only in case or in - and _`,
        `значение ${shown(name)} повторяется или отличается от другого только регистром или - и _`,
      )
    }
  }
}

/** The field with good, different values; a default follows the value that it names. */
export function mendEnum(field: Field): Field {
  if (field.type !== 'enum') return field
  const values = mendValues(field.values)
  const index = field.values.findIndex(({ name }) => name === field.default)
  const next = values[index]?.name
  return next === undefined ? { ...field, values } : { ...field, values, default: next }
}

function mendValues(values: readonly EnumValue[]): readonly EnumValue[] {
  const taken = new Set<string>()
  const mended: EnumValue[] = []
  // The last resort of a design that names nothing.
  for (const value of values.length > 0 ? values : [{ name: 'first' }]) {
    const stem = isEnumValue(value.name) ? value.name : enumValueSlug(value.name)
    const number = freshName(taken, enumMember(stem.slice(0, 58))).slice(enumMember(stem.slice(0, 58)).length)
    const name = number === '' && !taken.has(enumMember(stem)) ? stem : `${stem.slice(0, 58)}${number}`
    taken.add(enumMember(name))
    mended.push({ ...value, name })
  }
  return mended
}

/** The label of the repair. */
export const MEND_LABEL = text('Mend the values', 'Исправить значения')
