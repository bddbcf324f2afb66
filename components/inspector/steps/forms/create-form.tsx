'use client'
import { inside } from '@/lib/commands/lists'
import { useSay } from '@/lib/text/say'
import { stepsTexts } from '@/lib/text/steps'
import { upsertableFields } from '@/lib/topology/steps/entity-fields'
import { useAround } from '../around'
import type { FormProps } from '../form-props'
import { fieldOptions } from '../options'
import { PickSlot } from '../pick-slot'
import { ResultName } from '../result-name'
import { ValuesTable } from '../values-table'
import { EntitySlot } from './entity-slot'

/** A new row, or the one with the same key: the entity, its values, what the result is called. */
export function CreateForm({ place, step }: FormProps<'create'> | FormProps<'upsert'>) {
  const say = useSay()
  const { look } = useAround()
  const entity = look.entity(step.entity)
  const keys = entity ? upsertableFields(entity) : []
  return (
    <>
      <EntitySlot place={place} step={step} />
      {step.step === 'upsert' && (
        <PickSlot
          place={inside(place, 'by')}
          label={say(stepsTexts.by)}
          value={step.by}
          options={fieldOptions(look, keys, say)}
        />
      )}
      <ValuesTable
        place={inside(place, 'values')}
        label={say(stepsTexts.values)}
        values={step.values}
        fields={entity?.fields ?? []}
      />
      <ResultName place={place} name={step.as} optional />
    </>
  )
}
