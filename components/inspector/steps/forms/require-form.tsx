'use client'
import { Select } from '@/components/ui/select'
import { inside } from '@/lib/commands/lists'
import { useSay } from '@/lib/text/say'
import { statusTexts, stepsTexts } from '@/lib/text/steps'
import type { LocalText } from '@/lib/topology/model/basics'
import type { ObjectShape } from '@/lib/topology/shape'
import { DEFAULT_STATUS } from '@/lib/topology/steps/say-step'
import { LocalTextControl, TextControl } from '../../controls'
import { usePut, useStep } from '../../use-place'
import { useAround } from '../around'
import { ConditionEditor } from '../condition-editor'
import type { FormProps } from '../form-props'
import { stepShape } from '../format'
import { Slot } from '../slot'

const ERROR = stepShape('require', 'error')
const TEXT = stepShape('require', 'text') as ObjectShape
const STATUSES = ['403', '409', '422'] as const

/** A condition, and what happens where it does not hold. */
export function RequireForm({ place, step }: FormProps<'require'>) {
  const say = useSay()
  const { scope } = useAround()
  const putError = usePut(inside(place, 'error'))
  const putText = usePut(inside(place, 'text'))
  const stepStatus = useStep(inside(place, 'status'))
  const stepOtherwise = useStep(inside(place, 'otherwise'))
  const context = scope.context.in
  return (
    <>
      <ConditionEditor
        place={inside(place, 'condition')}
        label={say(stepsTexts.condition)}
        condition={step.condition}
      />
      <Slot place={inside(place, 'error')} label={say(stepsTexts.error)} half>
        {(control) => (
          <TextControl
            {...control}
            shape={ERROR}
            value={step.error}
            onChange={putError}
            placeholder="not_allowed"
            code
          />
        )}
      </Slot>
      {(context === 'use_case' || step.status !== undefined) && (
        <Slot place={inside(place, 'status')} label={say(stepsTexts.status)} half>
          {(control) => (
            <Select
              {...control}
              value={String(step.status ?? DEFAULT_STATUS)}
              options={STATUSES.map((status) => ({ value: status, label: say(textOf(status)) }))}
              onChange={(status) => stepStatus(Number(status))}
              className="w-full"
            />
          )}
        </Slot>
      )}
      {(context === 'handler' || step.otherwise !== undefined) && (
        <Slot place={inside(place, 'otherwise')} label={say(stepsTexts.otherwise)}>
          {(control) => (
            <Select<'fail' | 'stop'>
              {...control}
              value={step.otherwise ?? 'fail'}
              options={[
                { value: 'fail', label: say(stepsTexts.fail) },
                { value: 'stop', label: say(stepsTexts.stop) },
              ]}
              onChange={stepOtherwise}
              className="w-full"
            />
          )}
        </Slot>
      )}
      <Slot place={inside(place, 'text')} label={say(stepsTexts.message)}>
        {(control) => (
          <LocalTextControl
            {...control}
            shape={TEXT}
            value={step.text}
            onChange={(text: LocalText | undefined) => putText(text ?? {})}
          />
        )}
      </Slot>
    </>
  )
}

function textOf(status: string) {
  return statusTexts[status] ?? { en: status, ru: status }
}
