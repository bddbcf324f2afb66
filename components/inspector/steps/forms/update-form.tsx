'use client'
import { inside } from '@/lib/commands/lists'
import { useSay } from '@/lib/text/say'
import { stepsTexts, stepTexts } from '@/lib/text/steps'
import { useAround } from '../around'
import type { FormProps } from '../form-props'
import { resultOptions } from '../options'
import { PickSlot } from '../pick-slot'
import { ValuesTable } from '../values-table'

/** A row that was loaded, and what is changed in it, or that it goes. */
export function UpdateForm({ place, step }: FormProps<'update'> | FormProps<'delete'>) {
  const say = useSay()
  const { look, scope } = useAround()
  const type = step.target === 'item' ? scope.sources.item : scope.results.get(step.target)?.type
  const entity = type?.is === 'entity' ? look.entity(type.entity) : undefined
  return (
    <>
      <PickSlot
        place={inside(place, 'target')}
        label={say(stepsTexts.target)}
        value={step.target}
        options={resultOptions(look, scope, say, (result, loaded) =>
          loaded && result.is === 'entity' ? undefined : stepTexts.update.not,
        )}
      />
      {step.step === 'update' && (
        <ValuesTable
          place={inside(place, 'values')}
          label={say(stepsTexts.values)}
          values={step.values}
          fields={entity?.fields ?? []}
          partial
        />
      )}
    </>
  )
}
