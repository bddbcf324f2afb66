import type { Name, Vocabulary } from './vocabulary'

/**
 * The names of the design in the words of one name of code, from left to right, the longest first:
 * `list_loan_applications` says `loan_applications`, not `loan`. `isMeant` says which names count here.
 */
export function namesWithin(
  words: readonly string[],
  { names }: Vocabulary,
  isMeant: (name: Name) => boolean,
): readonly Name[] {
  const found: Name[] = []
  for (let at = 0; at < words.length; at += 1) {
    const here = (names.get(words[at] ?? '') ?? []).filter(
      (name) => standsAt(name, words, at) && isMeant(name),
    )
    const longest = here[0]?.words.length ?? 0
    if (longest === 0) continue
    const best = here.filter((name) => name.words.length === longest)
    // What a field is called means the field where its entity is meant, and nothing else.
    const fields = best.filter(({ entity }) => entity !== undefined)
    found.push(...(fields.length > 0 ? fields : best))
    at += longest - 1
  }
  return found
}

/** All names in the words of one name of code, also those inside of longer ones. */
export function allNamesWithin(words: readonly string[], { names }: Vocabulary): readonly Name[] {
  return words.flatMap((word, at) => (names.get(word) ?? []).filter((name) => standsAt(name, words, at)))
}

function standsAt(name: Name, words: readonly string[], at: number): boolean {
  return name.words.every((word, index) => words[at + index] === word)
}
