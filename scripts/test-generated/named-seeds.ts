/** A random design that once failed; it is tried before new ones, so that the fault does not come back. */
export interface NamedSeed {
  readonly seed: number
  /** What was wrong. */
  readonly reason: string
}

export const namedSeeds: readonly NamedSeed[] = [
  { seed: 1, reason: 'the test of unique values read a field that the first sample row leaves out' },
  { seed: 2, reason: 'a tuple of one element was not in ruff’s form; a Business API offers nothing' },
  { seed: 6, reason: 'without a data API greenlet was missing, and coverage could not start' },
  { seed: 11, reason: 'a place in a path that is called like a password was given a value in a test' },
  { seed: 18, reason: 'the test of pages stored a row with a unique value that another row had already' },
  { seed: 19, reason: 'a part of a row was asked for without asking whether the row is there' },
  { seed: 25, reason: 'a caller could give nothing in place of what a use case fills in by itself' },
  { seed: 89, reason: 'who finds all rows was typed as only giving them, which a page of them is not' },
]
