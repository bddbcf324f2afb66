/** Texts with places: `Hello, {name}` and the values that are put where names stand in braces. */
import type { LocalText } from '../model/basics'
import type { Value } from '../model/value'
import type { ValueFault } from './value-fault'

const PLACE = /\{([a-z][a-z0-9]*(?:_[a-z0-9]+)*)\}/g

/** The names in braces of a text, each once, in their order; other braces are just braces. */
export function placesIn(text: LocalText): readonly string[] {
  const found = [text.en ?? '', text.ru ?? ''].flatMap((one) => [...one.matchAll(PLACE)])
  return [...new Set(found.map(([, name = '']) => name))]
}

/** What is wrong between the words of a text and its list of values. */
export function* faultsOfText({ text, places }: Extract<Value, { value: 'text' }>): Generator<ValueFault> {
  if (!text.en && !text.ru) yield { path: ['text'], code: 'no-text' }
  const given = new Set<string>()
  const wanted = new Set(placesIn(text))
  for (const [index, { name }] of places.entries()) {
    if (given.has(name)) yield { path: ['places', index], code: 'place-twice', name }
    else if (!wanted.has(name)) yield { path: ['places', index], code: 'value-without-place', name }
    given.add(name)
  }
  for (const name of wanted) if (!given.has(name)) yield { path: ['text'], code: 'place-without-value', name }
}
