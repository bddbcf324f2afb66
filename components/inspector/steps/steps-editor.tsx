'use client'
import { fieldKey } from '@/lib/commands/focus'
import { useSay } from '@/lib/text/say'
import { stepsTexts } from '@/lib/text/steps'
import type { Step } from '@/lib/topology/model/step'
import type { EditorProps } from '../field-context'
import { ProblemNotes } from '../problem-notes'
import { Section } from '../section'
import { useFindings } from '../use-findings'
import { AddStep } from './add-step'
import { OpenStepContext, useOpening } from './open-step'
import { StepList } from './step-list'

/** What a use case, a handler, a schedule or a command does: a list of steps, one of which can stand open. */
export function StepsEditor({ place, value }: EditorProps) {
  const say = useSay()
  const steps = (value ?? []) as readonly Step[]
  const findings = useFindings(place)
  const opening = useOpening(place)
  return (
    <OpenStepContext value={opening}>
      <Section title={say(stepsTexts.title)} count={steps.length}>
        <div data-steps data-field={fieldKey(place)} className="-mx-2.5 flex flex-col gap-1.5">
          {findings.length > 0 && (
            <div className="px-2.5">
              <ProblemNotes findings={findings} />
            </div>
          )}
          {steps.length === 0 && <p className="px-2.5 text-faint text-xs">{say(stepsTexts.empty)}</p>}
          <StepList place={place} steps={steps} />
          <div className="px-2.5">
            <AddStep place={place} />
          </div>
        </div>
      </Section>
    </OpenStepContext>
  )
}
