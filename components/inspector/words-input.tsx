'use client'
import { X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { EditButton, useLock } from '@/components/ui/lock'
import { readOnly } from '@/components/ui/text-input'
import { refusalOf } from '@/lib/commands/acceptable'
import { inspectorTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { ListShape } from '@/lib/topology/shape'
import { Refusal } from './controls'

interface WordsInputProps {
  readonly id: string
  /** What it is, where no label of its row says so. */
  readonly label?: string
  readonly invalid: boolean
  readonly describedBy: string | undefined
  readonly shape: ListShape
  readonly words: readonly string[]
  readonly onChange: (words: readonly string[]) => void
  readonly placeholder?: string | undefined
}

/** A list of words in a line: Enter or a comma takes the typed one, Backspace the last one away. */
export function WordsInput({
  id,
  label,
  invalid,
  describedBy,
  shape,
  words,
  onChange,
  placeholder,
}: WordsInputProps) {
  const lock = useLock()
  const say = useSay()
  const [draft, setDraft] = useState('')
  const typed = draft
    .split(',')
    .map((word) => word.trim())
    .filter((word, index, all) => word !== '' && !words.includes(word) && all.indexOf(word) === index)
  const refusal =
    refusalOf(shape, [...words, ...typed]) ??
    typed.map((word) => refusalOf(shape.of, word)).find((reason) => reason !== undefined)
  const take = () => {
    if (refusal) return
    if (typed.length > 0) onChange([...words, ...typed])
    setDraft('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Backspace' && draft === '' && words.length > 0) onChange(words.slice(0, -1))
    else if ((event.key === 'Enter' || event.key === ',') && draft !== '') take()
    else return
    event.preventDefault()
  }
  return (
    <>
      <div
        data-invalid={invalid || refusal !== undefined}
        className="flex min-h-8 flex-wrap items-center gap-1 rounded-md border border-input bg-surface px-1 py-0.5 focus-within:outline-2 focus-within:outline-accent data-[invalid=true]:border-error"
      >
        {words.map((word) => (
          <span
            key={word}
            className="flex h-6 max-w-full items-center rounded bg-sunken pl-2 font-mono text-ink text-xs"
          >
            <span className="truncate">{word}</span>
            <EditButton
              type="button"
              aria-label={`${say(inspectorTexts.remove)}: ${word}`}
              onClick={() => onChange(words.filter((other) => other !== word))}
              className="grid size-6 shrink-0 place-items-center text-faint hover:text-ink"
            >
              <X className="size-3" aria-hidden />
            </EditButton>
          </span>
        ))}
        <input
          {...readOnly(lock)}
          id={id}
          aria-label={label}
          value={draft}
          aria-describedby={describedBy}
          placeholder={words.length === 0 ? placeholder : undefined}
          autoComplete="off"
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
  )
}
