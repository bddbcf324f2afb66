import type { FieldType } from '../model/field'

const GUESSES: readonly (readonly [RegExp, FieldType])[] = [
  [/(^|_)email$/, { type: 'email' }],
  [/_at$/, { type: 'datetime' }],
  [/(_on|(^|_)date|(^|_)birthday)$/, { type: 'date' }],
  [/^(is|has|can)_/, { type: 'boolean' }],
  [/(^|_)(count|quantity|age|position)$/, { type: 'integer' }],
  [/(^|_)(price|amount|total|balance)$/, { type: 'decimal', precision: 12, scale: 2 }],
  [/(^|_)(description|notes|comment|body)$/, { type: 'text' }],
  [/_uuid$/, { type: 'uuid' }],
]

/** The type that a name suggests where none is said; one line of text where it suggests none. */
export function guessType(name: string): FieldType {
  return GUESSES.find(([pattern]) => pattern.test(name))?.[1] ?? { type: 'string' }
}
