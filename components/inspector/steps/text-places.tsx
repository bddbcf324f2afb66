'use client'
import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { cx } from '@/components/ui/cx'
import { TextArea } from '@/components/ui/text-input'
import { fieldKey } from '@/lib/commands/focus'
import { inside } from '@/lib/commands/lists'
import { setAt } from '@/lib/commands/set-at'
import { textWithPlace, withText } from '@/lib/commands/steps-text'
import { edit, settle } from '@/lib/store/document'
import { inspectorTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { valueTexts } from '@/lib/text/steps'
import type { Place } from '@/lib/topology/at'
import type { Locale } from '@/lib/topology/model/basics'
import type { Value } from '@/lib/topology/model/value'
import { type Offer, valuesIn } from '@/lib/topology/steps/offers'
import { plainType } from '@/lib/topology/steps/value-type'
import { useAround } from './around'
import { isFound } from './picker'
import { Slot } from './slot'

type TextValue = Extract<Value, { value: 'text' }>

const LANGUAGES: readonly Locale[] = ['en', 'ru']

interface TextWithPlacesProps {
  readonly place: Place
  readonly value: TextValue
}

/** A text in both languages in which `{` offers values to put in. */
export function TextWithPlaces({ place, value }: TextWithPlacesProps) {
  const say = useSay()
  return (
    <Slot
      place={inside(place, 'text')}
      label={say(valueTexts.makeText)}
      hint={say(valueTexts.textHint)}
      quiet
    >
      {(control) => (
        <div
          className="divide-y divide-line rounded-md border border-input bg-surface data-[invalid=true]:border-error"
          data-invalid={control.invalid}
        >
          {LANGUAGES.map((language, index) => (
            <Line
              key={language}
              id={index === 0 ? control.id : undefined}
              describedBy={control.describedBy}
              place={place}
              value={value}
              language={language}
            />
          ))}
        </div>
      )}
    </Slot>
  )
}

interface LineProps extends TextWithPlacesProps {
  readonly id: string | undefined
  readonly describedBy: string | undefined
  readonly language: Locale
}

/** What stands between an open brace and the caret; undefined where no place is being typed. */
function placeBefore(text: string, caret: number): string | undefined {
  return /\{([\w.]*)$/.exec(text.slice(0, caret))?.[1]
}

function Line({ id, describedBy, place, value, language }: LineProps) {
  const say = useSay()
  const list = useId()
  const text = value.text[language] ?? ''
  const [typing, setTyping] = useState<{ readonly query: string; readonly caret: number }>()
  const offers = useOffers(typing?.query)
  const [chosen, setChosen] = useState(0)
  const put = (next: TextValue) => edit(setAt(place, next), { merge: fieldKey(inside(place, 'text')) })
  const follow = (words: string, caret: number) => {
    const query = placeBefore(words, caret)
    setTyping(query === undefined ? undefined : { query, caret })
    setChosen(0)
  }
  const take = (offer: Offer) => {
    if (typing) put(textWithPlace(value, language, typing.caret, offer.value))
    setTyping(undefined)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const offer = offers[chosen]
    if (!typing || !offer) return
    if (event.key === 'ArrowDown') setChosen((chosen + 1) % offers.length)
    else if (event.key === 'ArrowUp') setChosen((chosen + offers.length - 1) % offers.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(offer)
    else if (event.key === 'Escape') setTyping(undefined)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const isOpen = typing !== undefined && offers.length > 0
  return (
    <div className="relative flex">
      <span className="w-8 shrink-0 pt-2 pl-2 font-medium text-2xs text-faint uppercase" aria-hidden>
        {language}
      </span>
      <TextArea
        {...(id ? { id } : {})}
        lang={language}
        aria-label={`${say(valueTexts.makeText)}, ${say(inspectorTexts.languageShort[language])}`}
        aria-describedby={describedBy}
        aria-controls={isOpen ? list : undefined}
        aria-activedescendant={isOpen ? `${list}-${chosen}` : undefined}
        aria-autocomplete="list"
        rows={1}
        value={text}
        onChange={({ target }) => {
          put(withText(value, language, target.value))
          follow(target.value, target.selectionStart)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setTyping(undefined)
          settle()
        }}
        className="field-sizing-content !rounded-none !border-0 !bg-transparent !px-1 resize-none focus-visible:!outline-offset-[-2px]"
      />
      {isOpen && (
        <div
          id={list}
          role="listbox"
          aria-label={say(valueTexts.find)}
          className="scroll-thin absolute top-full right-0 left-0 z-20 mt-1 max-h-52 overflow-y-auto rounded-lg bg-raised p-1 shadow-popup"
        >
          {offers.map((offer, index) => (
            <div
              key={offer.name}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              // Before the field is left, which would close the list.
              onPointerDown={(event) => {
                event.preventDefault()
                take(offer)
              }}
              className={cx(
                'min-h-6 cursor-default truncate rounded px-2 py-1 font-mono text-xs',
                index === chosen && 'bg-hover',
              )}
            >
              {offer.name}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

const PRINTED = plainType({ type: 'text' })
const NUMBERS = plainType({ type: 'decimal', precision: 38, scale: 10 })
const MOST = 40

/** The values that a text can show, by what was typed after the brace. */
function useOffers(query: string | undefined): readonly Offer[] {
  const { scope } = useAround()
  return useMemo(() => {
    if (query === undefined) return []
    const shown = [...valuesIn(scope, PRINTED), ...valuesIn(scope, NUMBERS), ...dates(scope)]
    return shown.filter(({ name, value }) => 'path' in value && isFound(query, name)).slice(0, MOST)
  }, [scope, query])
}

function dates(scope: Parameters<typeof valuesIn>[0]): readonly Offer[] {
  return [
    ...valuesIn(scope, plainType({ type: 'date' })),
    ...valuesIn(scope, plainType({ type: 'datetime' })),
    ...valuesIn(scope, plainType({ type: 'uuid' })),
  ]
}
