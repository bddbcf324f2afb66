'use client'
import { Select } from '@/components/ui/select'
import { valueAt } from '@/lib/commands/set-at'
import { useTopology } from '@/lib/store/document'
import { inspectorTexts, propertyTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { Field } from '@/lib/topology/model/field'
import type { Shape } from '@/lib/topology/shape'
import { NumberControl, TextControl } from './controls'
import type { EditorProps } from './field-context'
import { ListDefault } from './list-default'
import { Row } from './row'
import { usePut, useStep } from './use-place'

/** The constant that a field has when nobody says otherwise, in the form of the field's type. */
export function DefaultEditor({ place, value, shape }: EditorProps) {
  const say = useSay()
  const put = usePut(place)
  const step = useStep(place)
  const parent = { ...place, path: (place.path ?? []).slice(0, -1) }
  const field = useTopology((topology) => valueAt(topology, parent) as Field | undefined)
  const words = propertyTexts.default
  if (!field || !words || NO_DEFAULT.has(field.type)) return null
  if (field.type === 'list') return <ListDefault place={place} of={field.of} value={value} />
  const choices = choicesOf(field)
  return (
    <Row place={place} label={say(words)}>
      {(control) => {
        if (choices) {
          const options = [
            { value: '', label: say(inspectorTexts.noDefault) },
            ...choices.map((choice) => ({
              value: choice,
              label:
                field.type === 'boolean'
                  ? say(choice === 'true' ? inspectorTexts.yes : inspectorTexts.no)
                  : choice,
            })),
          ]
          const toValue = (text: string) =>
            text === '' ? undefined : field.type === 'boolean' ? text === 'true' : text
          return (
            <Select
              {...control}
              value={value === undefined ? '' : String(value)}
              options={options}
              onChange={(text) => step(toValue(text))}
              className="w-full"
            />
          )
        }
        if (field.type === 'integer' || field.type === 'decimal') {
          return (
            <NumberControl
              {...control}
              value={value as number | string | undefined}
              onChange={put}
              shape={field.type === 'integer' ? wholeOf(shape) : shape}
              optional
            />
          )
        }
        return (
          <TextControl
            {...control}
            shape={shape}
            value={value as string | undefined}
            onChange={put}
            placeholder={PLACEHOLDERS[field.type]}
            optional
          />
        )
      }}
    </Row>
  )
}

const NO_DEFAULT: ReadonlySet<Field['type']> = new Set(['secret', 'reference', 'object', 'json'])
const PLACEHOLDERS: Partial<Record<Field['type'], string>> = {
  date: 'now, 2026-01-31',
  datetime: 'now, 2026-01-31T12:00:00Z',
}

/** A constant that has to be a whole number. */
function wholeOf(shape: Shape): Shape {
  if (shape.is !== 'constant') return shape
  const { schema } = shape
  const bounds = { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }
  return { is: 'number', pixels: false, whole: true, ...bounds, schema }
}

function choicesOf(field: Field): readonly string[] | undefined {
  if (field.type === 'boolean') return ['true', 'false']
  if (field.type === 'enum') return field.values.map(({ name }) => name)
  return undefined
}
