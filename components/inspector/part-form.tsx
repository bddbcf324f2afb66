'use client'
import type { ReactNode } from 'react'
import { inspectorTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { Place } from '@/lib/topology/at'
import { type ObjectShape, type Shape, type VariantsShape, variantOf } from '@/lib/topology/shape'
import { Disclosure } from './disclosure'
import { PropertyRows } from './property-rows'
import { Section } from './section'

interface PartFormProps {
  readonly place: Place
  readonly shape: ObjectShape | VariantsShape
  readonly value: object
  readonly without?: readonly string[]
  readonly placeholders?: Readonly<Record<string, string | undefined>>
  /** What is derived from the simple properties, shown below them. */
  readonly children?: ReactNode
}

const NONE: readonly string[] = []

/**
 * The form of a part as sections: its simple properties first, with what follows from them and the words for people;
 * then each of its lists of parts, whose editor makes a section of its own.
 */
export function PartForm({ place, shape, value, without = NONE, placeholders, children }: PartFormProps) {
  const say = useSay()
  const variant = variantOf(shape, value)
  if (!variant) return null
  const offered = variant.properties.filter(({ key }) => !without.includes(key))
  const keysOf = (test: (shape: Shape) => boolean) =>
    offered.filter((property) => test(property.shape)).map(({ key }) => key)
  const words = keysOf(isWords)
  const rows = { place, shape: variant, value } as const
  return (
    <>
      <Section>
        <PropertyRows
          {...rows}
          only={keysOf((inner) => !isWords(inner) && !isSection(inner))}
          placeholders={placeholders}
        />
        {children}
        {words.length > 0 && (
          <Disclosure
            place={place}
            keys={words}
            begins={words.some((key) => (value as Readonly<Record<string, unknown>>)[key] !== undefined)}
            title={say(inspectorTexts.labels)}
          >
            <PropertyRows {...rows} only={words} />
          </Disclosure>
        )}
      </Section>
      {keysOf(isSection).map((key) => (
        <PropertyRows key={key} {...rows} only={[key]} bare />
      ))}
    </>
  )
}

/** Texts for people, alone or several in one. */
function isWords(shape: Shape): boolean {
  if (shape.is !== 'object') return false
  return shape.name === 'LocalText' || shape.properties.every((property) => isWords(property.shape))
}

/** Lists of parts are sections; lists of words are rows. */
function isSection(shape: Shape): boolean {
  if (shape.is !== 'list') return false
  return shape.of.is !== 'choice' && !(shape.of.is === 'text' && shape.of.role === 'name')
}
