'use client'
import { Select } from '@/components/ui/select'
import { defaultListShape } from '@/lib/commands/default-list'
import { inspectorTexts, propertyTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { Place } from '@/lib/topology/at'
import type { FieldType } from '@/lib/topology/model/field'
import { Chips } from './chips'
import { Row } from './row'
import { useStep } from './use-place'
import { WordsInput } from './words-input'

interface ListDefaultProps {
  readonly place: Place
  readonly of: FieldType
  readonly value: unknown
}

/** The list that a field has when nobody says otherwise: none, or these values; an empty list is one, too. */
export function ListDefault({ place, of, value }: ListDefaultProps) {
  const say = useSay()
  const step = useStep(place)
  const words = propertyTexts.default
  const values = Array.isArray(value) ? (value as readonly string[]) : undefined
  if (!words) return null
  const options = [
    { value: 'none', label: say(inspectorTexts.noDefault) },
    { value: 'list', label: say(inspectorTexts.listOf) },
  ] as const
  const toggle = (name: string) =>
    step(values?.includes(name) ? values.filter((other) => other !== name) : [...(values ?? []), name])
  return (
    <Row place={place} label={say(words)} deep>
      {(control) => (
        <div className="space-y-1.5">
          <Select<'none' | 'list'>
            {...control}
            value={values ? 'list' : 'none'}
            options={options}
            onChange={(choice) => step(choice === 'none' ? undefined : [])}
            className="w-full"
          />
          {values && of.type === 'enum' && (
            <Chips
              label={say(words)}
              options={of.values.map(({ name }) => ({ value: name, label: name, on: values.includes(name) }))}
              onToggle={toggle}
            />
          )}
          {values && of.type !== 'enum' && (
            <WordsInput
              id={`${control.id}-values`}
              label={say(words)}
              invalid={control.invalid}
              describedBy={control.describedBy}
              shape={defaultListShape}
              words={values}
              onChange={step}
              placeholder={say(inspectorTexts.emptyList)}
            />
          )}
        </div>
      )}
    </Row>
  )
}
