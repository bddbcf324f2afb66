'use client'
import { ListPlus, X } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { Button, IconButton } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { fieldKey } from '@/lib/commands/focus'
import { focusPlace, inside } from '@/lib/commands/lists'
import { announce } from '@/lib/store/view'
import { useSay } from '@/lib/text/say'
import { stepsTexts } from '@/lib/text/steps'
import type { Place } from '@/lib/topology/at'
import type { Field } from '@/lib/topology/model/field'
import type { NamedValue } from '@/lib/topology/model/value'
import { surelyMeant } from '@/lib/topology/steps/fill'
import { wantedBy } from '@/lib/topology/steps/offers'
import { isNeeded, type TypedField } from '@/lib/topology/steps/value-type'
import { ProblemNotes } from '../problem-notes'
import { useStep } from '../use-place'
import { useAround } from './around'
import { isFound, Picker } from './picker'
import { type Delegated, useOwnFindings } from './slot'
import { partsOf, ValueSlot } from './value-editor'
import { type Wanted, wordsOf } from './value-offers'

export type TargetField = TypedField & Pick<Field, 'default'>

interface ValuesTableProps {
  readonly place: Place
  readonly label: string
  readonly values: readonly NamedValue[]
  /** What can be given, in the order of the target. */
  readonly fields: readonly TargetField[]
  /** Nothing has to be given: an update changes what it names. */
  readonly partial?: boolean
}

/** The fields of a target, each with the value it is given: those that have to be given first. */
export function ValuesTable({ place, label, values, fields, partial = false }: ValuesTableProps) {
  const say = useSay()
  const step = useStep(place)
  const { scope } = useAround()
  const [shown, setShown] = useState<readonly string[]>([])
  const delegated = useMemo((): Delegated => values.map((_, index) => index), [values])
  const findings = useOwnFindings(place, delegated)
  const given = new Set(values.map(({ name }) => name))
  const isWanted = (field: TargetField) => !partial && isNeeded(field)
  const rows = fields.filter(
    (field) => isWanted(field) || given.has(field.name) || shown.includes(field.name),
  )
  const rest = fields.filter((field) => !rows.includes(field))
  const strange = values.filter(({ name }) => !fields.some((field) => field.name === name))
  const fill = () => {
    const found = fields
      .filter(({ name }) => !given.has(name))
      .flatMap((field): NamedValue[] => {
        const value = surelyMeant(scope, field)
        return value ? [{ name: field.name, value }] : []
      })
    if (found.length > 0) step([...values, ...found])
    announce(say(stepsTexts.filled(found.length)))
  }
  const canFill = fields.some((field) => !given.has(field.name) && surelyMeant(scope, field))
  const show = useCallback(
    (name: string) => {
      setShown((names) => [...names, name])
      focusPlace(inside(place, `+${name}`))
    },
    [place],
  )
  const sorted = [...rows].sort((a, b) => Number(isWanted(b)) - Number(isWanted(a)))
  return (
    <fieldset data-field={fieldKey(place)} className="min-w-0 basis-full">
      <legend className="sr-only">{label}</legend>
      <div className="mb-1 flex min-h-7 items-center justify-between gap-2">
        <span aria-hidden className="text-quiet text-xs">
          {label}
        </span>
        {canFill && (
          <Button look="outline" size="small" onClick={fill}>
            <ListPlus className="size-3.5" aria-hidden />
            {say(stepsTexts.fill)}
          </Button>
        )}
      </div>
      {fields.length === 0 && strange.length === 0 && (
        <p className="text-faint text-xs">{say(stepsTexts.noFields)}</p>
      )}
      <div className="space-y-1.5">
        {sorted.map((field) => (
          <ValueRow
            key={field.name}
            place={place}
            field={field}
            values={values}
            isNeeded={isWanted(field)}
            onChange={step}
          />
        ))}
        {strange.map(({ name }) => (
          <StrangeRow
            key={name}
            place={inside(
              place,
              values.findIndex((value) => value.name === name),
            )}
            name={name}
            onRemove={() => step(values.filter((value) => value.name !== name))}
          />
        ))}
      </div>
      <ProblemNotes findings={findings} />
      {rest.length > 0 && <MoreFields fields={rest} onShow={show} />}
    </fieldset>
  )
}

