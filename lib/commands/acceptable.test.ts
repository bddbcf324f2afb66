import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Shape, topologyShape } from '@/lib/topology/shape'
import { readNumber, refusalOf } from './acceptable'

type Leaf = Exclude<Shape, { is: 'list' | 'object' | 'variants' }>

/** Every value of the format that a control can hold, with its place. */
function leavesOf(root: Shape): ReadonlyMap<string, Leaf> {
  const found = new Map<string, Leaf>()
  const seen = new Set<Shape>()
  const visit = (shape: Shape, path: string): void => {
    if (shape.is === 'list') visit(shape.of, path)
    else if (shape.is !== 'object' && shape.is !== 'variants') found.set(path, shape)
    else if (!seen.has(shape)) {
      seen.add(shape)
      if (shape.is === 'variants') for (const variant of shape.byTag.values()) visit(variant, path)
      else for (const { key, shape: inner } of shape.properties) visit(inner, `${shape.name}.${key}`)
    }
  }
  visit(root, '')
  return found
}

const leaves = [...leavesOf(topologyShape)]
const typed = fc.oneof(
  fc.string(),
  fc.integer().map(String),
  fc.double().map(String),
  fc.stringMatching(/^-?\d{1,90}([.,]\d{1,40})?$/),
  fc.constantFrom(
    '-1',
    '1.5',
    '-0',
    '0,5',
    '1e9',
    '-',
    '.',
    '65536',
    '1000001',
    ' 7 ',
    'Infinity',
    'NaN',
    '\u22125',
  ),
)

describe('what a control takes', () => {
  it('is, for every value of the format, exactly what the schema takes', () => {
    expect(leaves.length).toBeGreaterThan(100)
    const values = fc.oneof(
      fc.string(),
      fc.integer({ min: 0, max: 9000 }).map((length) => 'x'.repeat(length)),
      fc.integer(),
      fc.double(),
      fc.boolean(),
    )
    for (const [path, shape] of leaves) {
      fc.assert(
        fc.property(values, (value) => {
          const refused = refusalOf(shape, value) !== undefined
          expect(`${path} ${refused}`).toBe(`${path} ${!shape.schema.safeParse(value).success}`)
        }),
        { numRuns: 60 },
      )
    }
  })

  it('as a number is never one that the schema refuses, whatever is typed', () => {
    for (const [, shape] of leaves.filter(([, { is }]) => is === 'number' || is === 'constant')) {
      fc.assert(
        fc.property(typed, (text) => {
          const read = readNumber(shape, text)
          if ('value' in read && read.value !== undefined)
            expect(shape.schema.safeParse(read.value).success).toBe(true)
        }),
      )
    }
  })

  it('keeps the digits that a number would lose, where the format has exact numbers', () => {
    const exact = leaves.find(([path]) => path.endsWith('decimal.max'))?.[1] as Shape
    expect(readNumber(exact, '0.1')).toEqual({ value: 0.1 })
    expect(readNumber(exact, '12345678901234567890.5')).toEqual({ value: '12345678901234567890.5' })
    expect(readNumber(exact, '1.50')).toEqual({ value: '1.50' })
  })

  it('says what is wrong with the rest', () => {
    const port = leaves.find(([path]) => path.endsWith('business_api.port'))?.[1] as Shape
    const label = leaves.find(([path]) => path === 'LocalText.en')?.[1] as Shape
    expect(readNumber(port, '-1')).toMatchObject({ refusal: { en: 'Not less than 0' } })
    expect(readNumber(port, '1.5')).toMatchObject({ refusal: { en: 'A whole number is needed' } })
    expect(readNumber(port, '65536')).toMatchObject({ refusal: { en: 'Not more than 65,535' } })
    expect(readNumber(port, '8o')).toMatchObject({ refusal: { en: 'This is not a number' } })
    expect(refusalOf(label, 'x'.repeat(2001))).toMatchObject({ en: 'At most 2,000 characters' })
  })
})
