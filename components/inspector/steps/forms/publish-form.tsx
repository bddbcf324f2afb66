'use client'
import { Select } from '@/components/ui/select'
import { inside } from '@/lib/commands/lists'
import { refilled } from '@/lib/commands/steps-targets'
import { useSay } from '@/lib/text/say'
import { stepsTexts, valueTexts } from '@/lib/text/steps'
import type { DurationUnit } from '@/lib/topology/model/value'
import { asDuration } from '@/lib/topology/steps/say-step'
import { NumberControl } from '../../controls'
import { usePut, useStep } from '../../use-place'
import { useAround } from '../around'
import type { FormProps } from '../form-props'
import { amountShape } from '../format'
import { PickSlot } from '../pick-slot'
import { Slot } from '../slot'
import { ValuesTable } from '../values-table'

/** A message with its payload, now or after a delay. */
export function PublishForm({ place, step }: FormProps<'publish'>) {
  const say = useSay()
  const put = useStep(place)
  const { look, scope } = useAround()
  const message = look.message(step.message)
  const options = look.topology.messages.map(({ id, name, label }) => ({
    value: id,
    name,
    detail: label && (label.en ?? label.ru),
  }))
  const change = (id: string) => {
    const fields = look.message(id)?.fields ?? []
    put({ ...step, message: id, values: refilled(scope, step.values, fields) })
  }
  return (
    <>
      <PickSlot
        place={inside(place, 'message')}
        label={say(stepsTexts.publishMessage)}
        value={step.message}
        options={options}
        onChange={change}
      />
      <ValuesTable
        place={inside(place, 'values')}
        label={say(stepsTexts.payload)}
        values={step.values}
        fields={message?.fields ?? []}
      />
      <Delay place={place} step={step} />
    </>
  )
}

const SECONDS: Readonly<Record<DurationUnit, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 }
const UNITS = Object.keys(SECONDS) as readonly DurationUnit[]
const LONGEST = 31_536_000

/** Seconds in the unit that a person would say. */
function Delay({ place, step }: FormProps<'publish'>) {
  const say = useSay()
  const delay = inside(place, 'delaySeconds')
  const put = usePut(delay)
  const { amount, unit } = asDuration(step.delaySeconds ?? 0)
  const set = (next: number, of: DurationUnit) => {
    const seconds = next * SECONDS[of]
    put(seconds === 0 ? undefined : Math.min(seconds, LONGEST))
  }
  return (
    <Slot place={delay} label={say(stepsTexts.delay)}>
      {(control) => (
        <div className="flex gap-1.5">
          <div className="min-w-0 flex-1">
            <NumberControl
              {...control}
              shape={amountShape}
              value={amount === 0 ? undefined : amount}
              onChange={(next) => set(Number(next ?? 0), amount === 0 ? 'minutes' : unit)}
              placeholder={say(stepsTexts.noDelay)}
              optional
            />
          </div>
          <Select
            label={say(valueTexts.unit)}
            value={amount === 0 ? 'minutes' : unit}
            options={UNITS.map((one) => ({ value: one, label: say(valueTexts.units[one]) }))}
            onChange={(next) => set(amount, next)}
            className="w-28"
          />
        </div>
      )}
    </Slot>
  )
}
