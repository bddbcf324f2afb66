'use client'
import { cx } from '@/components/ui/cx'
import { propertyExamples, propertyHints, propertyTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { Place } from '@/lib/topology/at'
import { type ObjectShape, type Property, type VariantsShape, variantOf } from '@/lib/topology/shape'
import { inside, useEditor } from './field-context'
import { PropertyControl } from './property-control'
import { Row } from './row'

interface PropertyRowsProps {
  readonly place: Place
  readonly shape: ObjectShape | VariantsShape
  readonly value: object
  /** Properties that have a form of their own elsewhere. */
  readonly without?: readonly string[]
  /** Only these, for a part of the form that stands alone. */
  readonly only?: readonly string[]
  /** What stands in an empty field, by property: what will be taken. */
  readonly placeholders?: Readonly<Record<string, string | undefined>> | undefined
  /** Without a frame around the rows, for editors that are sections. */
  readonly bare?: boolean
}

/**
 * The form of any part of a design, from its shape in the format: a property that has words gets a row, in the
 * order of the format. A new property of a kind needs its words, nothing else.
 */
export function PropertyRows(props: PropertyRowsProps) {
  const { place, shape, value, without = [], only, placeholders = {}, bare = false } = props
  const variant = variantOf(shape, value)
  if (!variant) return null
  const shown = variant.properties.filter(({ key }) => (only ? only.includes(key) : !without.includes(key)))
  // Switches in a row are a list and stand closer than fields.
  const dense = shown.every(({ shape: { is } }) => is === 'boolean')
  const rows = shown.map((property, index) => (
    <PropertyRow
      key={property.key}
      place={inside(place, property.key)}
      owner={variant.name}
      property={property}
      value={(value as Readonly<Record<string, unknown>>)[property.key]}
      placeholder={placeholders[property.key]}
      paired={isPaired(shown, index)}
    />
  ))
  if (bare) return rows
  return <div className={cx('flex basis-full flex-wrap empty:hidden', !dense && 'gap-3')}>{rows}</div>
}

const NOTHING = { en: '', ru: '' }

interface PropertyRowProps {
  readonly place: Place
  readonly owner: string
  readonly property: Property
  readonly value: unknown
  readonly placeholder: string | undefined
  readonly paired: boolean
}

function PropertyRow({ place, owner, property, value, placeholder, paired }: PropertyRowProps) {
  const say = useSay()
  const Editor = useEditor(owner, property)
  const { key, shape } = property
  const words = propertyTexts[`${owner}.${key}`] ?? propertyTexts[key]
  if (Editor) return words ? <Editor place={place} value={value} shape={shape} /> : null
  if (shape.is === 'object' && shape.name !== 'LocalText') {
    return <PropertyRows place={place} shape={shape} value={(value ?? {}) as object} />
  }
  if (!words || shape.is === 'list' || shape.is === 'variants') return null
  const hint = propertyHints[`${owner}.${key}`] ?? propertyHints[key]
  return (
    <Row
      place={place}
      label={say(words)}
      hint={hint && say(hint)}
      inline={shape.is === 'boolean'}
      half={paired}
      narrow={key === 'method'}
      deep={shape.is === 'object'}
    >
      {(control) => (
        <PropertyControl
          {...control}
          place={place}
          owner={owner}
          property={property}
          value={value}
          placeholder={
            placeholder ?? say(propertyExamples[`${owner}.${key}`] ?? propertyExamples[key] ?? NOTHING)
          }
        />
      )}
    </Row>
  )
}

/** What may share its line with the next of its like: two names, two numbers, a method and its path. */
function classOf({ key, shape }: Property): string | undefined {
  if (shape.is === 'number' || shape.is === 'constant') return 'number'
  if (key === 'method' || (shape.is === 'text' && shape.role === 'url-path')) return 'request'
  if (shape.is !== 'text' || shape.role !== 'name') return undefined
  return key.endsWith('Variable') ? 'variable' : 'name'
}

/** Whether a property stands beside one of its like, so that both have half of the line. */
function isPaired(shown: readonly Property[], index: number): boolean {
  const own = shown[index] && classOf(shown[index])
  return (
    own !== undefined && [shown[index - 1], shown[index + 1]].some((next) => next && classOf(next) === own)
  )
}
