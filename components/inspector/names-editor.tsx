'use client'
import { propertyExamples, propertyTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { EditorProps } from './field-context'
import { Row } from './row'
import { useStep } from './use-place'
import { WordsInput } from './words-input'

/** A list of names; none is the same as nothing said. */
export function NamesEditor({ place, value, shape }: EditorProps) {
  const say = useSay()
  const step = useStep(place)
  const key = String(place.path?.at(-1))
  const words = propertyTexts[key]
  if (shape.is !== 'list' || !words) return null
  return (
    <Row place={place} label={say(words)} deep>
      {(control) => (
        <WordsInput
          {...control}
          shape={shape}
          words={(value ?? []) as readonly string[]}
          onChange={(next) => step(next.length === 0 ? undefined : next)}
          placeholder={propertyExamples[key] && say(propertyExamples[key])}
        />
      )}
    </Row>
  )
}
