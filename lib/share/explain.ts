import type * as z from 'zod'
import { type ObjectShape, type Shape, topologyShape, variantOf } from '@/lib/topology/shape'
import type { DocumentPath, ReadProblem, Text } from './result'

type Issue = z.core.$ZodIssue

/** What the schema found wrong, as sentences for people; one for each unknown key. */
export function explain(issue: Issue, document: unknown): readonly ReadProblem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
  if (issue.code !== 'unrecognized_keys') return [{ path, message: sentence(issue, valueAt(document, path)) }]
  const allowed = objectAt(document, path)?.properties.map(({ key }) => key) ?? []
  return issue.keys.map((key) => ({ path: [...path, key], message: unknownKey(key, allowed) }))
}

/** Says that the format has no such key, and which it may have been. */
export function unknownKey(key: string, allowed: readonly string[]): Text {
  const near = allowed.find((candidate) => isNear(key.toLowerCase(), candidate.toLowerCase()))
  const quoted = JSON.stringify(key)
  return {
    en: `The format has no ${quoted} here.${near ? ` Did you mean "${near}"?` : ''}`,
    ru: `В формате здесь нет ${quoted}.${near ? ` Может быть, "${near}"?` : ''}`,
  }
}

/** What is wrong with a value, without naming its place. */
export function sentence(issue: Issue, value: unknown): Text {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? { en: 'It is missing.', ru: 'Этого не хватает.' } : mustBe(issue.expected)
    case 'invalid_value':
      return mustBeOneOf(issue.values)
    case 'invalid_union':
      return 'options' in issue && issue.discriminator ? mustBeOneOf(issue.options ?? []) : mustBe('constant')
    case 'too_big':
      return limit(issue.origin, issue.maximum, { en: 'at most', ru: 'не больше' })
    case 'too_small':
      return limit(issue.origin, issue.minimum, { en: 'at least', ru: 'не меньше' })
    case 'invalid_format':
      return {
        en: 'It may have letters of the Latin alphabet, digits, - and _ only: 1 to 64 of them.',
        ru: 'Здесь могут быть только латинские буквы, цифры, - и _: от 1 до 64.',
      }
    default:
      return { en: 'It is not valid here.', ru: 'Здесь это не годится.' }
  }
}

const TYPES: Readonly<Record<string, Text>> = {
  string: { en: 'a text', ru: 'текст' },
  number: { en: 'a finite number', ru: 'конечное число' },
  int: { en: 'a whole number', ru: 'целое число' },
  boolean: { en: 'true or false', ru: 'true или false' },
  array: { en: 'a list', ru: 'список' },
  object: { en: 'an object', ru: 'объект' },
  constant: { en: 'a constant: text, number, true or false', ru: 'константа: текст, число, true или false' },
}

function mustBe(expected: string): Text {
  const type = TYPES[expected] ?? { en: expected, ru: expected }
  return { en: `It must be ${type.en}.`, ru: `Здесь должно быть: ${type.ru}.` }
}

function mustBeOneOf(options: readonly unknown[]): Text {
  const list = options.map((option) => JSON.stringify(option)).join(', ')
  return options.length === 1
    ? { en: `It must be ${list}.`, ru: `Здесь должно быть ${list}.` }
    : { en: `It must be one of ${list}.`, ru: `Здесь должно быть одно из: ${list}.` }
}

function limit(origin: string, value: number | bigint, bound: Text): Text {
  if (origin === 'string') {
    return {
      en: `It may have ${bound.en} ${value} characters.`,
      ru: `Знаков должно быть ${bound.ru} ${value}.`,
    }
  }
  if (origin === 'array') {
    return {
      en: `It may have ${bound.en} ${value} items.`,
      ru: `Элементов должно быть ${bound.ru} ${value}.`,
    }
  }
  return { en: `It must be ${bound.en} ${value}.`, ru: `Число должно быть ${bound.ru} ${value}.` }
}

function valueAt(document: unknown, path: DocumentPath): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    document,
  )
}

/** The object of the format that stands at a path of this document. */
function objectAt(document: unknown, path: DocumentPath): ObjectShape | undefined {
  let shape: Shape | undefined = topologyShape
  let value = document
  for (const step of [...path, undefined]) {
    if (shape?.is === 'variants' && typeof value === 'object' && value !== null)
      shape = variantOf(shape, value)
    if (step === undefined) break
    if (shape?.is === 'list') shape = shape.of
    else if (shape?.is === 'object') shape = shape.properties.find(({ key }) => key === step)?.shape
    value = valueAt(value, [step])
  }
  return shape?.is === 'object' ? shape : undefined
}

/** Whether two words differ by one letter that is other, missing, too many or swapped with its neighbour. */
function isNear(a: string, b: string): boolean {
  if (a === b) return true
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  const [restA, restB] = [a.slice(start), b.slice(start)]
  const swapped = restA.length > 1 && restA[0] === restB[1] && restA[1] === restB[0]
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (swapped && restA.slice(2) === restB.slice(2))
  )
}
