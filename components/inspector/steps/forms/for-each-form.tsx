'use client'
import { inside } from '@/lib/commands/lists'
import { useSay } from '@/lib/text/say'
import { stepsTexts, stepTexts } from '@/lib/text/steps'
import { useAround } from '../around'
import type { FormProps } from '../form-props'
import { resultOptions } from '../options'
import { PickSlot } from '../pick-slot'

/** The found list that is gone through; its steps are a list of their own below. */
export function ForEachForm({ place, step }: FormProps<'for_each'>) {
  const say = useSay()
  const { look, scope } = useAround()
  const options = resultOptions(look, scope, say, (type) =>
    type.is === 'entities' ? undefined : stepTexts.for_each.not,
  )
  return (
    <PickSlot
      place={inside(place, 'of')}
      label={say(stepsTexts.list)}
      value={step.of}
      options={options.filter(({ value }) => value !== 'item')}
      hint={say(stepsTexts.loopNote)}
    />
  )
}
