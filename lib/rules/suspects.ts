import type { Topology } from '@/lib/topology/model/topology'
import { type GivenName, namesByPart } from '@/lib/topology/names'
import { type FoundText, type TextPlace, textPlaces } from '@/lib/topology/texts'

type NameTest = (given: GivenName) => boolean
type TextTest = (found: FoundText) => boolean

const names = new WeakMap<NameTest, WeakMap<readonly GivenName[], readonly GivenName[]>>()
const texts = new WeakMap<TextTest, WeakMap<readonly FoundText[], readonly FoundText[]>>()

/** The names that a test picks, which looks at nothing but the name; each part of a design is read once. */
export function namesThat(topology: Topology, test: NameTest): readonly GivenName[] {
  return namesByPart(topology).flatMap((part) => picked(names, test, part))
}

/** The same for texts, with the parts that they stand in. */
export function* textsThat(topology: Topology, test: TextTest): Generator<TextPlace> {
  for (const place of textPlaces(topology)) {
    const found = picked(texts, test, place.texts)
    if (found.length > 0) yield { ...place, texts: found }
  }
}

function picked<T>(
  known: WeakMap<(item: T) => boolean, WeakMap<readonly T[], readonly T[]>>,
  test: (item: T) => boolean,
  part: readonly T[],
): readonly T[] {
  const answers = known.get(test) ?? new WeakMap<readonly T[], readonly T[]>()
  known.set(test, answers)
  const answer = answers.get(part) ?? part.filter(test)
  answers.set(part, answer)
  return answer
}
