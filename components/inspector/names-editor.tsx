'use client'
import { X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { refusalOf } from '@/lib/commands/acceptable'
import { inspectorTexts, propertyExamples, propertyTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { Refusal } from './controls'
import type { EditorProps } from './field-context'
import { Row } from './row'
import { useStep } from './use-place'

/** A list of names, as words in a line: Enter or a comma takes the typed one, Backspace the last one away. */
export function NamesEditor({ place, value, shape }: EditorProps) {
  const say = useSay()
  const step = useStep(place)
  const [draft, setDraft] = useState('')
  const key = String(place.path?.at(-1))
  const words = propertyTexts[key]
  if (shape.is !== 'list' || !words) return null
  const names = (value ?? []) as readonly string[]
  const setAll = (next: readonly string[]) => step(next.length === 0 ? undefined : next)
  const typed = draft
    .split(',')
    .map((name) => name.trim())
    .filter((name, index, all) => name !== '' && !names.includes(name) && all.indexOf(name) === index)
  const refusal =
    refusalOf(shape, [...names, ...typed]) ??
    typed.map((name) => refusalOf(shape.of, name)).find((reason) => reason !== undefined)
  const take = () => {
    if (refusal) return
    if (typed.length > 0) setAll([...names, ...typed])
    setDraft('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Backspace' && draft === '' && names.length > 0) setAll(names.slice(0, -1))
    else if ((event.key === 'Enter' || event.key === ',') && draft !== '') take()
    else return
    event.preventDefault()
  }
  return (
    <Row place={place} label={say(words)} deep>
      {({ id, describedBy, invalid }) => (
        <>
          <div
            data-invalid={invalid || refusal !== undefined}
            className="flex min-h-8 flex-wrap items-center gap-1 rounded-md border border-input bg-surface px-1 py-0.5 focus-within:outline-2 focus-within:outline-accent data-[invalid=true]:border-error"
          >
            {names.map((name) => (
              <span
                key={name}
                className="flex h-6 max-w-full items-center rounded bg-sunken pl-2 font-mono text-ink text-xs"
              >
                <span className="truncate">{name}</span>
                <button
                  type="button"
                  aria-label={`${say(inspectorTexts.remove)}: ${name}`}
                  onClick={() => setAll(names.filter((other) => other !== name))}
                  className="grid size-6 shrink-0 place-items-center text-faint hover:text-ink"
                >
                  <X className="size-3" aria-hidden />
                </button>
              </span>
            ))}
            <input
              id={id}
              value={draft}
              aria-describedby={describedBy}
              placeholder={names.length === 0 ? propertyExamples[key] : undefined}
              autoCapitalize="none"
              spellCheck={false}
              onChange={({ target }) => setDraft(target.value)}
              onKeyDown={onKeyDown}
              onBlur={take}
              className="h-6 min-w-16 flex-1 bg-transparent px-1 font-mono text-xs outline-none placeholder:text-faint"
            />
          </div>
          <Refusal reason={refusal} />
        </>
      )}
    </Row>
  )
}
