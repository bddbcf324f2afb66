import { useCallback } from 'react'
import type { Text } from '@/lib/rules/rule'
import { useView } from '@/lib/store/view'
import type { Locale } from '@/lib/topology/model/basics'

/** Gives a text in the language of the interface. */
export type Say = (text: Text) => string

/** The function that gives texts in the language chosen; components speak through it. */
export function useSay(): Say {
  const locale = useView((view) => view.locale)
  return useCallback((text: Text) => wordsOf(text, locale), [locale])
}

/** The same for code outside components. */
export function say(text: Text): string {
  return wordsOf(text, useView.getState().locale)
}

function wordsOf(text: Text, locale: Locale): string {
  return text[locale]
}
