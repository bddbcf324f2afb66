import { compareExact, type Exact, fits, readExact } from '@/lib/topology/exact'
import type { ExactNumber } from '@/lib/topology/model/field'
import { plain } from '../words'
import { type FieldFault, fault, type TypeOf } from './fault'

const MOST_DIGITS = 38

/** The range of an integer; JSON carries whole numbers exactly up to 2^53. */
export function* integerFaults({ min, max }: TypeOf<'integer'>): Generator<FieldFault> {
  let isSound = true
  for (const [key, value] of [
    ['min', min],
    ['max', max],
  ] as const) {
    if (value === undefined || Number.isSafeInteger(value)) continue
    isSound = false
    yield fault(
      [key],
      `its limit ${value} must be a whole number below 2^53`,
      `граница ${value} должна быть целым числом меньше 2^53`,
    )
  }
  if (isSound && min !== undefined && max !== undefined && min > max) yield reversed(String(min), String(max))
}

/** Precision, scale and range of a decimal. */
export function* decimalFaults({ precision, scale, min, max }: TypeOf<'decimal'>): Generator<FieldFault> {
  if (precision < 1 || precision > MOST_DIGITS) {
    yield fault(['precision'], `give it 1 to ${MOST_DIGITS} digits`, `задайте от 1 до ${MOST_DIGITS} цифр`)
    return
  }
  if (scale < 0 || scale > precision) {
    yield fault(
      ['scale'],
      `the digits after the point must be 0 to ${precision}`,
      `цифр после точки должно быть от 0 до ${precision}`,
    )
    return
  }
  const low = yield* limit('min', min, precision, scale)
  const high = yield* limit('max', max, precision, scale)
  if (low && high && compareExact(low, high) > 0) yield reversed(String(min), String(max))
}

function* limit(
  key: string,
  value: ExactNumber | undefined,
  precision: number,
  scale: number,
): Generator<FieldFault, Exact | undefined> {
  if (value === undefined) return undefined
  const exact = readExact(value)
  const shown = plain(String(value))
  if (!exact) {
    yield fault(
      [key],
      `write its limit ${shown} as a plain number: 12.50`,
      `запишите границу ${shown} обычным числом: 12.50`,
    )
  } else if (!fits(exact, precision, scale)) {
    yield fault(
      [key],
      `its limit ${shown} does not fit ${precision} digits with ${scale} after the point`,
      `граница ${shown} не помещается в ${precision} цифр, из них ${scale} после точки`,
    )
    return undefined
  }
  return exact
}

function reversed(min: string, max: string): FieldFault {
  return fault(
    ['min'],
    `its smallest value ${plain(min)} is above its largest, ${plain(max)}`,
    `наименьшее значение ${plain(min)} больше наибольшего, ${plain(max)}`,
  )
}
