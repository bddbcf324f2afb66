'use client'
import { Plus, X } from 'lucide-react'
import { useMemo } from 'react'
import { Button, IconButton } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { fieldKey } from '@/lib/commands/focus'
import { focusPlace, inside } from '@/lib/commands/lists'
import { firstConstant } from '@/lib/commands/steps-constants'
import { useSay } from '@/lib/text/say'
import { stepsTexts } from '@/lib/text/steps'
import type { Place } from '@/lib/topology/at'
import type { FieldCondition } from '@/lib/topology/model/step'
import type { Comparison, Value } from '@/lib/topology/model/value'
import { isAssignable } from '@/lib/topology/steps/assignable'
import { comparability } from '@/lib/topology/steps/condition'
import { findableFields } from '@/lib/topology/steps/entity-fields'
import { surelyMeant } from '@/lib/topology/steps/fill'
import { valuesIn, wantedBy } from '@/lib/topology/steps/offers'
import { COMPARISON_SIGNS } from '@/lib/topology/steps/say-condition'
import type { Scope } from '@/lib/topology/steps/scope'
import { typeOfValue } from '@/lib/topology/steps/typed-value'
import { required, type TypedField } from '@/lib/topology/steps/value-type'
import { NumberControl } from '../../controls'
import { ProblemNotes } from '../../problem-notes'
import { usePut, useStep } from '../../use-place'
import { useAround } from '../around'
import type { FormProps } from '../form-props'
import { stepShape } from '../format'
import { NamePicker } from '../name-picker'
import { fieldOptions } from '../options'
import { PickSlot } from '../pick-slot'
import { ResultName } from '../result-name'
import { type Delegated, Slot, useOwnFindings } from '../slot'
import { ValueSlot } from '../value-editor'
import { EntitySlot } from './entity-slot'

const LIMIT = stepShape('find', 'limit')

/** Rows that meet conditions on indexed fields, in an order, at most so many. */
export function FindForm({ place, step }: FormProps<'find'>) {
  const say = useSay()
  const { look } = useAround()
  const putLimit = usePut(inside(place, 'limit'))
  const put = useStep(place)
  const stepDescending = useStep(inside(place, 'descending'))
  const entity = look.entity(step.entity)
  const fields = entity ? findableFields(entity) : []
  const order = [{ value: '', name: say(stepsTexts.noOrder) }, ...fieldOptions(look, fields, say)]
  const setOrder = (by: string) => {
    const { orderBy: _, descending, ...rest } = step
    put(by === '' ? rest : { ...rest, orderBy: by, ...(descending && { descending }) })
  }
  return (
    <>
      <EntitySlot place={place} step={step} />
      <WhereList place={inside(place, 'where')} where={step.where} fields={fields} />
      <PickSlot
        place={inside(place, 'orderBy')}
        label={say(stepsTexts.orderBy)}
        value={step.orderBy ?? ''}
        options={order}
        onChange={setOrder}
        half
      />
      <Slot place={inside(place, 'limit')} label={say(stepsTexts.limit)} half>
        {(control) => (
          <NumberControl
            {...control}
            shape={LIMIT}
            value={step.limit}
            onChange={putLimit}
            placeholder="100"
            optional
          />
        )}
      </Slot>
      {step.orderBy !== undefined && (
        <div className="flex min-h-8 basis-full items-center justify-between gap-3">
          <span aria-hidden className="text-ink text-sm">
            {say(stepsTexts.descending)}
          </span>
          <Switch
            label={say(stepsTexts.descending)}
            checked={step.descending ?? false}
            onChange={(on) => stepDescending(on || undefined)}
          />
        </div>
      )}
      <ResultName place={place} name={step.as} />
    </>
  )
}

interface WhereListProps {
  readonly place: Place
  readonly where: readonly FieldCondition[]
  readonly fields: readonly TypedField[]
}

const MOST = 10

