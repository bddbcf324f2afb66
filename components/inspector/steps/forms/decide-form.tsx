'use client'
import { Plus, UserPen, X } from 'lucide-react'
import { useMemo } from 'react'
import { Button, IconButton } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { newType, typeNamesFor } from '@/lib/commands/field-types'
import { fieldKey } from '@/lib/commands/focus'
import { focusPlace, inside } from '@/lib/commands/lists'
import { firstConstant, readConstant } from '@/lib/commands/steps-constants'
import { typeTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { stepsTexts } from '@/lib/text/steps'
import type { Place } from '@/lib/topology/at'
import type { FieldType, FieldTypeName } from '@/lib/topology/model/field'
import type { DecisionRow } from '@/lib/topology/model/step'
import type { Constant } from '@/lib/topology/model/value'
import type { VariantsShape } from '@/lib/topology/shape'
import { DECIDED, decisionScope } from '@/lib/topology/steps/decision'
import { firstCondition } from '@/lib/topology/steps/first-condition'
import { TextControl } from '../../controls'
import { ProblemNotes } from '../../problem-notes'
import { PropertyRows } from '../../property-rows'
import { usePut, useStep } from '../../use-place'
import { ScopeProvider, useAround } from '../around'
import { ConditionEditor } from '../condition-editor'
import { ConstantControl } from '../constant-control'
import type { FormProps } from '../form-props'
import { stepShape } from '../format'
import { NamedValues } from '../named-values'
import { ResultName } from '../result-name'
import { type Delegated, Slot, useOwnFindings } from '../slot'

const RULE = stepShape('decide', 'rule')
const RESULT = stepShape('decide', 'result') as VariantsShape

/** A rule of the person's own: what it is given, what it decides, and the table it starts as. */
export function DecideForm({ place, step }: FormProps<'decide'>) {
  const say = useSay()
  const { scope } = useAround()
  const putRule = usePut(inside(place, 'rule'))
  const inner = useMemo(() => decisionScope(scope, step), [scope, step])
  return (
    <>
      <Slot place={inside(place, 'rule')} label={say(stepsTexts.rule)}>
        {(control) => <TextControl {...control} shape={RULE} value={step.rule} onChange={putRule} code />}
      </Slot>
      <p className="flex basis-full items-start gap-1.5 rounded-md bg-info-soft p-2 text-ink text-xs [overflow-wrap:anywhere]">
        <UserPen className="mt-px size-3.5 shrink-0 text-info" aria-hidden />
        {say(stepsTexts.ruleNote(step.rule || '…'))}
      </p>
      <NamedValues place={inside(place, 'inputs')} label={say(stepsTexts.inputs)} values={step.inputs} />
      <ResultType place={place} step={step} />
      <ScopeProvider scope={inner}>
        <Rows place={inside(place, 'rows')} rows={step.rows} type={step.result} />
      </ScopeProvider>
      <Slot place={inside(place, 'otherwise')} label={say(stepsTexts.otherwiseResult)}>
        {(control) => (
          <ConstantControl
            {...control}
            place={inside(place, 'otherwise')}
            type={step.result}
            value={step.otherwise}
          />
        )}
      </Slot>
      <ResultName place={place} name={step.as} />
    </>
  )
}

const NAMES = typeNamesFor({ inObject: true }).filter((name) => DECIDED.has(name))
const TYPE: Delegated = ['values', 'min', 'max', 'minLength', 'maxLength', 'pattern', 'precision', 'scale']
const WITHOUT = ['type']

/** Another type takes constants that still have a sense along, and begins the others anew. */
function ResultType({ place, step }: FormProps<'decide'>) {
  const say = useSay()
  const put = useStep(place)
  const change = (name: FieldTypeName) => {
    const result = newType(name)
    const keep = (constant: Constant) => readConstant(result, String(constant)) ?? firstConstant(result)
    const rows = step.rows.map((row) => ({ ...row, result: keep(row.result) }))
    put({ ...step, result, rows, otherwise: keep(step.otherwise) })
  }
  return (
    <>
      <Slot place={inside(place, 'result')} label={say(stepsTexts.resultType)} delegated={TYPE}>
        {(control) => (
          <Select<FieldTypeName>
            {...control}
            value={step.result.type}
            options={NAMES.map((name) => ({ value: name, label: say(typeTexts[name]) }))}
            onChange={change}
            className="w-full"
          />
        )}
      </Slot>
      <PropertyRows place={inside(place, 'result')} shape={RESULT} value={step.result} without={WITHOUT} />
    </>
  )
}

interface RowsProps {
  readonly place: Place
  readonly rows: readonly DecisionRow[]
  readonly type: FieldType
}

/** The first row whose condition holds decides. */
function Rows({ place, rows, type }: RowsProps) {
  const say = useSay()
  const step = useStep(place)
  const { scope } = useAround()
  const delegated = useMemo((): Delegated => rows.map((_, index) => index), [rows])
  const findings = useOwnFindings(place, delegated)
  const add = () => {
    step([...rows, { when: firstCondition(scope), result: firstConstant(type) }])
    focusPlace(inside(place, rows.length, 'when'))
  }
  return (
    <fieldset data-field={fieldKey(place)} className="min-w-0 basis-full">
      <legend className="mb-1 text-quiet text-xs">{say(stepsTexts.rows)}</legend>
      <div className="space-y-3">
        {rows.map((row, index) => (
          <TableRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing that lasts but its order
            key={index}
            place={inside(place, index)}
            row={row}
            type={type}
            onRemove={() => step(rows.filter((_, other) => other !== index))}
          />
        ))}
      </div>
      <ProblemNotes findings={findings} />
      <Button size="small" onClick={add} className="mt-1 -ml-2">
        <Plus className="size-3.5" aria-hidden />
        {say(stepsTexts.addRow)}
      </Button>
    </fieldset>
  )
}

interface TableRowProps {
  readonly place: Place
  readonly row: DecisionRow
  readonly type: FieldType
  readonly onRemove: () => void
}

const PARTS: Delegated = ['when', 'result']

function TableRow({ place, row, type, onRemove }: TableRowProps) {
  const say = useSay()
  const findings = useOwnFindings(place, PARTS)
  return (
    <div data-field={fieldKey(place)} className="border-line border-l-2 pl-2.5">
      <ConditionEditor place={inside(place, 'when')} label={say(stepsTexts.rowWhen)} condition={row.when} />
      <div className="mt-1 flex items-start gap-1.5">
        <span className="pt-1.5 text-quiet text-xs">{say(stepsTexts.rowResult)}</span>
        <div className="min-w-0 flex-1">
          <Slot place={inside(place, 'result')} label={say(stepsTexts.rowResult)} quiet>
            {(control) => (
              <ConstantControl {...control} place={inside(place, 'result')} type={type} value={row.result} />
            )}
          </Slot>
        </div>
        <IconButton size="small" label={say(stepsTexts.remove(say(stepsTexts.rows)))} onClick={onRemove}>
          <X className="size-3.5" aria-hidden />
        </IconButton>
      </div>
      <ProblemNotes findings={findings} />
    </div>
  )
}
