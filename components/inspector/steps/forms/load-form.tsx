'use client'
import { inside } from '@/lib/commands/lists'
import { withKey } from '@/lib/commands/steps-targets'
import { useSay } from '@/lib/text/say'
import { stepsTexts } from '@/lib/text/steps'
import { loadableFields } from '@/lib/topology/steps/entity-fields'
import { isUnsaid } from '@/lib/topology/steps/load-key'
import { wantedBy } from '@/lib/topology/steps/offers'
import { useStep } from '../../use-place'
import { useAround } from '../around'
import type { FormProps } from '../form-props'
import { fieldOptions } from '../options'
import { PickSlot } from '../pick-slot'
import { ResultName } from '../result-name'
import { ValueSlot } from '../value-editor'
import { EntitySlot } from './entity-slot'

/** One row by its id or another unique field. */
export function LoadForm({ place, step }: FormProps<'load'>) {
  const say = useSay()
  const put = useStep(place)
  const { look, scope } = useAround()
  const entity = look.entity(step.entity)
  const fields = entity ? loadableFields(entity) : []
  const field = fields.find(({ name }) => name === step.by)
  return (
    <>
      <EntitySlot place={place} step={step} />
      <PickSlot
        place={inside(place, 'by')}
        label={say(stepsTexts.by)}
        value={step.by}
        options={fieldOptions(look, fields, say)}
        onChange={(by) => entity && put({ ...step, ...withKey(scope, entity, by, step.value) })}
        half
      />
      <ValueSlot
        place={inside(place, 'value')}
        label={say(stepsTexts.equals)}
        value={isUnsaid(step.value) ? undefined : step.value}
        wanted={{
          type: field && wantedBy(field),
          name: entity && nameOfKey(entity.name, step.by),
          stored: true,
        }}
        half
      />
      <ResultName place={place} name={step.as} />
    </>
  )
}

/** The id of a user is called user_id everywhere else. */
function nameOfKey(entity: string, by: string): string {
  return by === 'id' ? `${entity}_id` : by
}
