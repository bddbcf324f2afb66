'use client'
import { Select } from '@/components/ui/select'
import { newVariant } from '@/lib/commands/variants'
import { choiceTexts, propertyTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { variantOf } from '@/lib/topology/shape'
import type { EditorProps } from './field-context'
import { inside } from './field-context'
import { PropertyRows } from './property-rows'
import { Row } from './row'
import { useStep } from './use-place'

/** One of several forms of a thing, with the properties of the one that is chosen below it. */
export function VariantsEditor({ place, value, shape }: EditorProps) {
  const say = useSay()
  const step = useStep(place)
  const key = String(place.path?.at(-1))
  const words = propertyTexts[key]
  if (shape.is !== 'variants' || !words) return null
  const tags = [...shape.byTag.keys()].map(String)
  const [first = ''] = tags
  const current = value as Readonly<Record<string, unknown>> | undefined
  const chosen = String(current?.[shape.tag] ?? first)
  const variant = current && variantOf(shape, current)
  const hasMore = (variant?.properties.length ?? 0) > 1
  const options = tags.map((tag) => {
    const text = choiceTexts[key]?.[tag]
    return { value: tag, label: text ? say(text) : tag }
  })
  return (
    <div className="basis-full space-y-3">
      <Row place={place} label={say(words)}>
        {(control) => (
          <Select
            {...control}
            value={chosen}
            options={options}
            // The first form of an optional thing is what its absence means.
            onChange={(tag) => step(tag === first ? undefined : newVariant(shape, tag))}
            className="w-full"
          />
        )}
      </Row>
      {variant && hasMore && (
        <div className="border-line border-l-2 pl-3">
          <PropertyRows place={inside(place)} shape={variant} value={current} without={[shape.tag]} />
        </div>
      )}
    </div>
  )
}
