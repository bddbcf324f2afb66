import type { Goal, Outcome } from './attempt'
import { NOBODY } from './known'
import { isSame, repairs } from './repairs'
import type { Situation } from './situation'

/** A situation in which the steps surely do what is wanted. */
export interface Solved {
  readonly situation: Situation
  readonly outcome: Outcome
}

/** So often the steps are played at most before a scenario is given up. */
const MOST_PLAYS = 200
const DEEPEST = 12

/** Looks for a situation near the given one in which the steps surely end as wanted; null where none is found. */
export function solve(start: Situation, goal: Goal): Solved | null {
  const found = search(start, goal, { plays: MOST_PLAYS }, DEEPEST)
  return found && withLess(found, goal)
}

function search(situation: Situation, goal: Goal, budget: { plays: number }, depth: number): Solved | null {
  const attempt = situation.play(goal)
  if (!attempt) return null
  if (attempt.reached) return { situation, outcome: attempt.outcome }
  if (depth === 0) return null
  for (const next of repairs(situation, attempt.obstacle)) {
    budget.plays -= 1
    if (budget.plays < 0) return null
    const tried = next.play(goal)
    if (!tried) continue
    if (tried.reached) return { situation: next, outcome: tried.outcome }
    if (isSame(tried.obstacle, attempt.obstacle)) continue
    const found = search(next, goal, budget, depth - 1)
    if (found) return found
  }
  return null
}

/** The same without the rows that nothing depends on. */
function withLess(solved: Solved, goal: Goal): Solved {
  for (const row of [...solved.situation.placed.keys()].reverse()) {
    const less = without(solved, row, goal)
    // One that is gone may have been all that needed another.
    if (less) return withLess(less, goal)
  }
  return solved
}

function without({ situation, outcome }: Solved, row: string, goal: Goal): Solved | null {
  if (situation.isNeeded(row)) return null
  const next = situation.copy()
  next.remove(row)
  for (const { name } of next.frame.input) {
    const known = next.get({ of: 'input', name })
    if (typeof known === 'object' && known?.is === 'row' && known.row === row)
      next.choose({ of: 'input', name }, NOBODY)
  }
  const tried = next.play(goal)
  if (!tried?.reached || !isAlike(tried.outcome, outcome)) return null
  return { situation: next, outcome: tried.outcome }
}

function isAlike(one: Outcome, other: Outcome): boolean {
  const facts = ({ whens, written, published, mails, found }: Outcome) =>
    JSON.stringify([
      [...whens],
      [...written],
      published.map(({ message }) => message.name),
      mails.length,
      [...found].map(([name, count]) => [name, count > 0]),
    ])
  return facts(one) === facts(other)
}
