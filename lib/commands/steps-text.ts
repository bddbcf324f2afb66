import { freshName } from '@/lib/topology/fresh'
import type { Locale } from '@/lib/topology/model/basics'
import type { Value } from '@/lib/topology/model/value'
import { sayValue } from '@/lib/topology/steps/say-value'
import { placesIn } from '@/lib/topology/steps/text-value'

type TextValue = Extract<Value, { value: 'text' }>

/** The text with other words in a language; places that no words name any more go with them. */
export function withText(value: TextValue, language: Locale, words: string): TextValue {
  const { [language]: _, ...others } = value.text
  const text = words === '' ? others : { ...others, [language]: words }
  const named = new Set(placesIn(text))
  // A name that is just being changed keeps its value as long as it is the only one without words.
  const places = value.places.filter(({ name }) => named.has(name))
  const [lost, ...more] = value.places.filter(({ name }) => !named.has(name))
  const [fresh, ...moreFresh] = [...named].filter(
    (name) => !value.places.some((place) => place.name === name),
  )
  const renamed =
    lost && fresh && more.length === 0 && moreFresh.length === 0 ? [{ name: fresh, value: lost.value }] : []
  return { ...value, text, places: [...places, ...renamed] }
}

/** Puts a value where a brace was opened before the caret: its name into the words, the value into the places. */
export function textWithPlace(value: TextValue, language: Locale, caret: number, put: Value): TextValue {
  const words = value.text[language] ?? ''
  const start = words.lastIndexOf('{', caret - 1)
  const same = value.places.find((place) => sayValue(place.value).en === sayValue(put).en)
  const name = same?.name ?? freshName(new Set(value.places.map((place) => place.name)), nameFor(put))
  const rest = words.slice(caret).replace(/^\}/, '')
  const text = { ...value.text, [language]: `${words.slice(0, start)}{${name}}${rest}` }
  return { ...value, text, places: same ? value.places : [...value.places, { name, value: put }] }
}

/** What a value is called in a text: the last name of its path. */
function nameFor(value: Value): string {
  if (!('path' in value)) return 'value'
  const [first] = value.value === 'result' ? [value.name] : [value.value]
  const last = value.path.at(-1) ?? first ?? 'value'
  return last === 'id' && first ? `${first}_id` : last
}
