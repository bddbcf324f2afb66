/**
 * A function over a list that asks `answer` about each item once: parts of a design are immutable and shared between
 * its versions, so that after an edit only the changed part is asked again. `answer` must look at nothing but its item.
 */
export function perItem<Item extends object, Answer>(
  answer: (item: Item) => Answer,
): (items: readonly Item[]) => readonly Answer[] {
  const known = new WeakMap<Item, Answer>()
  let last: { readonly items: readonly Item[]; readonly answers: readonly Answer[] } | undefined

  function ask(item: Item): Answer {
    const answered = known.get(item)
    if (answered !== undefined) return answered
    const made = answer(item)
    known.set(item, made)
    return made
  }

  return (items) => {
    const before = last
    if (before?.items === items) return before.answers
    // Most items stand where they stood: comparing them costs less than looking them up.
    const answers = items.map((item, index) =>
      before?.items[index] === item ? (before.answers[index] as Answer) : ask(item),
    )
    last = { items, answers }
    return answers
  }
}

/** Whether two lists hold the very same things. */
export function isSame(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index])
}
