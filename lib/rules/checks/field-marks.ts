import { capacityOf, DISTINCT_ROWS, lengthsOf } from '@/lib/topology/capacity'
import type { Field, FieldTypeName } from '@/lib/topology/model/field'
import type { Text } from '../rule'
import { text } from '../words'
import { wantedDefault } from './default-value'
import { type FieldFault, fault } from './fault'

/** Longer values do not fit a row of a B-tree, whatever their letters. */
export const LONGEST_INDEXED = 500

const NEVER_INDEXED: ReadonlySet<FieldTypeName> = new Set(['text', 'json', 'list', 'object', 'secret'])

/** Whether an index can be made over a field. */
export function isIndexable(field: Field): boolean {
  if (NEVER_INDEXED.has(field.type)) return false
  return field.type !== 'string' || lengthsOf(field).max <= LONGEST_INDEXED
}

/** What is wrong with `unique`, `indexed`, `default` and the deletion rule of a stored field. */
export function* markFaults(field: Field): Generator<FieldFault> {
  if (field.unique || field.indexed) yield* indexFaults(field)
  if (field.default !== undefined) yield* defaultFaults(field, field.default)
  if (field.type === 'reference' && field.onDelete === 'set_null' && !field.optional) {
    yield {
      ...fault(
        ['onDelete'],
        'it is required, so deletion cannot empty it; make it optional',
        'оно обязательно, и при удалении его не очистить; сделайте его необязательным',
      ),
      fix: {
        label: text('Make it optional', 'Сделать необязательным'),
        change: (was) => ({ ...was, optional: true }),
      },
    }
  }
}

/** The same of a field that is sent and not stored: only its default means anything. */
export function* travellingFaults(field: Field): Generator<FieldFault> {
  if (field.default !== undefined) yield* defaultFaults({ ...field, unique: false }, field.default)
}

function* indexFaults(field: Field): Generator<FieldFault> {
  const mark = field.unique ? 'unique' : 'indexed'
  const fix = { label: text(`Take "${mark}" away`, `Снять «${mark}»`), change: withoutMarks }
  const reason = isIndexable(field) ? undistinct(field) : unindexable(field)
  if (reason) yield { path: [mark], message: reason, fix }
}

function unindexable(field: Field): Text {
  if (field.type === 'string') {
    return text(
      `it may be ${lengthsOf(field).max} characters long; an indexed string has at most ${LONGEST_INDEXED}`,
      `в нём до ${lengthsOf(field).max} знаков; в индексируемой строке их не больше ${LONGEST_INDEXED}`,
    )
  }
  return text(
    `a field of type ${field.type} can be neither unique nor indexed`,
    `поле типа ${field.type} не может быть ни уникальным, ни индексируемым`,
  )
}

function undistinct(field: Field): Text | undefined {
  const values = capacityOf(field)
  if (!field.unique || values >= DISTINCT_ROWS) return undefined
  return text(
    `it has only ${Math.max(0, values)} different values, too few to be unique`,
    `у него различных значений всего ${Math.max(0, values)}: для уникального поля мало`,
  )
}

function withoutMarks(field: Field): Field {
  const { unique: _, indexed: __, ...rest } = field
  return rest
}

function* defaultFaults(field: Field, value: NonNullable<Field['default']>): Generator<FieldFault> {
  const wanted = wantedDefault(field, value)
  const twice = field.unique
    ? text(
        'two rows that take its default would not be unique; remove the default',
        'две строки со значением по умолчанию не были бы уникальны; уберите его',
      )
    : undefined
  const message = wanted ?? twice
  if (!message) return
  yield {
    path: ['default'],
    message,
    fix: { label: text('Remove the default', 'Убрать значение по умолчанию'), change: withoutDefault },
  }
}

function withoutDefault(field: Field): Field {
  const { default: _, ...rest } = field
  return rest
}