interface ValueRowProps {
  readonly place: Place
  readonly field: TargetField
  readonly values: readonly NamedValue[]
  readonly isNeeded: boolean
  readonly onChange: (values: readonly NamedValue[]) => void
}

function ValueRow({ place, field, values, isNeeded: needed, onChange }: ValueRowProps) {
  const say = useSay()
  const { look } = useAround()
  const index = values.findIndex(({ name }) => name === field.name)
  const row = inside(place, index < 0 ? `+${field.name}` : index)
  const value = values[index]?.value
  const findings = useOwnFindings(row, VALUE)
  const wanted = useMemo((): Wanted => ({ type: wantedBy(field), name: field.name }), [field])
  const type = say(wordsOf(look, wantedBy(field)))
  const { name } = field
  // What is put together from parts needs the whole width for them.
  const isStacked = partsOf(value).length > 0
  return (
    <div data-field={fieldKey(row)}>
      <div className={cx('flex items-start gap-1', isStacked && 'flex-wrap')}>
        <div className={cx('min-w-0 pt-1.5 leading-4', isStacked ? 'flex-1' : 'basis-[38%]')}>
          <span className="font-mono text-2xs text-ink [overflow-wrap:anywhere]">{name}</span>
          {needed && (
            <span className="ml-0.5 text-error" title={say(stepsTexts.required)}>
              *
            </span>
          )}
          <span className="block truncate text-2xs text-faint" title={type}>
            {type}
          </span>
        </div>
        <div className={cx('min-w-0', isStacked ? 'order-last basis-full' : 'flex-1')}>
          <ValueSlot
            place={inside(row, 'value')}
            label={needed ? `${name}, ${say(stepsTexts.required)}` : name}
            value={value}
            wanted={wanted}
            quiet
            {...(index < 0 && {
              onPick: (next) => onChange([...values, { name, value: next }]),
            })}
          />
        </div>
        {value ? (
          <IconButton
            size="small"
            label={say(stepsTexts.clear(name))}
            onClick={() => onChange(values.filter((_, other) => other !== index))}
            className="!w-6"
          >
            <X className="size-3.5" aria-hidden />
          </IconButton>
        ) : (
          <span className="w-6 shrink-0" />
        )}
      </div>
      <ProblemNotes findings={findings} />
    </div>
  )
}

const VALUE: Delegated = ['value']

interface StrangeRowProps {
  readonly place: Place
  readonly name: string
  readonly onRemove: () => void
}

/** A value for something that the target does not have. */
function StrangeRow({ place, name, onRemove }: StrangeRowProps) {
  const say = useSay()
  const findings = useOwnFindings(place)
  return (
    <div data-field={fieldKey(place)}>
      <div className="flex items-center gap-1">
        <span className="min-w-0 flex-1 font-mono text-2xs text-error line-through [overflow-wrap:anywhere]">
          {name}
        </span>
        <IconButton size="small" label={say(stepsTexts.remove(name))} onClick={onRemove} className="!w-6">
          <X className="size-3.5" aria-hidden />
        </IconButton>
      </div>
      {findings.length === 0 ? (
        <p className="text-2xs text-faint">{say(stepsTexts.noSuchField(name))}</p>
      ) : (
        <ProblemNotes findings={findings} />
      )}
    </div>
  )
}

interface MoreFieldsProps {
  readonly fields: readonly TargetField[]
  readonly onShow: (name: string) => void
}

/** The fields that need not be given, one of which is to be given all the same. */
function MoreFields({ fields, onShow }: MoreFieldsProps) {
  const say = useSay()
  const { look } = useAround()
  const groupsOf = useCallback(
    (query: string) => [
      {
        items: fields
          .filter(({ name }) => isFound(query, name))
          .map((field) => ({
            key: field.name,
            label: <span className="font-mono">{field.name}</span>,
            detail: say(wordsOf(look, wantedBy(field))),
            onPick: () => onShow(field.name),
          })),
      },
    ],
    [fields, look, onShow, say],
  )
  return (
    <Picker
      trigger="button"
      label={say(stepsTexts.addField)}
      placeholder={say(stepsTexts.find)}
      groupsOf={groupsOf}
      className="mt-1.5"
    >
      {say(stepsTexts.addField)}
    </Picker>
  )
}
