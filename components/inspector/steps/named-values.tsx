'use client'
import { Plus, X } from 'lucide-react'
import { useMemo } from 'react'
import { Button, IconButton } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { TextInput } from '@/components/ui/text-input'
import { fieldKey } from '@/lib/commands/focus'
import { focusPlace, inside } from '@/lib/commands/lists'
import { settle } from '@/lib/store/document'
import { useSay } from '@/lib/text/say'
import { stepsTexts } from '@/lib/text/steps'
import type { Place } from '@/lib/topology/at'
import { freshName } from '@/lib/topology/fresh'
import type { NamedValue, Value } from '@/lib/topology/model/value'
import { valuesIn } from '@/lib/topology/steps/offers'
import { ProblemNotes } from '../problem-notes'
import { usePut, useStep } from '../use-place'
import { useAround } from './around'
import { type Delegated, useOwnFindings } from './slot'
import { partsOf, ValueSlot } from './value-editor'

interface NamedValuesProps {
  readonly place: Place
  readonly label: string
  readonly values: readonly NamedValue[]
}

/** Values with names that a person gives: the inputs of a rule, the parts of an answer. */
export function NamedValues({ place, label, values }: NamedValuesProps) {
  const say = useSay()
  const step = useStep(place)
  const { scope } = useAround()
  const delegated = useMemo((): Delegated => values.map((_, index) => index), [values])
  const findings = useOwnFindings(place, delegated)
  const add = () => {
    const taken = new Set(values.map(({ name }) => name))
    const free = valuesIn(scope).find(
      ({ value, type }) => type.is === 'plain' && 'path' in value && !taken.has(value.path.at(-1) ?? ''),
    )
    const value: Value = free?.value ?? { value: 'now' }
    const name = freshName(taken, ('path' in value && value.path.at(-1)) || 'value')
    step([...values, { name, value }])
    focusPlace(inside(place, values.length, 'name'))
  }
  return (
    <fieldset data-field={fieldKey(place)} className="min-w-0 basis-full">
      <legend className="mb-1 text-quiet text-xs">{label}</legend>
      <div className="space-y-1.5">
        {values.map((one, index) => (
          <NamedRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a value has nothing that lasts but its order
            key={index}
            place={inside(place, index)}
            value={one}
            onRemove={() => step(values.filter((_, other) => other !== index))}
          />
        ))}
      </div>
      <ProblemNotes findings={findings} />
      <Button size="small" onClick={add} className="mt-1 -ml-2">
        <Plus className="size-3.5" aria-hidden />
        {say(stepsTexts.addValue)}
      </Button>
    </fieldset>
  )
}

interface NamedRowProps {
  readonly place: Place
  readonly value: NamedValue
  readonly onRemove: () => void
}

const VALUE: Delegated = ['value']

function NamedRow({ place, value, onRemove }: NamedRowProps) {
  const say = useSay()
  const rename = usePut(inside(place, 'name'))
  const findings = useOwnFindings(place, VALUE)
  const isStacked = partsOf(value.value).length > 0
  return (
    <div data-field={fieldKey(place)}>
      <div className={cx('flex items-start gap-1', isStacked && 'flex-wrap')}>
        <TextInput
          code
          data-field={fieldKey(inside(place, 'name'))}
          aria-label={say(stepsTexts.nameOfValue)}
          aria-invalid={findings.some(({ severity }) => severity === 'error') || undefined}
          value={value.name}
          maxLength={200}
          onChange={({ target }) => rename(target.value)}
          onBlur={settle}
          className={cx('!w-auto shrink-0', isStacked ? 'flex-1' : 'basis-[36%]')}
        />
        <div className={cx('min-w-0', isStacked ? 'order-last basis-full' : 'flex-1')}>
          <ValueSlot place={inside(place, 'value')} label={value.name} value={value.value} quiet />
        </div>
        <IconButton
          size="small"
          label={say(stepsTexts.remove(value.name))}
          onClick={onRemove}
          className="!w-6"
        >
          <X className="size-3.5" aria-hidden />
        </IconButton>
      </div>
      <ProblemNotes findings={findings} />
    </div>
  )
}
