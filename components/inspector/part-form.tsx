'use client'
import type { ReactNode } from 'react'
import type { Place } from '@/lib/topology/at'
import { type ObjectShape, type VariantsShape, variantOf } from '@/lib/topology/shape'
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
 * The form of a part as sections: its simple properties first, then each of its lists, whose editor makes a section
 * of its own.
 */
export function PartForm({ place, shape, value, without = NONE, placeholders, children }: PartFormProps) {
  const variant = variantOf(shape, value)
  if (!variant) return null
  const offered = variant.properties.filter(({ key }) => !without.includes(key))
  const lists = offered.filter((property) => property.shape.is === 'list').map(({ key }) => key)
  const simple = offered.filter((property) => property.shape.is !== 'list').map(({ key }) => key)
  return (
    <>
      <Section>
        <PropertyRows place={place} shape={variant} value={value} only={simple} placeholders={placeholders} />
        {children}
      </Section>
      {lists.map((key) => (
        <PropertyRows key={key} place={place} shape={variant} value={value} only={[key]} bare />
      ))}
    </>
  )
}
