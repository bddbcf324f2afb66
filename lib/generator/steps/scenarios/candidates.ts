import type { FieldType } from '../../project'
import { decimalText, SAMPLE_ROWS, sampleValue } from '../../python/samples'
import { fromJson, isTime, type Known, numberOf } from './known'
import { moved, readTime } from './time'

/** An enum with more values is long enough with these. */
const MOST_OPTIONS = 20

/** The last sample first: rows that are there before have the first ones. */
export function samplesOf(type: FieldType): readonly Known[] {
  return Array.from({ length: SAMPLE_ROWS }, (_, row) => fromJson(type, sampleValue(type, row))).reverse()
}

/** A value and its neighbours. */
export function around(value: Known): readonly Known[] {
  const number = numberOf(value)
  if (number) {
    const next = [number.units, number.units + 1n, number.units - 1n]
    const whole = number.scale === 0 ? [] : [number.units / 10n ** BigInt(number.scale)]
    return [
      ...next.map((units): Known => ({ is: 'decimal', exact: { units, scale: number.scale } })),
      ...(number.scale === 0 ? next : whole.flatMap((units) => [units, units + 1n, units - 1n])),
    ]
  }
  if (!isTime(value) || value.from === 'now') return [value]
  const step = value.unit === 'date' ? 1n : 1_000_000n
  return [value, ...[moved(value, step), moved(value, -step)].flatMap((time) => time ?? [])]
}

/** A whole number where decimals have none behind the point, and the other way round. */
export function asField(type: FieldType, value: Known): Known {
  const number = numberOf(value)
  if (!number) return value
  if (type.type === 'decimal') return { is: 'decimal', exact: number }
  return type.type === 'integer' && number.scale === 0 ? number.units : value
}

/** Values that are different in what conditions ask about: both ends, long ago and far ahead, every option. */
export function ordinary(type: FieldType): readonly Known[] {
  const samples = samplesOf(type)
  switch (type.type) {
    case 'boolean':
      return [true, false]
    case 'enum':
      return type.values.slice(0, MOST_OPTIONS).map(({ name }) => name)
    case 'integer':
      return [...samples, BigInt(type.max), BigInt(type.min), 0n, 1n]
    case 'decimal':
      return [...samples, ...endsOf(type)]
    case 'date':
      return ['2024-01-01', '2999-01-01'].flatMap((day) => readTime('date', day) ?? [])
    case 'datetime':
      return ['2024-01-01T10:00:00Z', '2999-01-01T10:00:00Z'].flatMap(
        (moment) => readTime('datetime', moment) ?? [],
      )
    default:
      return samples
  }
}

function endsOf(type: Extract<FieldType, { type: 'decimal' }>): readonly Known[] {
  const most = decimalText(10n ** BigInt(type.precision) - 1n, type.scale)
  return [type.max ?? most, type.min ?? `-${most}`, '0'].map((text) => fromJson(type, text))
}
