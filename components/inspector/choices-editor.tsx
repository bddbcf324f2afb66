'use client'
import { choiceTexts, propertyTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { Chips } from './chips'
import type { EditorProps } from './field-context'
import { Row } from './row'
import { useStep } from './use-place'

/** Several of the words that the format knows; none is the same as nothing said. */
export function ChoicesEditor({ place, value, shape }: EditorProps) {
  const say = useSay()
  const step = useStep(place)
  const key = String(place.path?.at(-1))
  const words = propertyTexts[key]
  if (shape.is !== 'list' || shape.of.is !== 'choice' || !words) return null
  const chosen = new Set((value ?? []) as readonly string[])
  const options = shape.of.options.map(String)
  const toggle = (option: string) => {
    const next = options.filter((other) => (other === option) !== chosen.has(other))
    step(next.length === 0 ? undefined : next)
  }
  return (
    <Row place={place} label={say(words)} deep>
      {({ describedBy }) => (
        <Chips
          label={say(words)}
          describedBy={describedBy}
          options={options.map((option) => {
            const text = choiceTexts[key]?.[option]
            return { value: option, label: text ? say(text) : option, on: chosen.has(option) }
          })}
          onToggle={toggle}
        />
      )}
    </Row>
  )
}
