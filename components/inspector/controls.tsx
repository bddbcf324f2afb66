'use client'
import { useState } from 'react'
import { TextArea, TextInput } from '@/components/ui/text-input'
import { readNumber, refusalOf } from '@/lib/commands/acceptable'
import type { Text } from '@/lib/rules/rule'
import { settle } from '@/lib/store/document'
import { inspectorTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { Locale, LocalText } from '@/lib/topology/model/basics'
import { type ObjectShape, type Shape, shapeAt } from '@/lib/topology/shape'
import type { ControlProps } from './row'

/** Why what is typed was not taken, at the control that refused it. */
export function Refusal({ reason }: { readonly reason: Text | undefined }) {
  const say = useSay()
  return (
    <p role="alert" className="mt-1 text-error text-xs empty:hidden">
      {reason && say(reason)}
    </p>
  )
}

interface Draft {
  readonly text: string
  readonly refusal: Text
}

/** What is typed and refused stays in the control, with the reason, and does not reach the design. */
export function useDraft(take: (text: string) => Text | undefined) {
  const [draft, setDraft] = useState<Draft>()
  const onChange = (text: string) => {
    const refusal = take(text)
    setDraft(refusal && { text, refusal })
  }
  const onBlur = () => {
    setDraft(undefined)
    settle()
  }
  return { draft, onChange, onBlur }
}

interface TextControlProps extends ControlProps {
  readonly shape: Shape
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly placeholder?: string | undefined
  readonly code?: boolean
  /** Whether an empty text is taken away, or stays as a text that is empty. */
  readonly optional?: boolean
}

/** A text; each letter is seen everywhere at once, and leaving it ends the undo step. */
export function TextControl(props: TextControlProps) {
  const { id, invalid, describedBy, shape, value, onChange, placeholder, code = false, optional } = props
  const { draft, ...typing } = useDraft((text) => {
    const refusal = refusalOf(shape, text)
    if (!refusal) onChange(text === '' && optional ? undefined : text)
    return refusal
  })
  return (
    <>
      <TextInput
        id={id}
        code={code}
        value={draft?.text ?? value ?? ''}
        placeholder={placeholder}
        aria-invalid={invalid || draft !== undefined || undefined}
        aria-describedby={describedBy}
        onChange={({ target }) => typing.onChange(target.value)}
        onBlur={typing.onBlur}
      />
      <Refusal reason={draft?.refusal} />
    </>
  )
}

interface NumberControlProps extends ControlProps {
  readonly shape: Shape
  readonly value: number | string | undefined
  readonly onChange: (value: number | string | undefined) => void
  readonly placeholder?: string | undefined
  /** A number that has to be there is not taken away by emptying its field. */
  readonly optional: boolean
}

/** A number; what is half typed, or beyond what the format takes, does not reach the design. */
export function NumberControl(props: NumberControlProps) {
  const { id, invalid, describedBy, shape, value, onChange, placeholder, optional } = props
  const [typed, setTyped] = useState<string>()
  const read = typed === undefined ? undefined : readNumber(shape, typed)
  const refusal = read && 'refusal' in read ? read.refusal : undefined
  const change = (text: string) => {
    setTyped(text)
    const next = readNumber(shape, text)
    if ('value' in next && (next.value !== undefined || optional)) onChange(next.value)
  }
  return (
    <>
      <TextInput
        id={id}
        value={typed ?? (value === undefined ? '' : String(value))}
        inputMode="decimal"
        placeholder={placeholder}
        aria-invalid={invalid || refusal !== undefined || undefined}
        aria-describedby={describedBy}
        className="tabular-nums"
        onChange={({ target }) => change(target.value)}
        onBlur={() => {
          setTyped(undefined)
          settle()
        }}
      />
      {/* A sign alone is the beginning of a number, not yet a wrong one. */}
      <Refusal reason={typed?.trim() === '-' ? undefined : refusal} />
    </>
  )
}

interface LocalTextControlProps extends ControlProps {
  readonly shape: ObjectShape
  readonly value: LocalText | undefined
  readonly onChange: (value: LocalText | undefined) => void
  readonly long?: boolean
}

const LANGUAGES: readonly Locale[] = ['en', 'ru']

/** A text for people, in both languages. */
export function LocalTextControl(props: LocalTextControlProps) {
  const { value, onChange } = props
  const change = (language: Locale, text: string) => {
    const { [language]: _, ...others } = value ?? {}
    const next = text === '' ? others : { ...others, [language]: text }
    onChange(Object.keys(next).length === 0 ? undefined : next)
  }
  return (
    <div
      className="divide-y divide-line overflow-hidden rounded-md border border-input bg-surface data-[invalid=true]:border-error"
      data-invalid={props.invalid}
    >
      {LANGUAGES.map((language) => (
        <LanguageLine key={language} {...props} language={language} onText={change} />
      ))}
    </div>
  )
}

interface LanguageLineProps extends LocalTextControlProps {
  readonly language: Locale
  readonly onText: (language: Locale, text: string) => void
}

function LanguageLine({ id, describedBy, shape, value, long, language, onText }: LanguageLineProps) {
  const say = useSay()
  const Input = long ? TextArea : TextInput
  const isFirst = language === LANGUAGES[0]
  const { draft, ...typing } = useDraft((text) => {
    const own = shapeAt(shape, [language])
    const refusal = own && refusalOf(own, text)
    if (!refusal) onText(language, text)
    return refusal
  })
  return (
    <div>
      <div className="flex">
        <span className="w-8 shrink-0 pt-2 pl-2 font-medium text-2xs text-faint uppercase" aria-hidden>
          {language}
        </span>
        <Input
          {...(isFirst ? { id } : {})}
          lang={language}
          aria-label={isFirst ? undefined : say(inspectorTexts.languageShort[language])}
          aria-invalid={draft !== undefined || undefined}
          aria-describedby={describedBy}
          value={draft?.text ?? value?.[language] ?? ''}
          className="!rounded-none !border-0 !bg-transparent !px-0 focus-visible:!outline-offset-[-2px]"
          onChange={({ target }: { readonly target: { readonly value: string } }) =>
            typing.onChange(target.value)
          }
          onBlur={typing.onBlur}
        />
      </div>
      {draft && (
        <div className="px-2 pb-1.5">
          <Refusal reason={draft.refusal} />
        </div>
      )}
    </div>
  )
}
