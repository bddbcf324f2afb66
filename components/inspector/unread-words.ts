import type { Written } from '@/lib/commands/fields'
import type { Text } from '@/lib/rules/rule'
import { changedTexts, unreadTexts } from '@/lib/text/inspector'
import type { UnreadPart } from '@/lib/topology/field-notation'
import type { ChangedWord } from '@/lib/topology/notation/reader'

const SHOWN = 4

/** What could not be read, each with its reason. */
export function unreadWords(unread: readonly UnreadPart[]): Text {
  return listed(unread.map(reasonOf))
}

/** What was read otherwise than it was written, and what is there without being told; nothing where all is as written. */
export function changedWords({ unread, changed }: Pick<Written, 'unread' | 'changed'>): Text | undefined {
  const implicit = unread.filter(({ why }) => why === 'implicit')
  const words = [...changed.map(changeOf), ...implicit.map(reasonOf)]
  return words.length > 0 ? listed(words) : undefined
}

function reasonOf({ text, why }: UnreadPart): Text {
  const of = (locale: 'en' | 'ru') => `${short(text)} — ${unreadTexts[why][locale]}`
  return { en: of('en'), ru: of('ru') }
}

function changeOf({ from, to, why }: ChangedWord): Text {
  return changedTexts[why](short(from), to)
}

function listed(words: readonly Text[]): Text {
  const more = words.length > SHOWN ? [`… +${words.length - SHOWN}`] : []
  const of = (locale: 'en' | 'ru') => [...words.slice(0, SHOWN).map((one) => one[locale]), ...more].join('; ')
  return { en: of('en'), ru: of('ru') }
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
