import { changeAt } from '@/lib/topology/at'
import type { Edit } from '@/lib/topology/edits'
import type { NamedValue, Value } from '@/lib/topology/model/value'
import { type Misfit, misfit } from '@/lib/topology/steps/assignable'
import { surelyMeant } from '@/lib/topology/steps/fill'
import { wantedBy } from '@/lib/topology/steps/offers'
import { sayValue } from '@/lib/topology/steps/say-value'
import type { Path } from '@/lib/topology/steps/step-lists'
import { placesIn } from '@/lib/topology/steps/text-value'
import { judgeValue } from '@/lib/topology/steps/typed-value'
import type { ValueFault } from '@/lib/topology/steps/value-fault'
import {
  isNeeded,
  plainType,
  required,
  type TypedField,
  type ValueType,
} from '@/lib/topology/steps/value-type'
import type { Fix, Text } from '../../rule'
import { plain, text } from '../../words'
import { bold, type Checked, fault, type StepFault, safe } from './checked'
import { typeWords } from './type-words'
import { valueFaultWords } from './value-words'

/** What a step does with a value that it is given: `sets amount`, `loads by email`. */
export interface Purpose {
  readonly en: string
  /** The thing itself, as the subject of a Russian sentence. */
  readonly ru: string
}

/** Everything that is wrong with a value that shall be of a type; also inside it. */
export function* checkGiven(
  checked: Checked,
  path: Path,
  value: Value,
  wanted: ValueType,
  purpose: Purpose,
): Generator<StepFault> {
  const { type, faults } = judgeValue(checked.scope, value)
  for (const found of faults) yield valueFault(checked, path, value, found)
  const why = misfit(type, wanted)
  if (why) yield { path, message: misfitWords(checked, { why, value, type, wanted, purpose }) }
}

interface Misfitting {
  readonly why: Misfit
  readonly value: Value
  readonly type: ValueType
  readonly wanted: ValueType
  readonly purpose: Purpose
}

function misfitWords({ reader }: Checked, { why, value, type, wanted, purpose }: Misfitting): Text {
  const said = sayValue(value)
  const [from, to] = [plain(said.en), plain(said.ru)]
  const target = typeWords(reader, required(wanted))
  if (why === 'missing') {
    return type.is === 'constant'
      ? text(`${purpose.en} to nothing, but it is required`, `${purpose.ru}: пустого значения быть не может`)
      : text(
          `${purpose.en} from ${from}, which may be missing; require it to be set first`,
          `${purpose.ru}: значения ${to} может не быть; сначала потребуйте, чтобы оно было`,
        )
  }
  if (why === 'secret') {
    return text(
      `${purpose.en}, which is a secret, from ${from}; take it from a text that somebody sends`,
      `${purpose.ru}: это секрет, ему годится только присланный текст, а не ${to}`,
    )
  }
  const source = type.is === 'constant' ? text(from, to) : appositive(from, to, typeWords(reader, type))
  return text(
    `${purpose.en}, which is ${target.en}, from ${source.en}`,
    `${purpose.ru}: нужно ${target.ru}, а дано ${source.ru}`,
  )
}

function appositive(en: string, ru: string, type: Text): Text {
  return text(`${en}, ${type.en}`, `${ru}, ${type.ru}`)
}

/** A fault inside a value, with the repair of its text where that is plain. */
export function valueFault(checked: Checked, path: Path, value: Value, found: ValueFault): StepFault {
  const here = [...path, ...found.path]
  const message = valueFaultWords(checked.reader, found)
  const fix = mendText(checked, path, value, found)
  return { path: here, message, ...(fix && { fix }) }
}

function mendText(checked: Checked, path: Path, value: Value, found: ValueFault): Fix | undefined {
  if (value.value !== 'text') return undefined
  const name = found.name ?? ''
  const isOwn = found.path.length <= 2
  if (isOwn && (found.code === 'value-without-place' || found.code === 'place-twice')) {
    return bold(
      `Take ${plain(name)} out`,
      `Убрать ${plain(name)}`,
      changeAt(checked.at(...path, ...found.path), () => undefined),
    )
  }
  if (!isOwn || found.code !== 'place-without-value' || !placesIn(value.text).includes(name)) return undefined
  const meant = surelyMeant(checked.scope, { name, type: 'text' })
  if (!meant) return undefined
  return safe(
    `Put ${plain(sayValue(meant).en)} there`,
    `Поставить ${plain(sayValue(meant).ru)}`,
    appendTo(checked, [...path, 'places'], { name, value: meant }),
  )
}

