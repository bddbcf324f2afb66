/** Names as code writes them: `loan_application`, `LoanApplication`, `LOAN_APPLICATION`, `loan-application`. */
const NAME = /[\p{L}][\p{L}\p{N}]*(?:[_-]+[\p{L}\p{N}]+)*/gu
const WORD = /\p{Lu}+(?!\p{Ll})\p{N}*|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{N}]+/gu

const known = new Map<string, readonly string[]>()
/** Names repeat; beyond so many different ones the memory begins anew. */
const MOST_KNOWN = 50_000

/** The words of each name in a text, in lower case: `class LoanDraft` → `[[class], [loan, draft]]`. */
export function namesIn(text: string): readonly (readonly string[])[] {
  return (text.match(NAME) ?? []).map(wordsOf)
}

/** The words of one name, however it joins them. */
export function wordsOf(name: string): readonly string[] {
  const made = known.get(name)
  if (made) return made
  if (known.size > MOST_KNOWN) known.clear()
  const words = (name.match(WORD) ?? []).map((word) => word.toLowerCase())
  known.set(name, words)
  return words
}
