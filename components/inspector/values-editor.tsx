'use client'
import { Plus, Trash2 } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { Button, IconButton } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import { refusalOf } from '@/lib/commands/acceptable'
import { fieldKey } from '@/lib/commands/focus'
import { focusPlace, insertItems, moveItem } from '@/lib/commands/lists'
import { readValues } from '@/lib/commands/read-values'
import { useTopology } from '@/lib/store/document'
import { useView } from '@/lib/store/view'
import { inspectorTexts, propertyTexts, unreadTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { freshName } from '@/lib/topology/fresh'
import type { EnumValue } from '@/lib/topology/model/field'
import { Refusal, useDraft } from './controls'
import { type EditorProps, inside } from './field-context'
import { ProblemNotes } from './problem-notes'
import { shapes } from './shapes'
import { useFindings } from './use-findings'
import { usePut, useStep } from './use-place'

/** The values of an enum: a name for the code, words for people. Enter adds the next one. */
export function ValuesEditor({ place, value }: EditorProps) {
  const say = useSay()
  const replace = useStep(place)
  const findings = useFindings(place)
  const values = (value ?? []) as readonly EnumValue[]
  const add = (index: number) => {
    const name = freshName(new Set(values.map((item) => item.name)), 'value')
    replace([...values.slice(0, index), { name }, ...values.slice(index)])
    useView.setState({ focus: inside(place, index, 'name') })
  }
  const paste = (index: number, text: string) => {
    const written = readValues(text, values)
    if (written.length > 0) insertItems(place, index + 1, written)
    return written.length > 0
  }
  return (
    <div className="basis-full">
      <div className="mb-1 flex items-center justify-between">
        <span className="text-quiet text-xs">{propertyTexts.values && say(propertyTexts.values)}</span>
        <Button size="small" onClick={() => add(values.length)}>
          <Plus className="size-3.5" aria-hidden />
          {say(inspectorTexts.addValue)}
        </Button>
      </div>
      <ProblemNotes findings={findings} />
      <ul className="space-y-1.5">
        {values.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a value has nothing that lasts but its place
          <li key={index}>
            <ValueRow
              place={inside(place, index)}
              value={item}
              taken={new Set(values.filter((_, other) => other !== index).map(({ name }) => name))}
              onNext={() => add(index + 1)}
              onMove={(by) => {
                if (moveItem(place, index, index + by)) focusPlace(inside(place, index + by, 'name'))
              }}
              onPaste={(text) => paste(index, text)}
              onRemove={() => replace(values.filter((_, other) => other !== index))}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

interface ValueRowProps {
  readonly place: EditorProps['place']
  readonly value: EnumValue
  readonly onNext: () => void
  readonly onMove: (by: number) => void
  /** Names of the other values: what steps mean by one of two alike nobody could say. */
  readonly taken: ReadonlySet<string>
  /** Whether the text was several values. */
  readonly onPaste: (text: string) => boolean
  readonly onRemove: () => void
}

function ValueRow({ place, value, taken, onNext, onMove, onPaste, onRemove }: ValueRowProps) {
  const say = useSay()
  const locale = useTopology(({ project }) => project.locale)
  const rename = usePut(inside(place, 'name'))
  const relabel = usePut(inside(place, 'label', locale))
  const name = useDraft((text) => {
    const refusal = refusalOf(shapes.fieldName, text) ?? (taken.has(text) ? unreadTexts.there : undefined)
    if (!refusal) rename(text)
    return refusal
  })
  const label = useDraft((text) => {
    const refusal = refusalOf(shapes.localText, text)
    if (!refusal) relabel(text === '' ? undefined : text)
    return refusal
  })
  const findings = useFindings(place, true)
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined
    if (event.key === 'Enter') onNext()
    else if (by !== undefined) onMove(by)
    else return
    event.preventDefault()
  }
  return (
    <div data-field={fieldKey(place)}>
      <div className="flex items-center gap-1">
        <TextInput
          code
          data-field={fieldKey(inside(place, 'name'))}
          aria-label={say(inspectorTexts.valueName)}
          aria-invalid={findings.some(({ severity }) => severity === 'error') || undefined}
          value={name.draft?.text ?? value.name}
          onChange={({ target }) => name.onChange(target.value)}
          onBlur={name.onBlur}
          onKeyDown={onKeyDown}
          onPaste={(event) => {
            if (onPaste(event.clipboardData.getData('text'))) event.preventDefault()
          }}
        />
        <TextInput
          aria-label={propertyTexts.label && say(propertyTexts.label)}
          placeholder={propertyTexts.label && say(propertyTexts.label)}
          lang={locale}
          value={label.draft?.text ?? value.label?.[locale] ?? ''}
          onChange={({ target }) => label.onChange(target.value)}
          onBlur={label.onBlur}
          onKeyDown={onKeyDown}
        />
        <IconButton size="small" label={say(inspectorTexts.remove)} onClick={onRemove}>
          <Trash2 className="size-3.5" aria-hidden />
        </IconButton>
      </div>
      <Refusal reason={name.draft?.refusal ?? label.draft?.refusal} />
      <ProblemNotes findings={findings} />
    </div>
  )
}
