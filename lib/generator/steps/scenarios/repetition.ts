import type { Outcome } from './attempt'
import { isTime, type Known } from './known'
import type { Row, Rows } from './rows'
import { play } from './run'
import type { Solved } from './solve'
import { moved } from './time'

/** Whether both answers are surely the same, and whether all mails of the second time are those of the first. */
export interface Repeated {
  readonly sameAnswer: boolean
  readonly sameMails: boolean
}

/** The same once more, where the steps surely run through again after the first time; null where nobody can tell. */
export function repeated({ situation, outcome }: Solved): Repeated | null {
  const inputs = situation.inputs()
  const { written, published, mails } = outcome
  if (written.size + published.length + mails.length === 0 || !inputs) return null
  const { locale, steps, entity, operation, message, implied } = situation.frame
  const run = { locale, steps, entity, operation, message, implied, inputs }
  const again = play(
    { ...run, rows: aged(outcome.rows), repeats: outcome.units },
    { end: null, whens: new Map() },
  )
  if (!again.reached) return null
  const { answer } = again.outcome
  // The condition of an answer may hold no more.
  if ((answer === null) !== (outcome.answer === null)) return null
  if (!isToldBefore(again.outcome, outcome)) return null
  const sameAnswer = answer?.is === 'row' && isKept(answer.row.row, again.outcome.written)
  const sameMails = isAmong(again.outcome.mails, mails)
  const isShown = sameMails || written.size + published.length > 0
  return isShown ? { sameAnswer, sameMails } : null
}

/** Without a write nobody keeps the first outcome of a unit: what is published again has to be the same. */
function isToldBefore({ published, units }: Outcome, first: Outcome): boolean {
  return isAmong(
    published.filter(({ unit }) => !units.has(unit)),
    first.published,
  )
}

function isAmong(some: readonly { readonly id: string }[], all: readonly { readonly id: string }[]): boolean {
  const known = new Set(all.map(({ id }) => id))
  return some.every(({ id }) => known.has(id))
}

function isKept(row: string, written: Outcome['written']): boolean {
  return written.get(row) !== undefined && written.get(row) !== 'delete'
}

/** Some time later, what was made at the moment of the test was made before. */
function aged(rows: Rows): Rows {
  return new Map([...rows].map(([name, row]) => [name, agedRow(row)]))
}

function agedRow({ entity, values }: Row): Row {
  return { entity, values: new Map([...values].map(([name, known]) => [name, older(known)])) }
}

function older(known: Known): Known {
  if (!isTime(known) || known.from === 'start') return known
  const before = moved(known, known.unit === 'date' ? -1n : -3_600_000_000n)
  return before ? { ...known, low: before.low } : { is: 'unsure' }
}
