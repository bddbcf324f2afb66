'use client'
import { Plus } from 'lucide-react'
import { useCallback } from 'react'
import { inside } from '@/lib/commands/lists'
import { addStep, type PossibleStep, possibleSteps } from '@/lib/commands/steps'
import { announce } from '@/lib/store/view'
import { useSay } from '@/lib/text/say'
import { phaseHeadings, stepsTexts, stepTexts } from '@/lib/text/steps'
import type { Place } from '@/lib/topology/at'
import type { Step } from '@/lib/topology/model/step'
import { type Phase, phaseOf } from '@/lib/topology/steps/phases'
import { useGoToStep } from './go-to-step'
import { isFound, Picker, type PickerGroup } from './picker'
import { StepIcon } from './step-icon'

interface AddStepProps {
  readonly place: Place
  readonly inLoop?: boolean
}

const PHASES: readonly Phase[] = [0, 1, 2, 3]

/** The menu of steps that may stand here, each with what it does; the new one stands where the order wants it. */
export function AddStep({ place, inLoop = false }: AddStepProps) {
  const say = useSay()
  const goTo = useGoToStep()
  const label = say(inLoop ? stepsTexts.addInside : stepsTexts.add)
  const groupsOf = useCallback(
    (query: string): readonly PickerGroup[] => {
      const found = possibleSteps(place).filter(({ type }) => isFound(query, wordsOf(type)))
      const named = (one: PossibleStep) => Number(!isFound(query, namesOf(one.type)))
      const sorted = query === '' ? found : [...found].sort((a, b) => named(a) - named(b))
      const toItem = ({ type, index, step }: PossibleStep) => {
        const { name, does, not } = stepTexts[type]
        return {
          key: type,
          label: <span className="font-medium">{say(name)}</span>,
          icon: <StepIcon type={type} phase={phaseOfType(type)} className="mt-0.5 size-3.5" />,
          reason: say(step ? does : not),
          disabled: !step,
          onPick: () => {
            if (!step) return
            const input = addStep(place, index, step)
            if (input !== undefined) announce(say(stepsTexts.inputAdded(input)))
            goTo(inside(place, index), step)
          },
        }
      }
      if (query !== '') return [{ items: sorted.map(toItem) }]
      return PHASES.map((phase) => ({
        heading: say(phaseHeadings[phase]),
        items: sorted.filter(({ type }) => phaseOfType(type) === phase).map(toItem),
      }))
    },
    [place, goTo, say],
  )
  return (
    <Picker trigger="button" label={label} placeholder={say(stepsTexts.findStep)} groupsOf={groupsOf}>
      <Plus className="size-3.5" aria-hidden />
      {label}
    </Picker>
  )
}

function phaseOfType(type: Step['step']): Phase {
  return phaseOf({ step: type, steps: [] } as unknown as Step)
}

function namesOf(type: Step['step']): string {
  const { name } = stepTexts[type]
  return `${type} ${name.en} ${name.ru}`
}

function wordsOf(type: Step['step']): string {
  const { does } = stepTexts[type]
  return `${namesOf(type)} ${does.en} ${does.ru}`
}
