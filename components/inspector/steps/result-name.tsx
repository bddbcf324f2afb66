'use client'
import { useState } from 'react'
import { TextInput } from '@/components/ui/text-input'
import { inside } from '@/lib/commands/lists'
import { isResultTaken, renameStepResult } from '@/lib/commands/steps'
import { useSay } from '@/lib/text/say'
import { stepsTexts } from '@/lib/text/steps'
import type { Place } from '@/lib/topology/at'
import { Refusal } from '../controls'
import { Slot } from './slot'

interface ResultNameProps {
  /** The step whose result it is. */
  readonly place: Place
  readonly name: string | undefined
  readonly optional?: boolean
}

/** What later steps call the result; they follow when it is called otherwise, once the name is typed out. */
export function ResultName({ place, name, optional = false }: ResultNameProps) {
  const say = useSay()
  const [draft, setDraft] = useState<string>()
  const isTaken = draft !== undefined && draft !== '' && isResultTaken(place, draft)
  const take = () => {
    if (draft !== undefined && !isTaken) renameStepResult(place, draft === '' && optional ? undefined : draft)
    setDraft(undefined)
  }
  return (
    <Slot place={inside(place, 'as')} label={say(stepsTexts.resultName)} hint={say(stepsTexts.resultHint)}>
      {({ id, invalid, describedBy }) => (
        <>
          <TextInput
            code
            id={id}
            value={draft ?? name ?? ''}
            placeholder={optional ? say(stepsTexts.noResult) : undefined}
            maxLength={200}
            aria-invalid={invalid || isTaken || undefined}
            aria-describedby={describedBy}
            onChange={({ target }) => setDraft(target.value)}
            onKeyDown={(event) => event.key === 'Enter' && take()}
            onBlur={take}
          />
          <Refusal reason={isTaken ? stepsTexts.nameTaken : undefined} />
        </>
      )}
    </Slot>
  )
}
