'use client'
import type { FieldKind } from '@/lib/commands/fields'
import type { Place } from '@/lib/topology/at'
import type { Field } from '@/lib/topology/model/field'
import { PropertyRows } from './property-rows'
import { shapes } from './shapes'

interface FieldDetailsProps {
  readonly place: Place
  readonly field: Field
  readonly kind: FieldKind
}

/** What the type brings first, then the marks of a column, the default and the label. */
export function FieldDetails({ place, field, kind }: FieldDetailsProps) {
  const isColumn = kind === 'entity'
  return (
    <>
      <PropertyRows
        place={place}
        shape={shapes.field}
        value={field}
        without={isColumn ? OWN_ROWS : [...OWN_ROWS, 'onDelete']}
      />
      {isColumn && <PropertyRows place={place} shape={shapes.field} value={field} only={marksOf(field)} />}
      {kind !== 'object' && <PropertyRows place={place} shape={shapes.field} value={field} only={DEFAULT} />}
      <PropertyRows place={place} shape={shapes.field} value={field} only={LABEL} />
    </>
  )
}

/** What a column of this type may be; what is unique or refers to something is indexed anyway. */
function marksOf(field: Field): readonly string[] {
  if (field.type === 'secret' || field.type === 'json') return []
  return field.unique || field.type === 'reference' ? ['unique'] : ['unique', 'indexed']
}

const OWN_ROWS = ['name', 'type', 'optional', 'unique', 'indexed', 'default', 'label']
const LABEL = ['label']
const DEFAULT = ['default']
