'use client'
import { useState } from 'react'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { EXAMPLES, readConstant } from '@/lib/commands/steps-constants'
import { settle } from '@/lib/store/document'
import { inspectorTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { Place } from '@/lib/topology/at'
import type { FieldType } from '@/lib/topology/model/field'
import type { Constant } from '@/lib/topology/model/value'
import type { ControlProps } from '../row'
import { usePut, useStep } from '../use-place'

interface ConstantControlProps extends ControlProps {
  readonly place: Place
  readonly label: string
  readonly type: FieldType
  readonly value: Constant
}

/** A constant of a type: chosen where there are few, typed in otherwise. */
export function ConstantControl({ place, label, type, value, ...control }: ConstantControlProps) {
  const say = useSay()
  const step = useStep(place)
  const put = usePut(place)
  const [draft, setDraft] = useState<string>()
  const choices = choicesOf(type)
  if (choices) {
    const options = choices.map((choice) => ({
      value: choice,
      label:
        type.type === 'boolean' ? say(choice === 'true' ? inspectorTexts.yes : inspectorTexts.no) : choice,
    }))
    const current = String(value)
    const isThere = choices.includes(current)
    return (
      <Select
        {...control}
        label={label}
        value={current}
        options={isThere ? options : [{ value: current, label: current }, ...options]}
        onChange={(choice) => step(type.type === 'boolean' ? choice === 'true' : choice)}
        className="w-full"
      />
    )
  }
  const change = (typed: string) => {
    const constant = readConstant(type, typed)
    setDraft(typed)
    if (constant !== undefined) put(constant)
  }
  const isWrong = draft !== undefined && readConstant(type, draft) === undefined
  return (
    <TextInput
      id={control.id}
      aria-label={label}
      aria-describedby={control.describedBy}
      aria-invalid={control.invalid || isWrong || undefined}
      value={draft ?? (value === null ? '' : String(value))}
      placeholder={EXAMPLES[type.type]}
      maxLength={2000}
      onChange={({ target }) => change(target.value)}
      onBlur={() => {
        setDraft(undefined)
        settle()
      }}
    />
  )
}

function choicesOf(type: FieldType): readonly string[] | undefined {
  if (type.type === 'boolean') return ['true', 'false']
  return type.type === 'enum' ? type.values.map(({ name }) => name) : undefined
}
