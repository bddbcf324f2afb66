'use client'
import { ClipboardCopy } from 'lucide-react'
import { IconButton } from '@/components/ui/button'
import { fieldKindOf, writtenFields } from '@/lib/commands/fields'
import { announce, tell } from '@/lib/store/view'
import { inspectorTexts, listTexts, propertyTexts } from '@/lib/text/inspector'
import { say as sayNow, useSay } from '@/lib/text/say'
import type { Place } from '@/lib/topology/at'
import type { Field } from '@/lib/topology/model/field'
import type { EditorProps } from './field-context'
import { FieldSheet } from './field-sheet'
import { ProblemNotes } from './problem-notes'
import { Section } from './section'
import { TakeFields } from './take-fields'
import { useFindings } from './use-findings'

/** The fields of an entity, a message, an input or an output, as a section of the form. */
export function FieldsEditor({ place, value }: EditorProps) {
  const say = useSay()
  const findings = useFindings(place)
  const fields = (value ?? []) as readonly Field[]
  const key = String(place.path?.at(-1))
  const isEntity = fieldKindOf(place) === 'entity'
  return (
    <Section
      title={say(propertyTexts[key] ?? inspectorTexts.fields)}
      count={fields.length}
      action={
        <span className="-mr-1.5 flex items-center">
          {!isEntity && <TakeFields place={place} />}
          {fields.length > 0 && (
            <IconButton size="small" reads label={say(listTexts.copyFields)} onClick={() => void copy(place)}>
              <ClipboardCopy className="size-3.5" aria-hidden />
            </IconButton>
          )}
        </span>
      }
    >
      <ProblemNotes findings={findings} />
      <FieldSheet place={place} fields={fields} />
      {isEntity && <p className="text-faint text-xs">{say(inspectorTexts.implicit)}</p>}
    </Section>
  )
}

async function copy(place: Place): Promise<void> {
  try {
    await navigator.clipboard.writeText(writtenFields(place))
    announce(sayNow(listTexts.fieldsCopied))
    tell({ text: listTexts.fieldsCopied })
  } catch {
    tell({ text: listTexts.copyRefused })
  }
}
