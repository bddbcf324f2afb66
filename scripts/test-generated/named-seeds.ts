/** A random design that once failed; it is tried before new ones, so that the fault does not come back. */
export interface NamedSeed {
  readonly seed: number
  /** What was wrong. */
  readonly reason: string
}

export const namedSeeds: readonly NamedSeed[] = []