function WhereList({ place, where, fields }: WhereListProps) {
  const say = useSay()
  const step = useStep(place)
  const { scope } = useAround()
  const delegated = useMemo((): Delegated => where.map((_, index) => index), [where])
  const findings = useOwnFindings(place, delegated)
  const add = () => {
    const asked = new Set(where.map(({ field }) => field))
    const free = fields.filter(({ name }) => !asked.has(name) && name !== 'id')
    const field = free.find((one) => surelyMeant(scope, one)) ?? free[0] ?? fields[0]
    if (!field) return
    step([...where, { field: field.name, operator: '=', value: valueFor(scope, field) }])
    focusPlace(inside(place, where.length))
  }
  return (
    <fieldset data-field={fieldKey(place)} className="min-w-0 basis-full">
      <legend className="mb-1 text-quiet text-xs">{say(stepsTexts.where)}</legend>
      {where.length === 0 && <p className="text-faint text-xs">{say(stepsTexts.allRows)}</p>}
      <div className="space-y-2">
        {where.map((one, index) => (
          <WhereLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a condition has nothing that lasts but its order
            key={index}
            place={inside(place, index)}
            where={one}
            fields={fields}
            onRemove={() => step(where.filter((_, other) => other !== index))}
          />
        ))}
      </div>
      <ProblemNotes findings={findings} />
      {where.length < MOST && fields.length > 0 && (
        <Button size="small" onClick={add} className="mt-1 -ml-2">
          <Plus className="size-3.5" aria-hidden />
          {say(stepsTexts.addWhere)}
        </Button>
      )}
    </fieldset>
  )
}

interface WhereLineProps {
  readonly place: Place
  readonly where: FieldCondition
  readonly fields: readonly TypedField[]
  readonly onRemove: () => void
}

const PARTS: Delegated = ['field', 'value']
const SIGNS = Object.keys(COMPARISON_SIGNS) as readonly Comparison[]
const EQUAL: readonly Comparison[] = ['=', '!=']

function WhereLine({ place, where, fields, onRemove }: WhereLineProps) {
  const say = useSay()
  const step = useStep(place)
  const { look, scope } = useAround()
  const findings = useOwnFindings(place, PARTS)
  const field = fields.find(({ name }) => name === where.field)
  const type = field && required(wantedBy(field))
  const possible = type && comparability(type, type) !== 'ordered' ? EQUAL : SIGNS
  const signs = possible.includes(where.operator) ? possible : [where.operator, ...possible]
  const changeField = (name: string) => {
    const next = fields.find((one) => one.name === name)
    if (!next) return
    const fits = isAssignable(typeOfValue(scope, where.value), wantedBy(next))
    const ordered = comparability(wantedBy(next), wantedBy(next)) === 'ordered'
    const operator = ordered || EQUAL.includes(where.operator) ? where.operator : '='
    step({ field: name, operator, value: fits ? where.value : valueFor(scope, next) })
  }
  return (
    <div data-field={fieldKey(place)} className="space-y-1.5 rounded-md bg-canvas p-2">
      <div className="flex items-start gap-1">
        <Slot place={inside(place, 'field')} label={say(stepsTexts.fieldOf)} quiet>
          {(control) => (
            <NamePicker
              {...control}
              value={where.field}
              options={fieldOptions(look, fields, say)}
              onChange={changeField}
            />
          )}
        </Slot>
        <IconButton size="small" label={say(stepsTexts.removeCondition)} onClick={onRemove}>
          <X className="size-3.5" aria-hidden />
        </IconButton>
      </div>
      <div className="flex items-start gap-1.5">
        <Select
          label={say(stepsTexts.operator)}
          value={where.operator}
          options={signs.map((sign) => ({ value: sign, label: COMPARISON_SIGNS[sign] }))}
          onChange={(operator) => step({ ...where, operator })}
          className="w-16"
        />
        <div className="min-w-0 flex-1">
          <ValueSlot
            place={inside(place, 'value')}
            label={say(stepsTexts.right)}
            value={where.value}
            wanted={{ type, name: where.field }}
            quiet
          />
        </div>
      </div>
      <ProblemNotes findings={findings} />
    </div>
  )
}

/** A value that a field can be compared with. */
function valueFor(scope: Scope, field: TypedField): Value {
  const meant = surelyMeant(scope, field)
  if (meant) return meant
  const [first] = valuesIn(scope, wantedBy(field), field.name)
  return first?.value ?? { value: 'constant', constant: firstConstant(field) }
}
