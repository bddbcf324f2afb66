import { expect, test } from 'vitest'
import type { FieldType } from '@/lib/generator/project'
import { resolveProject } from '@/lib/generator/resolve-project'
import { compareExact, type Exact, fits, readExact } from '@/lib/topology/exact'
import { matchesPattern } from '@/lib/topology/pattern'
import { randomDesign } from '@/lib/topology/random/random-design'
import { sampleValue } from './samples'

function exact(text: string): Exact {
  const read = readExact(text)
  if (!read) throw new Error(`${text} is no number`)
  return read
}

function isBetween(value: string, min: string | null, max: string | null): boolean {
  const number = exact(value)
  const low = min === null || compareExact(exact(min), number) <= 0
  return low && (max === null || compareExact(number, exact(max)) <= 0)
}

/** Whether a value is one that the type allows, told in another way than it was made. */
function isValid(type: FieldType, value: unknown): boolean {
  switch (type.type) {
    case 'string':
    case 'text': {
      const length = [...String(value)].length
      const right = type.pattern === null || matchesPattern(type.pattern, String(value))
      return right && length >= type.minLength && length <= type.maxLength
    }
    case 'integer':
      return isBetween(String(value), type.min, type.max)
    case 'decimal': {
      const text = String(value)
      return isBetween(text, type.min, type.max) && fits(exact(text), type.precision, type.scale)
    }
    case 'secret':
      return String(value).length >= type.minLength
    case 'enum':
      return type.values.some(({ name }) => name === value)
    case 'list': {
      const items = value as readonly unknown[]
      const right = items.length >= type.minItems && items.length <= (type.maxItems ?? items.length)
      return right && items.every((item) => isValid(type.of, item))
    }
    case 'object': {
      const object = value as Readonly<Record<string, unknown>>
      return type.fields.every(({ name, required, type: inner }) =>
        name in object ? isValid(inner, object[name]) : !required,
      )
    }
    default:
      return value !== undefined
  }
}

test('samples of random designs keep to every limit', () => {
  const wrong: unknown[] = []
  for (let seed = 1; seed <= 150; seed += 1) {
    for (const { entities } of resolveProject(randomDesign(seed)).services) {
      for (const { type, name } of entities.flatMap(({ fields }) => fields)) {
        if (type.type === 'reference') continue
        for (const number of [0, 1, 2, 17, 998]) {
          const value = sampleValue(type, number)
          if (!isValid(type, value)) wrong.push([seed, name, type, value])
        }
      }
    }
  }
  expect(wrong).toEqual([])
})
