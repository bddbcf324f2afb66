'use client'
import { useCallback } from 'react'
import { useView } from '@/lib/store/view'
import { useSay } from '@/lib/text/say'
import { stepsTexts, valueTexts } from '@/lib/text/steps'
import type { Value } from '@/lib/topology/model/value'
import { phraseValue, sayValue } from '@/lib/topology/steps/say-value'
import { useAround } from './around'
import { PhraseView } from './phrase-view'
import { isFound, Picker, type PickerGroup } from './picker'
import { exampleOf, valueGroups, type Wanted } from './value-offers'

interface ValuePickerProps {
  readonly id?: string | undefined
  readonly label: string
  readonly invalid?: boolean
  readonly describedBy?: string | undefined
  readonly value: Value | undefined
  readonly wanted: Wanted
  readonly onPick: (value: Value) => void
  /** What an empty control says. */
  readonly empty?: string | undefined
}

/** One value of those in scope, or a constant that is typed in. */
export function ValuePicker({ value, wanted, onPick, empty, ...control }: ValuePickerProps) {
  const say = useSay()
  const locale = useView((view) => view.locale)
  const { look, scope } = useAround()
  const example = exampleOf(wanted.type)
  const groupsOf = useCallback(
    (query: string): readonly PickerGroup[] => {
      const current = value && sayValue(value).en
      return valueGroups(look, scope, wanted, query).map(({ heading, choices }) => ({
        heading: say(heading),
        items: choices
          .filter((choice) => choice.key.startsWith('typed ') || isFound(query, wordsToFind(choice, say)))
          .map((choice) => ({
            key: choice.key,
            label: choice.label ? (
              say(choice.label)
            ) : (
              <PhraseView phrase={phraseValue(choice.value)} locale={locale} />
            ),
            detail: choice.detail && say(choice.detail),
            reason: choice.reason && say(choice.reason),
            disabled: choice.disabled ?? false,
            chosen: current === sayValue(choice.value).en,
            onPick: () => onPick(choice.value),
          })),
      }))
    },
    [look, scope, wanted, value, say, locale, onPick],
  )
  return (
    <Picker
      {...control}
      placeholder={example ? `${say(valueTexts.find)}: ${example}` : say(valueTexts.find)}
      groupsOf={groupsOf}
    >
      {value ? (
        <PhraseView phrase={phraseValue(value)} locale={locale} />
      ) : (
        <span className="text-faint">{empty ?? say(stepsTexts.chooseValue)}</span>
      )}
    </Picker>
  )
}

type Say = ReturnType<typeof useSay>
type Choice = ReturnType<typeof valueGroups>[number]['choices'][number]

function wordsToFind({ key, value, label }: Choice, say: Say): string {
  return `${key} ${say(label ?? sayValue(value))}`
}
