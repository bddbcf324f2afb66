import { EXAMPLES, readConstant } from '@/lib/commands/steps-constants'
import { typeWords, valueTexts } from '@/lib/text/steps'
import type { Lookup } from '@/lib/topology/lookup'
import type { Text } from '@/lib/topology/model/basics'
import type { FieldType } from '@/lib/topology/model/field'
import type { Value } from '@/lib/topology/model/value'
import { misfit } from '@/lib/topology/steps/assignable'
import { isNeverStored } from '@/lib/topology/steps/never-stored'
import { type Offer, valuesIn } from '@/lib/topology/steps/offers'
import type { Scope } from '@/lib/topology/steps/scope'
import { plainType, type ValueType } from '@/lib/topology/steps/value-type'

/** What is wanted where a value is picked; nothing where any value will do. */
export interface Wanted {
  readonly type?: ValueType | undefined
  readonly name?: string | undefined
  /** What no stored row can have is not offered. */
  readonly stored?: boolean
}

export interface ValueChoice {
  readonly key: string
  readonly value: Value
  /** The words for a choice that is not said as a value is. */
  readonly label?: Text
  readonly detail?: Text
  readonly reason?: Text
  readonly disabled?: boolean
}

export interface ValueGroup {
  readonly heading: Text
  readonly choices: readonly ValueChoice[]
}

/** Every value that a picker shows in a scope, grouped by where it comes from; what does not fit comes last. */
export function valueGroups(
  look: Lookup,
  scope: Scope,
  wanted: Wanted,
  typed: string,
): readonly ValueGroup[] {
  const all = valuesIn(scope, wanted.type, wanted.name)
  const fitting = wanted.stored ? all.filter(({ value }) => !isNeverStored(value)) : all
  const isConstant = ({ value }: Offer) => value.value === 'constant'
  const names = new Set(fitting.map(({ name }) => name))
  const others = wanted.type ? valuesIn(scope).filter(({ name }) => !names.has(name)) : []
  const toChoice = (offer: Offer): ValueChoice => ({
    key: offer.name,
    value: offer.value,
    detail: wordsOf(look, offer.type),
  })
  const headings = [...new Set(fitting.map(headingOf))]
  const groups = headings.flatMap((heading): readonly ValueGroup[] => {
    const offers = fitting.filter((offer) => headingOf(offer) === heading)
    const [first] = offers
    return first ? [{ heading: textOfHeading(first), choices: offers.map(toChoice) }] : []
  })
  const constants = typedConstants(wanted.type, typed, fitting.filter(isConstant))
  return [
    ...groups,
    { heading: valueTexts.constants, choices: constants },
    { heading: valueTexts.make, choices: compositions(scope, wanted) },
    {
      heading: valueTexts.unfit,
      choices: others.flatMap((offer) => unfit(look, offer, wanted.type)),
    },
  ]
}

function headingOf({ value }: Offer): string {
  if (value.value === 'result') return `result ${value.name}`
  if (value.value === 'count' || value.value === 'sum') return `result ${value.of}`
  return 'path' in value || value.value === 'constant' ? value.value : 'other'
}

function textOfHeading({ value }: Offer): Text {
  switch (value.value) {
    case 'result':
      return valueTexts.result(value.name)
    case 'count':
    case 'sum':
      return valueTexts.result(value.of)
    case 'input':
    case 'message':
    case 'item':
    case 'sender':
    case 'caller':
      return valueTexts[value.value]
    case 'constant':
      return valueTexts.constants
    default:
      return valueTexts.other
  }
}

export function wordsOf(look: Lookup, type: ValueType): Text {
  return typeWords(type, (id) => look.entity(id)?.name)
}

const SIMPLE: ReadonlySet<FieldType['type']> = new Set(['list', 'object', 'secret'])

/** What was typed as a constant, and nothing where nothing may stand. */
function typedConstants(
  type: ValueType | undefined,
  typed: string,
  offered: readonly Offer[],
): readonly ValueChoice[] {
  const field = type?.is === 'plain' ? type.type : undefined
  const empty: ValueChoice[] = type?.optional
    ? [{ key: 'nothing', value: { value: 'constant', constant: null }, label: valueTexts.nothing }]
    : []
  if (typed === '' || (type && !field) || (field && SIMPLE.has(field.type))) return empty
  const constant = readConstant(field, typed)
  const isOffered = offered.some(({ value }) => value.value === 'constant' && value.constant === constant)
  if (constant === undefined || isOffered) return empty
  const value: Value = { value: 'constant', constant }
  return [{ key: `typed ${typed}`, value, label: valueTexts.use(typed) }, ...empty]
}

/** How a constant of the wanted type is written, where that is not plain. */
export function exampleOf(type: ValueType | undefined): string | undefined {
  return type?.is === 'plain' ? EXAMPLES[type.type.type] : undefined
}

const NOW: Value = { value: 'now' }
const ZERO: Value = { value: 'constant', constant: 0 }
const ONE: Value = { value: 'constant', constant: 1 }

/** Values that are put together from others: their parts are chosen below the control. */
function compositions(scope: Scope, { type, name }: Wanted): readonly ValueChoice[] {
  const fits = (of: FieldType) => !type || misfit(plainType(of), type) === undefined
  const choices: ValueChoice[] = []
  if (fits({ type: 'text' })) {
    const value: Value = { value: 'text', text: { en: '' }, places: [] }
    choices.push({ key: 'make text', value, label: valueTexts.makeText })
  }
  if (fits({ type: 'integer' }) || fits({ type: 'decimal', precision: 38, scale: 2 })) {
    const [left] = valuesIn(scope, plainType({ type: 'decimal', precision: 38, scale: 2 }), name)
    const value: Value = { value: 'arithmetic', operator: '+', left: left?.value ?? ZERO, right: ONE }
    choices.push({ key: 'make arithmetic', value, label: valueTexts.makeArithmetic })
  }
  if (fits({ type: 'datetime' }) || fits({ type: 'date' })) {
    const date: Value = fits({ type: 'datetime' }) ? NOW : { value: 'today' }
    const value: Value = { value: 'shift', date, direction: 'after', amount: 1, unit: 'days' }
    choices.push({ key: 'make shift', value, label: valueTexts.makeShift })
  }
  return choices
}

/** What is in scope and of another type, with the reason; what may only be missing can still be taken. */
function unfit(look: Lookup, offer: Offer, wanted: ValueType | undefined): readonly ValueChoice[] {
  const why = wanted && misfit(offer.type, wanted)
  if (!wanted || !why) return []
  const reason = {
    missing: valueTexts.mayBeMissing,
    secret: valueTexts.secret,
    type: valueTexts.isType(wordsOf(look, offer.type), wordsOf(look, wanted)),
    constant: valueTexts.isType(wordsOf(look, offer.type), wordsOf(look, wanted)),
  }[why]
  return [{ key: offer.name, value: offer.value, reason, disabled: why !== 'missing' }]
}
