'use client'
import { cx } from '@/components/ui/cx'
import { inside } from '@/lib/commands/lists'
import { useSay } from '@/lib/text/say'
import { stepsTexts } from '@/lib/text/steps'
import type { Place } from '@/lib/topology/at'
import type { Step } from '@/lib/topology/model/step'
import { AddStep } from './add-step'
import { StepRow } from './step-row'
import { useDrag } from './use-drag'
import { useStepActions } from './use-step-actions'

interface StepListProps {
  readonly place: Place
  readonly steps: readonly Step[]
  /** What stands before the numbers: `3.` inside the loop that is step 3. */
  readonly prefix?: string
}

/** Steps in their order; those of a loop stand indented below it. */
export function StepList({ place, steps, prefix = '' }: StepListProps) {
  const actions = useStepActions(place, steps)
  const drag = useDrag(actions.move)
  return (
    <ol ref={drag.list} className="space-y-0.5">
      {steps.map((step, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a step has nothing that lasts but its place
          key={index}
          className={cx(
            'border-transparent border-t-2',
            drag.marks(index) && '!border-accent',
            drag.marks(index + 1) && index === steps.length - 1 && 'border-b-2 !border-b-accent',
            drag.dragged === index && 'opacity-50',
          )}
        >
          <StepRow
            list={place}
            place={inside(place, index)}
            index={index}
            count={steps.length}
            step={step}
            number={`${prefix}${index + 1}`}
            actions={actions}
            handle={drag.handle(index)}
          >
            {step.step === 'for_each' && (
              <LoopSteps
                place={inside(place, index, 'steps')}
                steps={step.steps}
                prefix={`${prefix}${index + 1}.`}
              />
            )}
          </StepRow>
        </li>
      ))}
    </ol>
  )
}

function LoopSteps({ place, steps, prefix }: StepListProps) {
  const say = useSay()
  return (
    <div className="ml-6 border-line border-l-2 pb-1.5 pl-1">
      {steps.length === 0 && <p className="px-2 py-1 text-faint text-xs">{say(stepsTexts.emptyLoop)}</p>}
      <StepList place={place} steps={steps} {...(prefix === undefined ? {} : { prefix })} />
      <div className="mt-1 ml-2">
        <AddStep place={place} inLoop />
      </div>
    </div>
  )
}
