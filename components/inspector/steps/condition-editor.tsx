'use client'
import { Plus, X } from 'lucide-react'
import { Button, IconButton } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { fieldKey } from '@/lib/commands/focus'
import { focusPlace, inside } from '@/lib/commands/lists'
import {
  allOf,
  oneMore,
  partsOfCondition,
  type Simple,
  subjectOf,
  type Test,
  testOf,
  testsFor,
  withSubject,
  withTest,
} from '@/lib/commands/steps-conditions'
import { useSay } from '@/lib/text/say'
import { stepsTexts } from '@/lib/text/steps'
import type { Place } from '@/lib/topology/at'
import type { Condition } from '@/lib/topology/model/value'
import { scopeWhere } from '@/lib/topology/steps/condition'
import { COMPARISON_SIGNS } from '@/lib/topology/steps/say-condition'
import type { Scope } from '@/lib/topology/steps/scope'
import { typeOfValue } from '@/lib/topology/steps/typed-value'
import { required } from '@/lib/topology/steps/value-type'
import { ProblemNotes } from '../problem-notes'
import { useStep } from '../use-place'
import { AmongEditor } from './among-editor'
import { ScopeProvider, useAround } from './around'
import { type Delegated, useOwnFindings } from './slot'
import { ValueSlot } from './value-editor'

interface ConditionEditorProps {
  readonly place: Place
  readonly label: string
  readonly condition: Condition
  /** Takes the whole condition away, where it may be absent. */
  readonly onRemove?: (() => void) | undefined
}

const LINES: Delegated = ['conditions']

/** What must hold: lines of "left, comparison, right", all of which have to be true. */
export function ConditionEditor({ place, label, condition, onRemove }: ConditionEditorProps) {
  const say = useSay()
  const step = useStep(place)
  const { scope } = useAround()
  const findings = useOwnFindings(place, condition.test === 'and' ? LINES : 'all')
  const conditions = partsOfCondition(condition)
  const scopes = scopesOf(scope, conditions)
  const lineAt = (index: number) => (condition.test === 'and' ? inside(place, 'conditions', index) : place)
  const remove = (index: number) => {
    const rest = allOf(conditions.filter((_, other) => other !== index))
    if (rest) step(rest)
    else onRemove?.()
  }
  const add = () => {
    step(allOf([...conditions, oneMore(scope)]))
    focusPlace(inside(place, 'conditions', conditions.length))
  }
  return (
    <fieldset data-field={fieldKey(place)} className="min-w-0 basis-full">
      <legend className="mb-1 text-quiet text-xs">{label}</legend>
      <div className="space-y-2">
        {conditions.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition has nothing that lasts but its order
          <ScopeProvider key={index} scope={scopes[index] ?? scope}>
            {index > 0 && <p className="text-2xs text-faint">{say(stepsTexts.and)}</p>}
            <div className="rounded-md bg-canvas p-2">
              {one.test === 'and' ? (
                <ConditionEditor
                  place={lineAt(index)}
                  label={say(stepsTexts.condition)}
                  condition={one}
                  onRemove={() => remove(index)}
                />
              ) : (
                <ConditionLine
                  place={lineAt(index)}
                  condition={one}
                  onRemove={conditions.length > 1 || onRemove ? () => remove(index) : undefined}
                />
              )}
            </div>
          </ScopeProvider>
        ))}
      </div>
      <ProblemNotes findings={findings} />
      {conditions.length < 10 && (
        <Button size="small" onClick={add} className="mt-1 -ml-2">
          <Plus className="size-3.5" aria-hidden />
          {say(stepsTexts.addAnd)}
        </Button>
      )}
    </fieldset>
  )
}

/** What earlier parts ask to be set is there in the later ones. */
function scopesOf(scope: Scope, conditions: readonly Condition[]): readonly Scope[] {
  const scopes: Scope[] = []
  let current = scope
  for (const condition of conditions) {
    scopes.push(current)
    current = scopeWhere(current, condition)
  }
  return scopes
}

interface ConditionLineProps {
  readonly place: Place
  readonly condition: Simple
  readonly onRemove: (() => void) | undefined
}

const WITHOUT_VALUES: Delegated = ['left', 'right', 'value', 'among']

function ConditionLine({ place, condition, onRemove }: ConditionLineProps) {
  const say = useSay()
  const step = useStep(place)
  const { scope } = useAround()
  const findings = useOwnFindings(place, WITHOUT_VALUES)
  const subject = subjectOf(condition)
  const type = required(typeOfValue(scope, subject))
  const test = testOf(condition)
  const offered = testsFor(type)
  const options = (offered.includes(test) ? offered : [test, ...offered]).map((one) => ({
    value: one,
    label: wordsOf(one, say),
  }))
  return (
    <div data-field={fieldKey(place)} className="space-y-1.5">
      <div className="flex items-start gap-1">
        <ValueSlot
          place={inside(place, condition.test === 'compare' ? 'left' : 'value')}
          label={say(stepsTexts.left)}
          value={subject}
          onPick={(value) => step(withSubject(scope, condition, value))}
          quiet
        />
        {onRemove && (
          <IconButton size="small" label={say(stepsTexts.removeCondition)} onClick={onRemove}>
            <X className="size-3.5" aria-hidden />
          </IconButton>
        )}
      </div>
      <div className="flex flex-wrap items-start gap-1.5">
        <Select
          label={say(stepsTexts.operator)}
          value={test}
          options={options}
          onChange={(next) => step(withTest(scope, condition, next))}
          className={test === 'is_set' || test === 'in' ? 'w-32' : 'w-16'}
        />
        {condition.test === 'compare' && (
          <div className="min-w-40 flex-1">
            <ValueSlot
              place={inside(place, 'right')}
              label={say(stepsTexts.right)}
              value={condition.right}
              wanted={{ type: type.is === 'plain' ? type : undefined }}
              quiet
            />
          </div>
        )}
        {condition.test === 'in' && (
          <AmongEditor
            place={inside(place, 'among')}
            among={condition.among}
            type={type.is === 'plain' ? type.type : undefined}
          />
        )}
      </div>
      <ProblemNotes findings={findings} />
    </div>
  )
}

function wordsOf(test: Test, say: ReturnType<typeof useSay>): string {
  if (test === 'in') return say(stepsTexts.isOneOf)
  return test === 'is_set' ? say(stepsTexts.isSet) : COMPARISON_SIGNS[test]
}
