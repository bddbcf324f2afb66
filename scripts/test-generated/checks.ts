import type { Outcome } from './stages'

/** Runs named checks one after another and keeps what each said; a failure keeps none of the others from running. */
export class Checks {
  readonly outcomes: Outcome[] = []

  constructor(private readonly prefix = '') {}

  /** Runs a check; answers its value, or nothing when it failed. */
  async run<T>(name: string, check: () => Promise<T>): Promise<T | undefined> {
    const began = Date.now()
    const stage = this.prefix + name
    try {
      const value = await check()
      this.outcomes.push({ stage, ok: true, seconds: (Date.now() - began) / 1000 })
      return value
    } catch (error) {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
      this.outcomes.push({ stage, ok: false, seconds: (Date.now() - began) / 1000, detail })
      return undefined
    }
  }
}
