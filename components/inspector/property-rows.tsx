'use client'
import { cx } from '@/components/ui/cx'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { choiceTexts, propertyExamples, propertyHints, propertyTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { Place } from '@/lib/topology/at'
import type { LocalText } from '@/lib/topology/model/basics'
import {
  type ObjectShape,
  type Property,
  type Shape,
  type VariantsShape,
  variantOf,
} from '@/lib/topology/shape'
import { LocalTextControl, NumberControl, TextControl } from './controls'
import { inside, useEditor } from './field-context'
import { Row } from './row'
import { usePut, useStep } from './use-place'

interface PropertyRowsProps {
  readonly place: Place
  readonly shape: ObjectShape | VariantsShape
  readonly value: object
  /** Properties that have a form of their own elsewhere. */
  readonly without?: readonly string[]
  /** Only these, for a part of the form that stands alone. */
  readonly only?: readonly string[]
  /** What stands in an empty field, by property: what will be taken. */
  readonly placeholders?: Readonly<Record<string, string | undefined>>
}

/**
 * The form of any part of a design, from its shape in the format: a property that has words gets a row, in the
 * order of the format. A new property of a kind needs its words, nothing else.
 */
export function PropertyRows(props: PropertyRowsProps) {
  const { place, shape, value, without = [], only, placeholders = {} } = props
  const variant = variantOf(shape, value)
  if (!variant) return null
  const shown = variant.properties.filter(({ key }) => (only ? only.includes(key) : !without.includes(key)))
  // Switches in a row are a list and stand closer than fields.
  const dense = shown.every(({ shape: { is } }) => is === 'boolean')
  return (
    <div className={cx('flex basis-full flex-wrap empty:hidden', !dense && 'gap-3')}>
      {shown.map((property) => (
        <PropertyRow
          key={property.key}
          place={inside(place, property.key)}
          owner={variant.name}
          property={property}
          value={(value as Readonly<Record<string, unknown>>)[property.key]}
          placeholder={placeholders[property.key]}
        />
      ))}
    </div>
  )
}

interface PropertyRowProps {
  readonly place: Place
  readonly owner: string
  readonly property: Property
  readonly value: unknown
  readonly placeholder: string | undefined
}

function PropertyRow({ place, owner, property, value, placeholder }: PropertyRowProps) {
  const say = useSay()
  const Editor = useEditor(property.key)
  const { key, shape } = property
  const words = propertyTexts[key]
  if (shape.is === 'object' && shape.name !== 'LocalText') {
    return <PropertyRows place={place} shape={shape} value={(value ?? {}) as object} />
  }
  if (!words) return null
  if (Editor) return <Editor place={place} value={value} shape={shape} />
  if (shape.is === 'list' || shape.is === 'variants') return null
  const hint = propertyHints[`${owner}.${key}`] ?? propertyHints[key]
  return (
    <Row
      place={place}
      label={say(words)}
      hint={hint && say(hint)}
      inline={shape.is === 'boolean'}
      half={isShort(shape)}
      deep={shape.is === 'object'}
    >
      {(control) => (
        <Control
          {...control}
          place={place}
          property={property}
          value={value}
          placeholder={placeholder ?? propertyExamples[key]}
        />
      )}
    </Row>
  )
}

/** Names and numbers are short enough to stand two in a line. */
function isShort(shape: Shape): boolean {
  return shape.is === 'number' || shape.is === 'constant' || (shape.is === 'text' && shape.role === 'name')
}

interface ControlOfProps {
  readonly id: string
  readonly invalid: boolean
  readonly describedBy: string | undefined
  readonly place: Place
  readonly property: Property
  readonly value: unknown
  readonly placeholder: string | undefined
}

/** The control that the shape of a property asks for. */
function Control({ place, property, value, placeholder, ...control }: ControlOfProps) {
  const say = useSay()
  const put = usePut(place)
  const step = useStep(place)
  const { key, shape, optional, absent } = property
  switch (shape.is) {
    case 'text':
      return (
        <TextControl
          {...control}
          value={value as string | undefined}
          onChange={put}
          placeholder={placeholder}
          optional={optional}
          code={shape.role !== undefined}
        />
      )
    case 'number':
    case 'constant':
      return (
        <NumberControl
          {...control}
          value={value as number | string | undefined}
          onChange={put}
          placeholder={placeholder}
          exact={shape.is === 'constant'}
        />
      )
    case 'boolean':
      return (
        <Switch
          id={control.id}
          checked={(value as boolean | undefined) ?? absent === true}
          onChange={(checked) => step(checked === (absent ?? false) ? undefined : checked)}
        />
      )
    case 'choice': {
      const words = choiceTexts[key] ?? {}
      const options = shape.options.map(String).map((option) => {
        const text = words[option]
        return { value: option, label: text ? say(text) : option }
      })
      return (
        <Select
          {...control}
          value={String(value ?? absent ?? options[0]?.value)}
          options={options}
          onChange={(next) => step(optional && next === absent ? undefined : next)}
          className="w-full"
        />
      )
    }
    case 'object':
      return (
        <LocalTextControl
          {...control}
          value={value as LocalText | undefined}
          onChange={put}
          long={key === 'description'}
        />
      )
    default:
      return null
  }
}
