import type { Locale, LocalText } from '@/lib/topology/model/basics'

/** Orders by name in code units: the same on every machine, whatever its language. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}

/** The text in the language wanted, else in the other one; null when there is none. */
export function textIn(locale: Locale, text: LocalText | undefined): string | null {
  const other = locale === 'en' ? 'ru' : 'en'
  return text?.[locale]?.trim() || text?.[other]?.trim() || null
}

/** snake_case → words: `loan_application` → `loan application`. */
export function words(name: string): string {
  return name.split('_').filter(Boolean).join(' ')
}

/** snake_case → words that begin a sentence: `Loan application`. */
export function sentence(name: string): string {
  const text = words(name)
  return text.charAt(0).toUpperCase() + text.slice(1)
}
