import type { Text } from '../model/basics'

/** What a name in a sentence is of; `gone` names something that is no longer there. */
export type NameOf = 'part' | 'value' | 'constant' | 'gone'

/** A part of a sentence: words between names, or a name as the design has it. */
export type Piece = { readonly words: string } | { readonly name: string; readonly of: NameOf }

/** A sentence in both languages, in which the names can be told from the words. */
export interface Phrase {
  readonly en: readonly Piece[]
  readonly ru: readonly Piece[]
}

/** A name, the same in both languages. */
export function named(name: string, of: NameOf = 'part'): Phrase {
  const pieces = [{ name, of }]
  return { en: pieces, ru: pieces }
}

/** A sentence with other phrases where their keys stand in braces: `load {entity}`. */
export function phrase(en: string, ru: string, parts: Readonly<Record<string, Phrase>> = {}): Phrase {
  return { en: fill(en, parts, 'en'), ru: fill(ru, parts, 'ru') }
}

/** Phrases in a row with the same words between them. */
export function joined(phrases: readonly Phrase[], between: Text): Phrase {
  const keys = phrases.map((_, index) => `part${index}`)
  const template = (words: string) => keys.map((key) => `{${key}}`).join(words)
  const parts = Object.fromEntries(phrases.map((part, index): [string, Phrase] => [`part${index}`, part]))
  return phrase(template(between.en), template(between.ru), parts)
}

/** One phrase after another, with nothing between. */
export function both(...phrases: readonly Phrase[]): Phrase {
  return joined(phrases, { en: '', ru: '' })
}

/** The phrase as plain text. */
export function textOf({ en, ru }: Phrase): Text {
  return { en: flat(en), ru: flat(ru) }
}

const KEY = /\{(\w+)\}/

function fill(
  template: string,
  parts: Readonly<Record<string, Phrase>>,
  language: keyof Text,
): readonly Piece[] {
  return template.split(KEY).flatMap((part, index): readonly Piece[] => {
    if (index % 2 === 1) return parts[part]?.[language] ?? []
    return part === '' ? [] : [{ words: part }]
  })
}

function flat(pieces: readonly Piece[]): string {
  return pieces.map((piece) => ('words' in piece ? piece.words : piece.name)).join('')
}
