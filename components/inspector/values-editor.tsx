'use client'
import { Plus, Trash2 } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { Button, IconButton } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import { fieldKey } from '@/lib/commands/focus'
import { settle, useTopology } from '@/lib/store/document'
import { useView } from '@/lib/store/view'
import { inspectorTexts, propertyTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { freshName } from '@/lib/topology/fresh'
import type { EnumValue } from '@/lib/topology/model/field'
import { type EditorProps, inside } from './field-context'
import { ProblemNotes } from './problem-notes'
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
              onNext={() => add(index + 1)}
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
  readonly onRemove: () => void
}

function ValueRow({ place, value, onNext, onRemove }: ValueRowProps) {
  const say = useSay()
  const locale = useTopology(({ project }) => project.locale)
  const rename = usePut(inside(place, 'name'))
  const relabel = usePut(inside(place, 'label', locale))
  const findings = useFindings(place, true)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    onNext()
  }
  return (
    <div data-field={fieldKey(place)}>
      <div className="flex items-center gap-1">
        <TextInput
          code
          data-field={fieldKey(inside(place, 'name'))}
          aria-label={say(inspectorTexts.valueName)}
          aria-invalid={findings.some(({ severity }) => severity === 'error') || undefined}
          value={value.name}
          maxLength={200}
          onChange={({ target }) => rename(target.value)}
          onBlur={settle}
          onKeyDown={onKeyDown}
        />
        <TextInput
          aria-label={propertyTexts.label && say(propertyTexts.label)}
          placeholder={propertyTexts.label && say(propertyTexts.label)}
          lang={locale}
          value={value.label?.[locale] ?? ''}
          maxLength={2000}
          onChange={({ target }) => relabel(target.value === '' ? undefined : target.value)}
          onBlur={settle}
          onKeyDown={onKeyDown}
        />
        <IconButton size="small" label={say(inspectorTexts.remove)} onClick={onRemove}>
          <Trash2 className="size-3.5" aria-hidden />
        </IconButton>
      </div>
      <ProblemNotes findings={findings} />
    </div>
  )
}
