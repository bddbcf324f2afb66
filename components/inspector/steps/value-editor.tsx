'use client'
import { Select } from '@/components/ui/select'
import { focusPlace, inside } from '@/lib/commands/lists'
import { useSay } from '@/lib/text/say'
import { stepsTexts, valueTexts } from '@/lib/text/steps'
import type { Place } from '@/lib/topology/at'
import type { DurationUnit, Value } from '@/lib/topology/model/value'
import { plainType } from '@/lib/topology/steps/value-type'
import { NumberControl } from '../controls'
import type { ControlProps } from '../row'
import { usePut, useStep } from '../use-place'
import { amountShape } from './format'
import { type Delegated, Slot } from './slot'
import { TextWithPlaces } from './text-places'
import type { Wanted } from './value-offers'
import { ValuePicker } from './value-picker'

interface ValueSlotProps {
  readonly place: Place
  readonly label: string
  readonly value: Value | undefined
  readonly wanted?: Wanted
  readonly hint?: string | undefined
  readonly half?: boolean
  readonly quiet?: boolean
  /** Instead of putting the value at its place. */
  readonly onPick?: ((value: Value) => void) | undefined
}

const ANYTHING: Wanted = {}

/** A labelled value: the picker, the parts of a value that is put together, and what is wrong with it. */
export function ValueSlot(props: ValueSlotProps) {
  const { place, label, value, wanted = ANYTHING, hint, half = false, quiet = false, onPick } = props
  return (
    <Slot
      place={place}
      label={label}
      hint={hint}
      half={half && !hasParts(value)}
      quiet={quiet}
      delegated={partsOf(value)}
    >
      {(control) => <ValueEditor {...control} place={place} value={value} wanted={wanted} onPick={onPick} />}
    </Slot>
  )
}

const NO_PARTS: Delegated = []
const PARTS: Readonly<Partial<Record<Value['value'], Delegated>>> = {
  text: ['text', 'places'],
  arithmetic: ['left', 'right'],
  shift: ['date', 'amount', 'unit'],
}

/** The parts of a value that have controls of their own, which show their own problems. */
export function partsOf(value: Value | undefined): Delegated {
  return (value && PARTS[value.value]) ?? NO_PARTS
}

function hasParts(value: Value | undefined): boolean {
  return partsOf(value).length > 0
}

interface ValueEditorProps extends ControlProps {
  readonly place: Place
  readonly label: string
  readonly value: Value | undefined
  readonly wanted: Wanted
  readonly onPick?: ((value: Value) => void) | undefined
  readonly empty?: string
}

/** A value: picked as a whole, its parts below it where it is put together from others. */
export function ValueEditor({ place, value, wanted, onPick, ...control }: ValueEditorProps) {
  const step = useStep(place)
  const pick = (next: Value) => {
    ;(onPick ?? step)(next)
    const [first] = partsOf(next)
    if (first !== undefined) focusPlace(inside(place, first))
  }
  return (
    <>
      <ValuePicker {...control} value={value} wanted={wanted} onPick={pick} />
      {value && hasParts(value) && (
        <div className="mt-2 flex flex-wrap gap-2 border-line border-l-2 pl-2.5">
          <Parts place={place} value={value} wanted={wanted} />
        </div>
      )}
    </>
  )
}

interface PartsProps {
  readonly place: Place
  readonly value: Value
  readonly wanted: Wanted
}

function Parts({ place, value, wanted }: PartsProps) {
  switch (value.value) {
    case 'text':
      return <TextParts place={place} value={value} />
    case 'arithmetic':
      return <ArithmeticParts place={place} value={value} />
    case 'shift':
      return <ShiftParts place={place} value={value} wanted={wanted} />
    default:
      return null
  }
}

type Of<Name extends Value['value']> = Extract<Value, { value: Name }>

const NUMBER: Wanted = { type: plainType({ type: 'decimal', precision: 38, scale: 10 }) }
const SIGNS = [
  { value: '+', label: '+' },
  { value: '-', label: '−' },
  { value: '*', label: '×' },
] as const

function ArithmeticParts({ place, value }: { readonly place: Place; readonly value: Of<'arithmetic'> }) {
  const say = useSay()
  const step = useStep(inside(place, 'operator'))
  return (
    <>
      <ValueSlot
        place={inside(place, 'left')}
        label={say(valueTexts.first)}
        value={value.left}
        wanted={NUMBER}
      />
      <div className="flex basis-full items-start gap-2">
        <Select
          label={say(valueTexts.sign)}
          value={value.operator}
          options={SIGNS}
          onChange={step}
          className="w-14"
        />
        <ValueSlot
          place={inside(place, 'right')}
          label={say(valueTexts.second)}
          value={value.right}
          wanted={NUMBER}
          quiet
        />
      </div>
    </>
  )
}

const UNITS: readonly DurationUnit[] = ['seconds', 'minutes', 'hours', 'days']
const DATE: Wanted = { type: plainType({ type: 'date' }) }
const DATETIME: Wanted = { type: plainType({ type: 'datetime' }) }

interface ShiftPartsProps {
  readonly place: Place
  readonly value: Of<'shift'>
  readonly wanted: Wanted
}

function ShiftParts({ place, value, wanted }: ShiftPartsProps) {
  const say = useSay()
  const putAmount = usePut(inside(place, 'amount'))
  const stepUnit = useStep(inside(place, 'unit'))
  const stepDirection = useStep(inside(place, 'direction'))
  const wantsDate = wanted.type?.is === 'plain' && wanted.type.type.type === 'date'
  const directions = (['before', 'after'] as const).map((one) => ({
    value: one,
    label: say(valueTexts[one]),
  }))
  return (
    <>
      <Slot place={inside(place, 'amount')} label={say(valueTexts.amount)} half>
        {(control) => (
          <NumberControl
            {...control}
            shape={amountShape}
            value={value.amount}
            onChange={putAmount}
            optional={false}
          />
        )}
      </Slot>
      <Slot place={inside(place, 'unit')} label={say(valueTexts.unit)} half>
        {(control) => (
          <Select
            {...control}
            value={value.unit}
            options={UNITS.map((unit) => ({ value: unit, label: say(valueTexts.units[unit]) }))}
            onChange={stepUnit}
            className="w-full"
          />
        )}
      </Slot>
      <div className="flex basis-full items-start gap-2">
        <Select
          label={say(valueTexts.direction)}
          value={value.direction}
          options={directions}
          onChange={stepDirection}
          className="w-24"
        />
        <ValueSlot
          place={inside(place, 'date')}
          label={say(valueTexts.from)}
          value={value.date}
          wanted={wantsDate ? DATE : wanted.type ? DATETIME : ANYTHING}
          quiet
        />
      </div>
    </>
  )
}

/** The words in both languages, then what stands in each place. */
function TextParts({ place, value }: { readonly place: Place; readonly value: Of<'text'> }) {
  const say = useSay()
  return (
    <>
      <TextWithPlaces place={place} value={value} />
      {value.places.map((one, index) => (
        <ValueSlot
          // biome-ignore lint/suspicious/noArrayIndexKey: a place has nothing that lasts but its order
          key={index}
          place={inside(place, 'places', index, 'value')}
          label={say(valueTexts.place(one.name))}
          value={one.value}
        />
      ))}
      <Slot place={inside(place, 'places')} label={say(stepsTexts.values)} delegated="all" quiet>
        {() => null}
      </Slot>
    </>
  )
}
