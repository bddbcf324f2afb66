'use client'
import { useState } from 'react'
import { TextArea, TextInput } from '@/components/ui/text-input'
import { settle } from '@/lib/store/document'
import { inspectorTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { Locale, LocalText } from '@/lib/topology/model/basics'
import type { ControlProps } from './row'

interface TextControlProps extends ControlProps {
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly placeholder?: string | undefined
  readonly code?: boolean
  /** Whether an empty text is taken away, or stays as a text that is empty. */
  readonly optional?: boolean
}

/** A text; each letter is seen everywhere at once, and leaving it ends the undo step. */
export function TextControl(props: TextControlProps) {
  const { id, invalid, describedBy, value, onChange, placeholder, code = false, optional = false } = props
  return (
    <TextInput
      id={id}
      code={code}
      value={value ?? ''}
      placeholder={placeholder}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      maxLength={2000}
      onChange={({ target }) => onChange(target.value === '' && optional ? undefined : target.value)}
      onBlur={settle}
    />
  )
}

interface NumberControlProps extends ControlProps {
  readonly value: number | string | undefined
  readonly onChange: (value: number | string | undefined) => void
  readonly placeholder?: string | undefined
  /** Numbers beyond what a computer's own keep are written as text. */
  readonly exact?: boolean
}

const WHOLE = /^-?\d{1,16}$/
const EXACT = /^-?\d{1,60}(\.\d{1,40})?$/

/** A number; what is half typed stays in the field and does not reach the design. */
export function NumberControl(props: NumberControlProps) {
  const { id, invalid, describedBy, value, onChange, placeholder, exact = false } = props
  const [draft, setDraft] = useState<string>()
  const shown = draft ?? (value === undefined ? '' : String(value))
  const wrong = draft !== undefined && draft !== '' && !(exact ? EXACT : WHOLE).test(draft)
  const change = (text: string) => {
    const typed = text.trim().replace(',', '.')
    setDraft(typed)
    if (typed === '') onChange(undefined)
    else if ((exact ? EXACT : WHOLE).test(typed)) onChange(toNumber(typed))
  }
  return (
    <TextInput
      id={id}
      value={shown}
      inputMode={exact ? 'decimal' : 'numeric'}
      placeholder={placeholder}
      aria-invalid={invalid || wrong || undefined}
      aria-describedby={describedBy}
      className="tabular-nums"
      onChange={({ target }) => change(target.value)}
      onBlur={() => {
        setDraft(undefined)
        settle()
      }}
    />
  )
}

/** A number where it is exactly that number, else its text. */
function toNumber(text: string): number | string {
  const number = Number(text)
  return String(number) === text.replace(/^-0$/, '0') ? number : text
}

interface LocalTextControlProps extends ControlProps {
  readonly value: LocalText | undefined
  readonly onChange: (value: LocalText | undefined) => void
  readonly long?: boolean
}

const LANGUAGES: readonly Locale[] = ['en', 'ru']

/** A text for people, in both languages. */
export function LocalTextControl(props: LocalTextControlProps) {
  const { id, invalid, describedBy, value, onChange, long = false } = props
  const say = useSay()
  const Input = long ? TextArea : TextInput
  const change = (language: Locale, text: string) => {
    const { [language]: _, ...others } = value ?? {}
    const next = text === '' ? others : { ...others, [language]: text }
    onChange(Object.keys(next).length === 0 ? undefined : next)
  }
  return (
    <div
      className="divide-y divide-line overflow-hidden rounded-md border border-input bg-surface data-[invalid=true]:border-error"
      data-invalid={invalid}
    >
      {LANGUAGES.map((language, index) => (
        <div key={language} className="flex">
          <span className="w-8 shrink-0 pt-2 pl-2 font-medium text-2xs text-faint uppercase" aria-hidden>
            {language}
          </span>
          <Input
            {...(index === 0 ? { id } : {})}
            lang={language}
            aria-label={index === 0 ? undefined : say(inspectorTexts.languageShort[language])}
            aria-describedby={describedBy}
            value={value?.[language] ?? ''}
            maxLength={2000}
            className="!rounded-none !border-0 !bg-transparent !px-0 focus-visible:!outline-offset-[-2px]"
            onChange={({ target }: { readonly target: { readonly value: string } }) =>
              change(language, target.value)
            }
            onBlur={settle}
          />
        </div>
      ))}
    </div>
  )
}
