'use client'
import { Switch } from '@/components/ui/switch'
import { inspectorTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { Place } from '@/lib/topology/at'
import type { Field } from '@/lib/topology/model/field'
import { inside } from './field-context'
import { PropertyRows } from './property-rows'
import { Row } from './row'
import { shapes } from './shapes'
import { useStep } from './use-place'

interface FieldDetailsProps {
  readonly place: Place
  readonly field: Field
  readonly inObject: boolean
}

/** Marks first, then what the type brings, then the default and the label. */
export function FieldDetails({ place, field, inObject }: FieldDetailsProps) {
  const say = useSay()
  const optional = inside(place, 'optional')
  const putOptional = useStep(optional)
  const marks = inObject ? [] : marksOf(field)
  return (
    <>
      <div>
        <Row place={optional} label={say(inspectorTexts.required)} inline>
          {({ id }) => (
            <Switch
              id={id}
              checked={!field.optional}
              onChange={(required) => putOptional(required ? undefined : true)}
            />
          )}
        </Row>
        <PropertyRows place={place} shape={shapes.field} value={field} only={marks} />
      </div>
      <PropertyRows place={place} shape={shapes.field} value={field} without={WITHOUT} />
      <PropertyRows
        place={place}
        shape={shapes.field}
        value={field}
        only={inObject ? LABEL : DEFAULT_AND_LABEL}
      />
    </>
  )
}

/** What a column of this type may be; what is unique or refers to something is indexed anyway. */
function marksOf(field: Field): readonly string[] {
  if (field.type === 'secret' || field.type === 'json') return []
  return field.unique || field.type === 'reference' ? ['unique'] : ['unique', 'indexed']
}

const WITHOUT = ['name', 'type', 'optional', 'unique', 'indexed', 'default', 'label']
const LABEL = ['label']
const DEFAULT_AND_LABEL = ['default', 'label']
