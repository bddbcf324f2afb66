/** A date or a moment as far as it is known: a span of time, from a fixed start or from the moment of the test. */
export interface Time {
  readonly is: 'time'
  readonly unit: 'date' | 'datetime'
  readonly from: 'start' | 'now'
  /** Days or microseconds; both ends belong to it. */
  readonly low: bigint
  readonly high: bigint
}

const DAY = 86_400_000_000n
/** Whenever the tests of a project run: the clock is not before the one, and not after the other. */
const EARLIEST = { date: dayOf('2025-01-01'), datetime: dayOf('2025-01-01') * DAY }
const LATEST = { date: dayOf('2900-01-01'), datetime: dayOf('2900-01-01') * DAY }
/** What Python has dates for, a little less at each end. */
const FIRST = dayOf('0001-02-01')
const LAST = dayOf('9999-12-01')
const SECONDS = { seconds: 1n, minutes: 60n, hours: 3600n, days: 86_400n }

export const NOW: Time = { is: 'time', unit: 'datetime', from: 'now', low: 0n, high: 0n }
export const TODAY: Time = { is: 'time', unit: 'date', from: 'now', low: 0n, high: 0n }
/** When something was made that a test makes before. */
export const JUST_BEFORE: Time = { ...NOW, low: -3600n * 1_000_000n }

function dayOf(text: string): bigint {
  const midnight = new Date(0)
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  // The years before 100 are only set in this way.
  midnight.setUTCFullYear(year, month - 1, day)
  return BigInt(midnight.getTime()) / 86_400_000n
}

/** A time that the design or a sample names; undefined where it is none. */
export function readTime(unit: Time['unit'], text: string): Time | undefined {
  const at = unit === 'date' ? readDay(text) : readMoment(text)
  if (at === undefined) return undefined
  const time: Time = { is: 'time', unit, from: 'start', low: at, high: at }
  return isPossible(time) ? time : undefined
}

function readDay(text: string): bigint | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayOf(text) : undefined
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,6}))?([Zz]|[+-]\d{2}:\d{2})$/

function readMoment(text: string): bigint | undefined {
  const match = MOMENT.exec(text)
  if (!match) return undefined
  const [, day = '', hours = '', minutes = '', seconds = '', fraction = '', zone = ''] = match
  const of = (text: string) => BigInt(Number(text))
  const clock = of(hours) * 3600n + of(minutes) * 60n + of(seconds)
  const sign = zone.startsWith('-') ? -1n : 1n
  const ahead = zone.length > 1 ? sign * (of(zone.slice(1, 3)) * 3600n + of(zone.slice(4)) * 60n) : 0n
  return dayOf(day) * DAY + (clock - ahead) * 1_000_000n + of(fraction.padEnd(6, '0'))
}

/** As JSON carries it; undefined for what only the clock of the test knows. */
export function writeTime({ unit, from, low, high }: Time): string | undefined {
  if (from === 'now' || low !== high) return undefined
  const days = unit === 'date' ? low : floorDivide(low, DAY)
  const date = new Date(Number(days) * 86_400_000).toISOString().slice(0, 10)
  if (unit === 'date') return date
  const rest = low - days * DAY
  const clock = new Date(Number(rest / 1_000_000n) * 1000).toISOString().slice(11, 19)
  const micros = String(rest % 1_000_000n).padStart(6, '0')
  return `${date}T${clock}${micros === '000000' ? '' : `.${micros}`}Z`
}

function floorDivide(value: bigint, by: bigint): bigint {
  return value < 0n ? -((-value + by - 1n) / by) : value / by
}

/** A time so much later, or earlier; undefined where it may be none any more. */
export function shifted(
  time: Time,
  direction: 'before' | 'after',
  amount: number,
  unit: keyof typeof SECONDS,
): Time | undefined {
  const seconds = BigInt(amount) * SECONDS[unit]
  // A date only moves by whole days.
  const size = time.unit === 'date' ? seconds / SECONDS.days : seconds * 1_000_000n
  return moved(time, direction === 'after' ? size : -size)
}

/** A time moved by days or by microseconds. */
export function moved(time: Time, by: bigint): Time | undefined {
  const there = { ...time, low: time.low + by, high: time.high + by }
  return isPossible(there) ? there : undefined
}

function isPossible(time: Time): boolean {
  const { low, high } = span(time)
  const size = time.unit === 'date' ? 1n : DAY
  return low >= FIRST * size && high <= LAST * size
}

function span({ unit, from, low, high }: Time): { readonly low: bigint; readonly high: bigint } {
  if (from === 'start') return { low, high }
  return { low: EARLIEST[unit] + low, high: LATEST[unit] + high }
}

/** Less than zero, zero or more as the one is before the other; undefined where the clock decides. */
export function whenOf(one: Time, other: Time): number | undefined {
  const [left, right] = one.from === other.from ? [one, other] : [span(one), span(other)]
  if (left.high < right.low) return -1
  if (left.low > right.high) return 1
  return left.low === left.high && right.low === right.high ? 0 : undefined
}
