import type { Topology } from '@/lib/topology/model/topology'
import { type GivenName, namesByPart } from '@/lib/topology/names'
import { perItem } from '@/lib/topology/per-item'
import { type FoundText, type TextPlace, textPlaces } from '@/lib/topology/texts'

type NameTest = (given: GivenName) => boolean
type TextTest = (found: FoundText) => boolean

const NONE: readonly never[] = []
const names = new WeakMap<NameTest, ReturnType<typeof pickNames>>()
const texts = new WeakMap<TextTest, ReturnType<typeof pickTexts>>()

/** The names that a test picks, which looks at nothing but the name; each part of a design is read once. */
export function namesThat(topology: Topology, test: NameTest): readonly GivenName[] {
  const pick = names.get(test) ?? pickNames(test)
  names.set(test, pick)
  return pick(namesByPart(topology)).flat()
}

/** The same for texts, with the parts that they stand in. */
export function textsThat(topology: Topology, test: TextTest): readonly TextPlace[] {
  const pick = texts.get(test) ?? pickTexts(test)
  texts.set(test, pick)
  return pick(textPlaces(topology)).flat()
}

const pickNames = (test: NameTest) =>
  perItem((part: readonly GivenName[]): readonly GivenName[] => (part.some(test) ? part.filter(test) : NONE))

const pickTexts = (test: TextTest) =>
  perItem((place: TextPlace): readonly TextPlace[] => {
    const found = place.texts.filter(test)
    return found.length > 0 ? [{ ...place, texts: found }] : NONE
  })
