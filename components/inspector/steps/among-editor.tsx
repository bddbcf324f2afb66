'use client'
import { X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { EditButton, useLock } from '@/components/ui/lock'
import { readOnly } from '@/components/ui/text-input'
import { readConstant } from '@/lib/commands/steps-constants'
import { useView } from '@/lib/store/view'
import { inspectorTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { stepsTexts } from '@/lib/text/steps'
import type { Place } from '@/lib/topology/at'
import type { FieldType } from '@/lib/topology/model/field'
import type { Constant } from '@/lib/topology/model/value'
import { phraseConstant, sayValue } from '@/lib/topology/steps/say-value'
import { Chips } from '../chips'
import { useStep } from '../use-place'
import { PhraseView } from './phrase-view'
import { Slot } from './slot'

interface AmongEditorProps {
  readonly place: Place
  readonly among: readonly Constant[]
  readonly type: FieldType | undefined
}

/** The constants that a value may be: members of an enum as chips that are on or off, others typed in. */
export function AmongEditor({ place, among, type }: AmongEditorProps) {
  const say = useSay()
  const step = useStep(place)
  const members = type?.type === 'enum' ? type.values.map(({ name }) => name) : undefined
  const strange = among.filter((one) => !members?.includes(String(one)))
  return (
    <Slot place={place} label={say(stepsTexts.among)} quiet>
      {(control) =>
        members && strange.length === 0 ? (
          <Chips
            label={control.label}
            describedBy={control.describedBy}
            options={members.map((name) => ({ value: name, label: name, on: among.includes(name) }))}
            onToggle={(name) => {
              const next = members.filter((one) => (one === name) !== among.includes(one))
              if (next.length > 0) step(next)
            }}
          />
        ) : (
          <TypedConstants {...control} among={among} type={type} onChange={step} />
        )
      }
    </Slot>
  )
}

interface TypedConstantsProps {
  readonly id: string
  readonly invalid: boolean
  readonly describedBy: string | undefined
  readonly among: readonly Constant[]
  readonly type: FieldType | undefined
  readonly onChange: (next: readonly Constant[]) => void
}

/** Constants as words in a line; Enter or a comma takes the typed one. */
function TypedConstants({ id, invalid, describedBy, among, type, onChange }: TypedConstantsProps) {
  const lock = useLock()
  const say = useSay()
  const locale = useView((view) => view.locale)
  const [draft, setDraft] = useState('')
  const take = () => {
    const constant = draft.trim() === '' ? undefined : readConstant(type, draft.trim())
    if (constant !== undefined && !among.includes(constant)) onChange([...among, constant])
    setDraft('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Backspace' && draft === '' && among.length > 1) onChange(among.slice(0, -1))
    else if ((event.key === 'Enter' || event.key === ',') && draft !== '') take()
    else return
    event.preventDefault()
  }
  return (
    <div
      data-invalid={invalid}
      className="flex min-h-8 flex-wrap items-center gap-1 rounded-md border border-input bg-surface px-1 py-0.5 focus-within:outline-2 focus-within:outline-accent data-[invalid=true]:border-error"
    >
      {among.map((one) => (
        <span
          key={String(one)}
          className="flex h-6 max-w-full items-center rounded bg-sunken pl-2 text-ink text-xs"
        >
          <span className="truncate">
            <PhraseView phrase={phraseConstant(one)} locale={locale} />
          </span>
          {among.length > 1 && (
            <EditButton
              type="button"
              aria-label={`${say(inspectorTexts.remove)}: ${say(sayValue({ value: 'constant', constant: one }))}`}
              onClick={() => onChange(among.filter((other) => other !== one))}
              className="grid size-6 shrink-0 place-items-center text-faint hover:text-ink"
            >
              <X className="size-3" aria-hidden />
            </EditButton>
          )}
        </span>
      ))}
      <input
        {...readOnly(lock)}
        id={id}
        value={draft}
        aria-label={say(stepsTexts.addConstant)}
        aria-describedby={describedBy}
        autoCapitalize="none"
        spellCheck={false}
        onChange={({ target }) => setDraft(target.value)}
        onKeyDown={onKeyDown}
        onBlur={take}
        className="h-6 min-w-16 flex-1 bg-transparent px-1 font-mono text-xs outline-none"
      />
    </div>
  )
}
