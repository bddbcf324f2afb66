import { DEFAULT_LIST_LENGTH, lengthsOf } from '@/lib/topology/capacity'
import type { FieldType } from '@/lib/topology/model/field'
import { enumFaults } from './enum-type'
import { type FieldFault, fault, type TypeOf } from './fault'
import { decimalFaults, integerFaults } from './number-type'
import { secretFaults, textFaults } from './text-type'

/** What is wrong with the facts of a type; `depth` counts the lists and objects around it, itself included. */
export function typeFaults(type: FieldType, depth = 1): Iterable<FieldFault> {
  switch (type.type) {
    case 'string':
    case 'text':
      return textFaults(type)
    case 'secret':
      return secretFaults(type)
    case 'integer':
      return integerFaults(type)
    case 'decimal':
      return decimalFaults(type)
    case 'enum':
      return enumFaults(type)
    case 'list':
      return listFaults(type, depth)
    case 'object':
      return objectFaults(type, depth)
    default:
      return []
  }
}

const DEEPEST = 4
const LARGEST = 100_000

/** The number of items of a list, and what it holds. */
function* listFaults(type: TypeOf<'list'>, depth: number): Generator<FieldFault> {
  const { minItems = 0, maxItems = DEFAULT_LIST_LENGTH, of } = type
  if (maxItems < 1 || maxItems > DEFAULT_LIST_LENGTH) {
    yield fault(
      ['maxItems'],
      `let it hold 1 to ${DEFAULT_LIST_LENGTH} items`,
      `пусть в нём будет от 1 до ${DEFAULT_LIST_LENGTH} элементов`,
    )
  } else if (minItems > maxItems) {
    yield fault(
      ['minItems'],
      `its fewest items, ${minItems}, are above its most, ${maxItems}`,
      `наименьшее число элементов ${minItems} больше наибольшего, ${maxItems}`,
    )
  }
  yield* innerFaults(of, ['of'], depth)
  if (depth === 1 && smallest(type) > LARGEST) {
    yield fault(
      ['minItems'],
      'its smallest value is already too large; ask for less',
      'уже наименьшее значение слишком велико; требуйте меньше',
    )
  }
}

/** The fields of an object. */
function* objectFaults(type: TypeOf<'object'>, depth: number): Generator<FieldFault> {
  if (type.fields.length === 0)
    yield fault(['fields'], 'give the object at least one field', 'дайте объекту хотя бы одно поле')
  for (const [index, field] of type.fields.entries()) {
    yield* innerFaults(field, ['fields', index], depth)
  }
  if (depth === 1 && smallest(type) > LARGEST) {
    yield fault(
      ['fields'],
      'its smallest value is already too large; ask for less',
      'уже наименьшее значение слишком велико; требуйте меньше',
    )
  }
}

function* innerFaults(type: FieldType, path: FieldFault['path'], depth: number): Generator<FieldFault> {
  if (type.type === 'reference' || type.type === 'secret') {
    const [en, ru] = type.type === 'secret' ? ['a secret', 'секрет'] : ['a reference', 'ссылка']
    yield fault(
      [...path, 'type'],
      `${en} stands alone, not inside a list or an object`,
      `${ru} стоит отдельно, а не внутри списка или объекта`,
    )
    return
  }
  if ((type.type === 'list' || type.type === 'object') && depth >= DEEPEST) {
    yield fault(
      [...path, 'type'],
      `nest lists and objects at most ${DEEPEST} deep`,
      `вкладывайте списки и объекты не глубже ${DEEPEST}`,
    )
    return
  }
  for (const { path: inner, message } of typeFaults(type, depth + 1))
    yield { path: [...path, ...inner], message }
}

/** Characters and values of the smallest value of a type. */
function smallest(type: FieldType): number {
  switch (type.type) {
    case 'string':
    case 'text':
      return Math.max(1, lengthsOf(type).min)
    case 'list':
      return 1 + (type.minItems ?? 0) * smallest(type.of)
    case 'object':
      return type.fields.reduce((sum, field) => sum + (field.optional ? 0 : smallest(field)), 1)
    default:
      return 1
  }
}
