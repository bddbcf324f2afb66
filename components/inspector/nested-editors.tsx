'use client'
import { Select } from '@/components/ui/select'
import { newType, typeNamesFor } from '@/lib/commands/field-types'
import { inspectorTexts, propertyTexts, typeTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { Field, FieldType, FieldTypeName } from '@/lib/topology/model/field'
import type { EditorProps } from './field-context'
import { FieldSheet } from './field-sheet'
import { ProblemNotes } from './problem-notes'
import { PropertyRows } from './property-rows'
import { Row } from './row'
import { useFindings } from './use-findings'
import { useStep } from './use-place'

const TYPE = ['type']

/** What a list holds: a type, with the facts of that type below it. */
export function ItemTypeEditor({ place, value, shape }: EditorProps) {
  const say = useSay()
  const replace = useStep(place)
  const type = value as FieldType
  const options = typeNamesFor({ inObject: true }).map((name) => ({
    value: name,
    label: say(typeTexts[name]),
  }))
  if (shape.is !== 'variants') return null
  return (
    <div className="basis-full space-y-3">
      <Row place={place} label={propertyTexts.of ? say(propertyTexts.of) : ''}>
        {(control) => (
          <Select<FieldTypeName>
            {...control}
            value={type.type}
            options={options}
            onChange={(name) => replace(newType(name))}
            className="w-full"
          />
        )}
      </Row>
      <PropertyRows place={place} shape={shape} value={type} without={TYPE} />
    </div>
  )
}

/** The fields of an object: lines as those of an entity, without what only a column can be. */
export function ObjectFieldsEditor({ place, value }: EditorProps) {
  const say = useSay()
  const findings = useFindings(place)
  const fields = (value ?? []) as readonly Field[]
  return (
    <fieldset className="min-w-0 basis-full">
      <legend className="mb-1 text-quiet text-xs">{say(inspectorTexts.fields)}</legend>
      <ProblemNotes findings={findings} />
      <div className="border-line border-l-2 pl-2.5">
        <FieldSheet place={place} fields={fields} />
      </div>
    </fieldset>
  )
}
