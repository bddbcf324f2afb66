'use client'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { choiceTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { Place } from '@/lib/topology/at'
import type { LocalText } from '@/lib/topology/model/basics'
import type { Property } from '@/lib/topology/shape'
import { LocalTextControl, NumberControl, TextControl } from './controls'
import type { ControlProps } from './row'
import { usePut, useStep } from './use-place'

interface PropertyControlProps extends ControlProps {
  readonly place: Place
  readonly owner: string
  readonly property: Property
  readonly value: unknown
  readonly placeholder: string | undefined
}

/** The control that the shape of a property asks for. */
export function PropertyControl(props: PropertyControlProps) {
  const { place, owner, property, value, placeholder, ...control } = props
  const put = usePut(place)
  const step = useStep(place)
  const { key, shape, optional, absent } = property
  switch (shape.is) {
    case 'text':
      return (
        <TextControl
          {...control}
          shape={shape}
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
          shape={shape}
          value={value as number | string | undefined}
          onChange={put}
          placeholder={placeholder}
          optional={optional}
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
    case 'choice':
      return <ChoiceControl {...control} owner={owner} property={property} value={value} onChange={step} />
    case 'object':
      return (
        <LocalTextControl
          {...control}
          shape={shape}
          value={value as LocalText | undefined}
          onChange={put}
          long={key === 'description'}
        />
      )
    default:
      return null
  }
}

interface ChoiceControlProps extends ControlProps {
  readonly owner: string
  readonly property: Property
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

/** One of the words that the format knows; the one that absence means is kept by taking the value away. */
function ChoiceControl({ owner, property, value, onChange, ...control }: ChoiceControlProps) {
  const say = useSay()
  const { key, shape, optional, absent } = property
  if (shape.is !== 'choice') return null
  const words = choiceTexts[`${owner}.${key}`] ?? choiceTexts[key] ?? {}
  const options = shape.options.map(String).map((option) => {
    const text = words[option]
    return { value: option, label: text ? say(text) : option }
  })
  return (
    <Select
      {...control}
      value={String(value ?? absent ?? options[0]?.value)}
      options={options}
      onChange={(next) => onChange(optional && next === absent ? undefined : next)}
      className="w-full"
    />
  )
}
