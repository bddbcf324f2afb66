'use client'
import { Plus } from 'lucide-react'
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from 'react'
import { useLock } from '@/components/ui/lock'
import { readOnly } from '@/components/ui/text-input'
import { fieldsAt, type Written } from '@/lib/commands/fields'
import { focusPlace, inside } from '@/lib/commands/lists'
import type { Text } from '@/lib/rules/rule'
import { inspectorTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { Place } from '@/lib/topology/at'
import type { UnreadPart } from '@/lib/topology/field-notation'
import { Refusal } from './controls'
import type { DraftHandle, SheetActions } from './sheet'
import { changedWords, unreadWords } from './unread-words'

interface FieldDraftProps {
  readonly ref: Ref<DraftHandle>
  readonly list: Place
  readonly count: number
  readonly actions: SheetActions
}

type Told = Pick<Written, 'unread' | 'changed'>

const NOTHING: Told = { unread: [], changed: [] }

/** What is there by itself needs no mending, only a word. */
function isToMend({ why }: UnreadPart): boolean {
  return why !== 'implicit'
}

/** What was read otherwise than it was written, said without alarm. */
function Remark({ words }: { readonly words: Text | undefined }) {
  const say = useSay()
  return (
    <p role="status" className="mt-1 px-1.5 text-muted text-xs empty:hidden">
      {words && say(words)}
    </p>
  )
}

/** The empty line below the fields: a name, a name with its type, or many at once, become fields by Enter or Tab. */
export function FieldDraft({ ref, list, count, actions }: FieldDraftProps) {
  const lock = useLock()
  const say = useSay()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [told, setTold] = useState(NOTHING)
  const unread = told.unread.filter(isToMend)
  const keep = (written: Told) => {
    setTold(written)
    setText(
      written.unread
        .filter(isToMend)
        .map((part) => part.text)
        .join(', '),
    )
  }
  useImperativeHandle(ref, () => ({ focus: () => input.current?.focus(), keep }))
  const take = () => {
    if (text.trim() === '') return 0
    const read = actions.write(fieldsAt(list).length, text)
    keep(read)
    return read.added
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') take()
    else if (event.key === 'Tab' && !event.shiftKey && text.trim() !== '') {
      if (take() === 0) return
      focusPlace(inside(list, fieldsAt(list).length - 1, 'type'))
    } else if (event.key === 'ArrowUp') actions.go(count - 1, 'name')
    else if (event.key === 'Escape' && text !== '') keep(NOTHING)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="flex items-start">
      <span className="grid h-7 w-6 shrink-0 place-items-center text-faint" aria-hidden>
        <Plus className="size-3.5" />
      </span>
      <div className="min-w-0 flex-1">
        <input
          {...readOnly(lock)}
          ref={input}
          aria-label={say(inspectorTexts.addField)}
          aria-invalid={unread.length > 0 || undefined}
          placeholder={say(count === 0 ? inspectorTexts.firstField : inspectorTexts.nextField)}
          value={text}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={({ target }) => {
            setText(target.value)
            setTold(NOTHING)
          }}
          onKeyDown={onKeyDown}
          onBlur={() => unread.length === 0 && take()}
          onPaste={(event) => {
            const whole = text === '' && actions.paste(count, event.clipboardData.getData('text'))
            if (whole) event.preventDefault()
          }}
          className="h-7 w-full min-w-0 rounded border border-transparent bg-transparent px-1.5 font-mono text-ink text-xs placeholder:font-sans placeholder:text-faint hover:border-edge focus-visible:border-input focus-visible:bg-surface focus-visible:outline-offset-0 aria-invalid:border-error"
        />
        <Refusal reason={unread.length > 0 ? unreadWords(unread) : undefined} />
        <Remark words={changedWords(told)} />
      </div>
    </div>
  )
}
