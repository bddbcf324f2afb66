'use client'
import { Plus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { newType, typeNamesFor } from '@/lib/commands/field-types'
import { inspectorTexts, propertyTexts, typeTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { Field, FieldType, FieldTypeName } from '@/lib/topology/model/field'
import { type EditorProps, inside } from './field-context'
import { useFields } from './field-list'
import { FieldRow } from './field-row'
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

/** The fields of an object: rows as those of an entity, without what only a column can be. */
export function ObjectFieldsEditor({ place, value }: EditorProps) {
  const say = useSay()
  const fields = (value ?? []) as readonly Field[]
  const list = useFields(place, fields)
  const findings = useFindings(place)
  return (
    <div className="basis-full">
      <div className="mb-1 flex items-center justify-between">
        <span className="text-quiet text-xs">{say(inspectorTexts.fields)}</span>
        <Button size="small" onClick={() => list.add(fields.length)}>
          <Plus className="size-3.5" aria-hidden />
          {say(inspectorTexts.addField)}
        </Button>
      </div>
      <ProblemNotes findings={findings} />
      <ul className="-ml-1.5 space-y-1 border-line border-l pl-1.5">
        {fields.map((field, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a field has nothing that lasts but its place
          <li key={index}>
            <FieldRow
              place={inside(place, index)}
              field={field}
              onNext={() => list.add(index + 1)}
              {...(index > 0 ? { onUp: () => list.move(index, index - 1) } : {})}
              {...(index < fields.length - 1 ? { onDown: () => list.move(index, index + 1) } : {})}
              onRemove={() => list.remove(index)}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
