import { unreadTexts } from '@/lib/text/inspector'
import type { UnreadPart } from '@/lib/topology/field-notation'

const SHOWN = 4

/** What could not be read, each with its reason. */
export function unreadWords(unread: readonly UnreadPart[]) {
  const words = (locale: 'en' | 'ru') => {
    const shown = unread
      .slice(0, SHOWN)
      .map((part) => `${short(part.text)} — ${unreadTexts[part.why][locale]}`)
    const more = unread.length > SHOWN ? [`… +${unread.length - SHOWN}`] : []
    return [...shown, ...more].join('; ')
  }
  return { en: words('en'), ru: words('ru') }
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
