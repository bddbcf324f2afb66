/** Times in milliseconds of one thing that was done several times. */
export interface Times {
  readonly median: number
  readonly least: number
  readonly runs: number
}

const LEAST_RUNS = 5
const MOST_RUNS = 40
const ENOUGH_MS = 1500

/** Does something again and again for a while; the first runs, in which the engine warms up, do not count. */
export async function measure(work: () => unknown | Promise<unknown>, warmUp = 2): Promise<Times> {
  for (let run = 0; run < warmUp; run += 1) await work()
  const times: number[] = []
  const began = performance.now()
  while (times.length < LEAST_RUNS || (times.length < MOST_RUNS && performance.now() - began < ENOUGH_MS)) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return toTimes(times)
}

export function toTimes(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  return { median, least: sorted[0] ?? Number.NaN, runs: sorted.length }
}
