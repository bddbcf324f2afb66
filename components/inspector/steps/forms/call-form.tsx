'use client'
import { Switch } from '@/components/ui/switch'
import { inside } from '@/lib/commands/lists'
import { withOperation } from '@/lib/commands/steps-targets'
import { useSay } from '@/lib/text/say'
import { stepsTexts } from '@/lib/text/steps'
import { callable } from '@/lib/topology/steps/analysis'
import { callTargets } from '@/lib/topology/steps/operations'
import { useStep } from '../../use-place'
import { useAround } from '../around'
import type { FormProps } from '../form-props'
import { PickSlot } from '../pick-slot'
import { ResultName } from '../result-name'
import { Slot } from '../slot'
import { wordsOf } from '../value-offers'
import { ValuesTable } from '../values-table'

/** An operation of an outside system or of another API, with what it is given and what comes back. */
export function CallForm({ place, step }: FormProps<'call'>) {
  const say = useSay()
  const put = useStep(place)
  const stepOtherwise = useStep(inside(place, 'otherwise'))
  const { look, service, scope } = useAround()
  const targets = callTargets(look, service).map((node) => ({ value: node.id, name: look.nameOf(node) }))
  const operations = callable(look, step.target)
  const operation = operations.find(({ name }) => name === step.operation)
  return (
    <>
      <PickSlot
        place={inside(place, 'target')}
        label={say(stepsTexts.callTarget)}
        value={step.target}
        options={targets}
        onChange={(target) => put(withOperation(look, scope, step, target, step.operation))}
      />
      <PickSlot
        place={inside(place, 'operation')}
        label={say(stepsTexts.operation)}
        value={step.operation}
        options={operations.map(({ name, output }) => ({
          value: name,
          name,
          detail: output && say(wordsOf(look, output)),
        }))}
        onChange={(name) => put(withOperation(look, scope, step, step.target, name))}
      />
      <ValuesTable
        place={inside(place, 'values')}
        label={say(stepsTexts.values)}
        values={step.values}
        fields={operation?.inputs ?? []}
      />
      {(operation?.output || step.as !== undefined) && <ResultName place={place} name={step.as} optional />}
      <Slot place={inside(place, 'otherwise')} label={say(stepsTexts.tolerate)} quiet>
        {({ id }) => (
          <div className="flex min-h-8 items-center justify-between gap-3">
            <span aria-hidden className="text-ink text-sm">
              {say(stepsTexts.tolerate)}
            </span>
            <Switch
              id={id}
              checked={step.otherwise === 'continue'}
              onChange={(on) => stepOtherwise(on ? 'continue' : undefined)}
            />
          </div>
        )}
      </Slot>
    </>
  )
}
