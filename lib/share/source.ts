import { jsonFaultAt } from './json-fault'
import { type ReadResult, refuse, type Text } from './result'

/** More than the largest design that may be opened, written with spaces, has. */
const MAX_CHARACTERS = 8_000_000
const MAX_DEPTH = 100
const MAX_VALUES = 2_000_000

type Source = { readonly ok: true; readonly value: unknown } | Extract<ReadResult, { ok: false }>

/** A foreign value, from JSON text if it is text, that is neither too long, nor too deep, nor endless. */
export function toSource(input: unknown): Source {
  if (typeof input !== 'string') return bounded(input)
  if (input.length > MAX_CHARACTERS) {
    return refuse('too-large', {
      en: `The document has more than ${MAX_CHARACTERS / 1_000_000} million characters.`,
      ru: `В документе больше ${MAX_CHARACTERS / 1_000_000} миллионов знаков.`,
    })
  }
  try {
    return bounded(JSON.parse(input.replace(/^\uFEFF/, '')))
  } catch {
    return refuse('damaged', notJson(input.replace(/^\uFEFF/, '')))
  }
}

function notJson(text: string): Text {
  if (text.trim() === '') return { en: 'The document is empty.', ru: 'Документ пуст.' }
  const at = jsonFaultAt(text)
  if (at === text.length) {
    return { en: 'The document is not JSON: its end is missing.', ru: 'Документ не JSON: у него нет конца.' }
  }
  const lines = text.slice(0, at).split('\n')
  const place = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
  return {
    en: `The document is not JSON: line ${place.line}, column ${place.column}.`,
    ru: `Документ не JSON: строка ${place.line}, столбец ${place.column}.`,
  }
}

/** Looks at every value without going into itself, so that depth costs no stack and a circle ends. */
function bounded(value: unknown): Source {
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  let seen = 0
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    seen += 1
    if (seen > MAX_VALUES || next.depth > MAX_DEPTH) {
      return refuse('too-large', {
        en: 'The document is nested too deeply or has too many parts.',
        ru: 'Документ вложен слишком глубоко, или в нём слишком много частей.',
      })
    }
    if (typeof next.value !== 'object' || next.value === null) continue
    const depth = next.depth + 1
    for (const part of Object.values(next.value)) waiting.push({ value: part, depth })
  }
  return { ok: true, value }
}
