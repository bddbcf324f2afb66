import type { Text } from '@/lib/rules/rule'

/** What can be found by typing. */
export interface Findable {
  readonly title: Text
  /** Words that it is found by, too. */
  readonly words?: string
}

/** Those in which every word of the query occurs, the best first; all of them for an empty query. */
export function findBy<T extends Findable>(items: readonly T[], query: string): readonly T[] {
  const wanted = fold(query).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return items
  return items
    .map((item) => ({ item, score: scoreOf(item, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item)
}

/** More for a begin than for a middle, more in the title than elsewhere; 0 where a word is missing. */
function scoreOf({ title, words = '' }: Findable, wanted: readonly string[]): number {
  const titles = [fold(title.en), fold(title.ru)]
  const rest = fold(words)
  let sum = 0
  for (const word of wanted) {
    const best = Math.max(...titles.map((text) => 2 * placeOf(text, word)), placeOf(rest, word))
    if (best === 0) return 0
    sum += best
  }
  return sum
}

function placeOf(text: string, word: string): number {
  if (text.startsWith(word)) return 4
  const at = text.indexOf(word)
  if (at < 0) return 0
  return /[\s_.-]/.test(text.charAt(at - 1)) ? 3 : 1
}

function fold(text: string): string {
  return text.trim().toLowerCase().replaceAll('ё', 'е')
}
