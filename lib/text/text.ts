import type { Text } from '@/lib/rules/rule'

/** A text in both languages of the interface, side by side so that none is forgotten. */
export function text(en: string, ru: string): Text {
  return { en, ru }
}
