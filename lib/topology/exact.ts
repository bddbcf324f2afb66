import type { ExactNumber } from './model/field'

/** A decimal number without rounding: `units` of 10^-scale. */
export interface Exact {
  readonly units: bigint
  readonly scale: number
}

/** Reads plain decimal notation (`-12.50`), of numbers as JavaScript writes them; undefined for anything else. */
export function readExact(value: ExactNumber): Exact | undefined {
  const match = /^(-?)(\d{1,80})(?:\.(\d{1,80}))?$/.exec(String(value))
  if (!match) return undefined
  const [, sign = '', whole = '', places = ''] = match
  // Zeros at the end say nothing, so that 1.50 fits a scale of one.
  const kept = places.replace(/0+$/, '')
  const units = BigInt(whole + kept)
  return { units: sign ? -units : units, scale: kept.length }
}

/** Units of the finer scale, so that two numbers can be compared. */
export function unitsAt(value: Exact, scale: number): bigint {
  return value.units * 10n ** BigInt(Math.max(0, scale - value.scale))
}

/** Less than zero, zero, or more, as the left is smaller, equal or greater. */
export function compareExact(left: Exact, right: Exact): number {
  const scale = Math.max(left.scale, right.scale)
  const difference = unitsAt(left, scale) - unitsAt(right, scale)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Whether a column of this precision and scale keeps the number exactly. */
export function fits(value: Exact, precision: number, scale: number): boolean {
  const size = value.units < 0n ? -value.units : value.units
  return value.scale <= scale && size * 10n ** BigInt(scale - value.scale) < 10n ** BigInt(precision)
}
