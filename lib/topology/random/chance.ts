/** Dice that fall the same way for the same seed, on every machine: mulberry32. */
export class Chance {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
    // Neighbouring seeds begin alike; the first throws mix them.
    for (let warm = 0; warm < 4; warm += 1) this.next()
  }

  /** A number from 0 up to but not including 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number between two, both included. */
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1))
  }

  /** Yes, with this probability. */
  flag(probability = 0.5): boolean {
    return this.next() < probability
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error('There is nothing to pick from.')
    return list[this.int(0, list.length - 1)] as T
  }

  /** This many of a list, or all, in the order of the list. */
  some<T>(list: readonly T[], count: number): readonly T[] {
    const places = this.shuffled([...list.keys()]).slice(0, count)
    return list.filter((_, place) => places.includes(place))
  }

  shuffled<T>(list: readonly T[]): T[] {
    const mixed = [...list]
    for (let last = mixed.length - 1; last > 0; last -= 1) {
      const other = this.int(0, last)
      const kept = mixed[last] as T
      mixed[last] = mixed[other] as T
      mixed[other] = kept
    }
    return mixed
  }

  /** What is made with this probability, and nothing otherwise. */
  maybe<T>(probability: number, make: () => T): T | undefined {
    return this.flag(probability) ? make() : undefined
  }
}

/** An object without the keys that are undefined, as documents have it. */
export function given<T extends object>(parts: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as T
}