/** Adds to a list inside the step. */
function appendTo(checked: Checked, path: Path, item: NamedValue): Edit {
  return changeAt(checked.at(...path), (list) => (Array.isArray(list) ? [...list, item] : list))
}

/** How the values of a step are called. */
export interface Given {
  /** `sets`, `gives`. */
  readonly verb: string
  readonly whole: Text
  /** Fields that the values must not have, with the reason. */
  readonly barred?: (name: string) => Text | undefined
  /** Whether every needed field must be among them. */
  readonly complete: boolean
}

/** Checks a list of named values against the fields that they are for. */
export function* checkValues(
  checked: Checked,
  path: Path,
  values: readonly NamedValue[],
  fields: readonly TypedField[],
  given: Given,
): Generator<StepFault> {
  const seen = new Set<string>()
  const byName = new Map([...fields].reverse().map((field) => [field.name, field]))
  for (const [index, { name, value }] of values.entries()) {
    const here = [...path, index]
    const fault = nameFault(checked, here, name, seen, byName, given)
    seen.add(name)
    if (fault) yield fault
    const field = byName.get(name)
    if (fault || !field) continue
    const purpose = { en: `${given.verb} ${plain(name)}`, ru: plain(name) }
    yield* withMend(
      checked,
      [...here, 'value'],
      field,
      checkGiven(checked, [...here, 'value'], value, wantedBy(field), purpose),
    )
  }
  if (!given.complete) return
  for (const field of fields) {
    const isFirst = byName.get(field.name) === field
    if (isNeeded(field) && !(isFirst && seen.has(field.name)))
      yield missing(checked, path, field, given, isFirst)
  }
}

/** Where the value itself does not fit, but one thing in scope surely does. */
function* withMend(
  checked: Checked,
  path: Path,
  field: TypedField,
  faults: Iterable<StepFault>,
): Generator<StepFault> {
  for (const found of faults) {
    const isWhole = found.path.length === path.length
    const meant = isWhole ? surelyMeant(checked.scope, field) : undefined
    const fix =
      meant &&
      bold(
        `Use ${plain(sayValue(meant).en)}`,
        `Взять ${plain(sayValue(meant).ru)}`,
        changeAt(checked.at(...path), () => meant),
      )
    yield { ...found, ...(fix && !found.fix && { fix }) }
  }
}

function nameFault(
  checked: Checked,
  path: Path,
  name: string,
  seen: ReadonlySet<string>,
  fields: ReadonlyMap<string, TypedField>,
  { verb, whole, barred }: Given,
): StepFault | undefined {
  const what = plain(name)
  const remove = bold(
    `Remove ${what}`,
    `Убрать ${what}`,
    changeAt(checked.at(...path), () => undefined),
  )
  const reason = barred?.(name)
  if (reason)
    return fault([...path, 'name'], `${verb} ${what}, ${reason.en}`, `${what}: ${reason.ru}`, remove)
  if (!fields.has(name))
    return fault(
      [...path, 'name'],
      `${verb} ${what}, which ${whole.en} does not have`,
      `${what}: ${whole.ru} такого поля не имеет`,
      remove,
    )
  if (seen.has(name))
    return fault([...path, 'name'], `${verb} ${what} twice`, `${what} задано дважды`, remove)
  return undefined
}

/** Of two fields of one name the second cannot be set. */
function missing(
  checked: Checked,
  path: Path,
  field: TypedField,
  { verb, whole }: Given,
  isFirst: boolean,
): StepFault {
  const what = plain(field.name)
  const meant = isFirst ? surelyMeant(checked.scope, field) : undefined
  const fix =
    meant &&
    safe(
      `Take ${what} from ${plain(sayValue(meant).en)}`,
      `Взять ${what} из ${plain(sayValue(meant).ru)}`,
      appendTo(checked, path, { name: field.name, value: meant }),
    )
  return fault(
    path,
    `does not ${verb.replace(/s$/, '')} ${what}, which ${whole.en} needs`,
    `не задано ${what}: ${whole.ru} без него не бывает`,
    fix,
  )
}

/** A text, whatever it is made of. */
export const TEXT: ValueType = plainType({ type: 'text' })
