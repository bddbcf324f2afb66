'use client'
import { inside } from '@/lib/commands/lists'
import { setAt } from '@/lib/commands/set-at'
import { renamedFor, withEntity } from '@/lib/commands/steps-targets'
import { edit } from '@/lib/store/document'
import { useSay } from '@/lib/text/say'
import { stepsTexts } from '@/lib/text/steps'
import type { Place } from '@/lib/topology/at'
import { combine } from '@/lib/topology/edits'
import type { Step } from '@/lib/topology/model/step'
import { useAround } from '../around'
import { entityOptions } from '../options'
import { PickSlot } from '../pick-slot'

interface EntitySlotProps {
  readonly place: Place
  readonly step: Extract<Step, { step: 'load' | 'find' | 'create' | 'upsert' }>
}

/** Which entity a step is about; the rest of the step follows it, and so does the name of its result. */
export function EntitySlot({ place, step }: EntitySlotProps) {
  const say = useSay()
  const { look, scope } = useAround()
  const change = (id: string) => {
    const as = renamedFor(look, scope, step, id)
    const next = withEntity(look, scope, step, id)
    const other = setAt(place, step.as === undefined ? next : { ...next, as: step.as })
    edit(as === undefined ? other : combine(other, setAt(inside(place, 'as'), as)))
  }
  return (
    <PickSlot
      place={inside(place, 'entity')}
      label={say(stepsTexts.entity)}
      value={step.entity}
      options={entityOptions(look, scope)}
      onChange={change}
    />
  )
}
