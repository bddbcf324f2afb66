import { changeAt } from '@/lib/topology/at'
import { type FieldPlace, fieldPlaces } from '@/lib/topology/field-places'
import { engineOf, type Lookup } from '@/lib/topology/lookup'
import type { Field } from '@/lib/topology/model/field'
import { MEND_LABEL, mendEnum } from '../checks/enum-type'
import type { FieldFault } from '../checks/fault'
import { fault } from '../checks/fault'
import { invalidFields, validFields } from '../checks/field-examples'
import { markFaults, travellingFaults } from '../checks/field-marks'
import { typeFaults } from '../checks/field-type'
import type { Finding, Fix, Rule } from '../rule'
import { plain, text } from '../words'

export const invalidField: Rule = {
  id: 'invalid-field',
  group: 'names',
  severity: 'error',
  title: text(
    "A field's type, default, length, enum values and reference agree with one another.",
    'Тип, значение по умолчанию, длина, перечень и ссылка поля согласованы между собой.',
  ),
  why: text(
    'A field that contradicts itself has no value that could be stored.',
    'Для поля, которое противоречит себе, нет значения, которое можно сохранить.',
  ),
  check,
  examples: { valid: validFields, invalid: invalidFields },
}

function* check(look: Lookup): Generator<Finding> {
  for (const where of fieldPlaces(look.topology)) {
    for (const [index, field] of where.fields.entries()) {
      for (const found of faultsOf(field, where)) yield findingOf(field, index, where, found)
      if (where.entity && engineOf(look.node(where.entity.owner)) === 'mongo' && isCascade(field)) {
        yield findingOf(field, index, where, CASCADE)
      }
    }
  }
}

const isCascade = (field: Field) => field.type === 'reference' && field.onDelete === 'cascade'

const CASCADE: FieldFault = {
  ...fault(
    ['onDelete'],
    'MongoDB deletes nothing along; choose restrict or set null',
    'MongoDB ничего не удаляет вместе; выберите restrict или set null',
  ),
  fix: {
    label: text('Use restrict', 'Взять restrict'),
    change: (field) => (field.type === 'reference' ? { ...field, onDelete: 'restrict' } : field),
  },
}

// A field is immutable, so what is wrong with it is found once.
const stored = new WeakMap<Field, readonly FieldFault[]>()
const travelling = new WeakMap<Field, readonly FieldFault[]>()

function faultsOf(field: Field, { entity }: FieldPlace): readonly FieldFault[] {
  const known = entity ? stored : travelling
  const faults = known.get(field) ?? judgeField(field, entity !== undefined)
  known.set(field, faults)
  return faults
}

function judgeField(field: Field, isStored: boolean): readonly FieldFault[] {
  const faults = [...typeFaults(field)].map((found) => withMend(field, found))
  return [...faults, ...(isStored ? markFaults(field) : travellingFaults(field))]
}

/** All values of an enum are mended at once. */
function withMend(field: Field, found: FieldFault): FieldFault {
  if (field.type !== 'enum') return found
  return {
    ...found,
    fix: { label: MEND_LABEL, change: mendEnum },
  }
}

function findingOf(field: Field, index: number, { place, entity }: FieldPlace, found: FieldFault): Finding {
  const name = entity ? `${plain(entity.name)}.${plain(field.name)}` : plain(field.name)
  const path = [...place.path, index]
  return {
    message: text(`${name}: ${found.message.en}.`, `${name}: ${found.message.ru}.`),
    at: [{ ...place, path: [...path, ...found.path] }],
    ...(found.fix && { fix: toFix(found.fix, { ...place, path }) }),
  }
}

function toFix({ label, change }: NonNullable<FieldFault['fix']>, at: FieldPlace['place']): Fix {
  return { label, edit: changeAt(at, (value) => change(value as Field)), safe: false }
}
