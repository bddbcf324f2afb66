'use client'
import { Plus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { newField } from '@/lib/commands/entities'
import { useView } from '@/lib/store/view'
import { inspectorTexts, propertyTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { Place } from '@/lib/topology/at'
import type { Entity } from '@/lib/topology/model/entity'
import type { Field } from '@/lib/topology/model/field'
import { type EditorProps, inside } from './field-context'
import { FieldRow } from './field-row'
import { ProblemNotes } from './problem-notes'
import { Section } from './section'
import { useFindings } from './use-findings'
import { useStep } from './use-place'

/** The fields of a message, an input or an output: they travel and are not stored. */
export function FieldsEditor({ place, value }: EditorProps) {
  return <FieldList place={place} fields={(value ?? []) as readonly Field[]} />
}

interface FieldListProps {
  readonly place: Place
  readonly fields: readonly Field[]
  /** The entity whose columns they are; absent for fields that only travel. */
  readonly entity?: Entity
}

/** The fields of an entity, in their order; Enter in a name adds the next one. */
export function FieldList({ place, fields, entity }: FieldListProps) {
  const say = useSay()
  const list = useFields(place, fields)
  const findings = useFindings(place)
  return (
    <Section
      title={say((!entity && propertyTexts[String(place.path?.at(-1))]) || inspectorTexts.fields)}
      action={
        <Button look="outline" size="small" onClick={() => list.add(fields.length)}>
          <Plus className="size-3.5" aria-hidden />
          {say(inspectorTexts.addField)}
        </Button>
      }
    >
      <ProblemNotes findings={findings} />
      <ul className="-mx-1.5 space-y-1">
        {fields.map((field, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a field has nothing that lasts but its place
          <li key={index}>
            <FieldRow
              place={inside(place, index)}
              field={field}
              owner={entity?.owner ?? ''}
              onNext={() => list.add(index + 1)}
              {...(index > 0 ? { onUp: () => list.move(index, index - 1) } : {})}
              {...(index < fields.length - 1 ? { onDown: () => list.move(index, index + 1) } : {})}
              onRemove={() => list.remove(index)}
            />
          </li>
        ))}
      </ul>
      {entity && <p className="text-faint text-xs">{say(inspectorTexts.implicit)}</p>}
    </Section>
  )
}

/** What can be done to a list of fields, each one undo step. */
export function useFields(place: Place, fields: readonly Field[]) {
  const put = useStep(place)
  const focus = (index: number) => useView.setState({ focus: inside(place, index, 'name') })
  return {
    add: (index: number) => {
      put([...fields.slice(0, index), newField(fields), ...fields.slice(index)])
      focus(index)
    },
    move: (from: number, to: number) => {
      const rest = fields.filter((_, index) => index !== from)
      put([...rest.slice(0, to), ...fields.slice(from, from + 1), ...rest.slice(to)])
      focus(to)
    },
    remove: (index: number) => {
      put(fields.filter((_, other) => other !== index))
      if (fields.length > 1) focus(Math.max(0, index - 1))
    },
  }
}
