import { enumValueSlug, isEnumValue } from '@/lib/topology/identifiers'
import type { EnumValue } from '@/lib/topology/model/field'

const MOST = 200

/** The values that a text lists, one a line or apart by commas; none where it is one word. What is there is left out. */
export function readValues(text: string, there: readonly EnumValue[]): readonly EnumValue[] {
  const words = text
    .split(/[,;|\n\r]+/)
    .map((word) => word.trim().replace(/^["']|["']$/g, ''))
    .filter((word) => word !== '')
  if (words.length < 2) return []
  const names = words.map((word) => (isEnumValue(word) ? word : enumValueSlug(word)))
  const taken = new Set(there.map(({ name }) => name))
  return [...new Set(names)]
    .filter((name) => name !== '' && !taken.has(name))
    .slice(0, MOST - there.length)
    .map((name) => ({ name }))
}
