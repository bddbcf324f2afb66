import type { Text } from '@/lib/rules/rule'
import { refusedTexts } from '@/lib/text/inspector'
import type { Shape } from '@/lib/topology/shape'

/**
 * Why the format would refuse a value of this shape, so that a control can refuse it first and say so; undefined
 * where it would take it. Lists are judged by their length, their items by themselves.
 */
export function refusalOf(shape: Shape, value: unknown): Text | undefined {
  switch (shape.is) {
    case 'text':
      if (typeof value === 'string' && value.length > shape.max) return refusedTexts.tooLong(shape.max)
      return refusedBySchema(shape, value)
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return refusedTexts.noNumber
      if (shape.whole && !Number.isInteger(value)) return refusedTexts.notWhole
      if (value < shape.min) return refusedTexts.tooSmall(shape.min)
      if (value > shape.max) return refusedTexts.tooLarge(shape.max)
      return refusedBySchema(shape, value)
    case 'list':
      return Array.isArray(value) && value.length > shape.max ? refusedTexts.tooMany(shape.max) : undefined
    case 'boolean':
    case 'choice':
    case 'constant':
      return refusedBySchema(shape, value)
    default:
      return undefined
  }
}

function refusedBySchema({ schema }: Extract<Shape, { schema: unknown }>, value: unknown): Text | undefined {
  return schema.safeParse(value).success ? undefined : refusedTexts.notTaken
}

/** What a typed text is as a number of this shape, or why it is none; an empty text is no number. */
export function readNumber(
  shape: Shape,
  typed: string,
): { readonly value: number | string | undefined } | { readonly refusal: Text } {
  const text = typed
    .trim()
    .replace(',', '.')
    .replace(/^\u2212/, '-')
  if (text === '') return { value: undefined }
  if (!/^[-+]?\d+(\.\d+)?$/.test(text)) return { refusal: refusedTexts.noNumber }
  const number = Number(text)
  // Exact numbers keep as text what a number of JSON would round.
  const value = shape.is === 'constant' && !isItself(number, text) ? plain(text) : number
  const refusal = refusalOf(shape, value)
  return refusal ? { refusal } : { value }
}

function plain(text: string): string {
  return text.replace(/^\+/, '')
}

function isItself(number: number, text: string): boolean {
  return String(number) === plain(text) || (number === 0 && !/[1-9]/.test(text))
}
