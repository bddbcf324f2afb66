import type * as z from 'zod'
import { emptyTopology } from '@/lib/topology/fresh'
import { type ListShape, type ObjectShape, type Shape, topologyShape, variantOf } from '@/lib/topology/shape'
import { sentence, unknownKey } from './explain'
import type { DocumentPath, ReadProblem, ReadWarning, Text } from './result'

type Plain = Readonly<Record<string, unknown>>
type Mended = { readonly value: unknown } | { readonly problem: ReadProblem }

/** What is left of a document when everything that the format does not know is taken out, and what that was. */
export function repair(document: Plain): { value: Plain; warnings: readonly ReadWarning[] } {
  const warnings: ReadWarning[] = []
  const empty = emptyTopology() as unknown as Plain
  const mend = new Mender(warnings)
  const project = mend.object(projectShape(), asPlain(document.project), ['project'], empty.project as Plain)
  const rest = { ...document, project: 'value' in project ? project.value : empty.project }
  const mended = mend.object(topologyShape, rest, [], empty)
  return { value: 'value' in mended ? (mended.value as Plain) : empty, warnings }
}

function projectShape(): ObjectShape {
  return topologyShape.properties.find(({ key }) => key === 'project')?.shape as ObjectShape
}

function asPlain(value: unknown): Plain {
  return isPlain(value) ? value : {}
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

class Mender {
  constructor(private readonly warnings: ReadWarning[]) {}

  private value(shape: Shape, value: unknown, path: DocumentPath): Mended {
    if (shape.is === 'list') return this.list(shape, value, path)
    if (shape.is === 'object') return isPlain(value) ? this.object(shape, value, path) : notObject(path)
    if (shape.is === 'variants') {
      if (!isPlain(value)) return notObject(path)
      const variant = variantOf(shape, value)
      return variant ? this.object(variant, value, path) : unknownVariant(path)
    }
    return checked(shape.schema, value, path)
  }

  /** Required parts that are bad are taken from the fallback; without one the whole object is bad. */
  object(shape: ObjectShape, value: Plain, path: DocumentPath, fallback: Plain = {}): Mended {
    const made: Record<string, unknown> = {}
    const keys = shape.properties.map(({ key }) => key)
    for (const key of Object.keys(value)) {
      if (!keys.includes(key)) this.drop([...path, key], value[key], unknownKey(key, keys))
    }
    for (const { key, shape: part, optional } of shape.properties) {
      const given = Object.hasOwn(value, key) ? value[key] : undefined
      if (given === undefined && optional) continue
      const mended = given === undefined ? missing([...path, key]) : this.value(part, given, [...path, key])
      if ('value' in mended) made[key] = mended.value
      else if (optional) this.drop(mended.problem.path, given, leftOut(mended.problem.message))
      else if (!Object.hasOwn(fallback, key)) return mended
      else {
        made[key] = fallback[key]
        this.drop(mended.problem.path, given, replaced(mended.problem.message))
      }
    }
    return { value: made }
  }

  private list(shape: ListShape, value: unknown, path: DocumentPath): Mended {
    if (!Array.isArray(value)) {
      return { problem: { path, message: { en: 'It must be a list.', ru: 'Здесь должно быть: список.' } } }
    }
    const made: unknown[] = []
    value.forEach((item, index) => {
      const mended = this.value(shape.of, item, [...path, index])
      if ('value' in mended) made.push(mended.value)
      else this.drop(mended.problem.path, item, leftOut(mended.problem.message, nameOf(item)))
    })
    if (made.length < shape.min) {
      return {
        problem: { path, message: { en: 'Nothing of it is left.', ru: 'От него ничего не осталось.' } },
      }
    }
    if (made.length <= shape.max) return { value: made }
    this.drop(path, made.slice(shape.max), {
      en: `Only the first ${shape.max} were kept.`,
      ru: `Оставлены только первые ${shape.max}.`,
    })
    return { value: made.slice(0, shape.max) }
  }

  private drop(path: DocumentPath, removed: unknown, message: Text): void {
    this.warnings.push(removed === undefined ? { path, message } : { path, message, removed })
  }
}

function checked(schema: z.ZodType, value: unknown, path: DocumentPath): Mended {
  const result = schema.safeParse(value)
  if (result.success) return { value: result.data }
  const [issue] = result.error.issues
  const message = issue ? sentence(issue, value) : { en: 'It is not valid.', ru: 'Это не годится.' }
  return { problem: { path, message } }
}

function missing(path: DocumentPath): Mended {
  return { problem: { path, message: { en: 'It is missing.', ru: 'Этого не хватает.' } } }
}

function notObject(path: DocumentPath): Mended {
  return { problem: { path, message: { en: 'It must be an object.', ru: 'Здесь должно быть: объект.' } } }
}

function unknownVariant(path: DocumentPath): Mended {
  const message = { en: 'The format knows no such part.', ru: 'Формат не знает такой части.' }
  return { problem: { path, message } }
}

/** What a person may call a record: its name or domain, else its id. */
function nameOf(value: unknown): string | undefined {
  const { name, domain, id } = asPlain(value)
  return [name, domain, id].find((text) => typeof text === 'string' && text !== '') as string | undefined
}

function leftOut(why: Text, name?: string): Text {
  const [en, ru] = name === undefined ? ['It', 'Это'] : [JSON.stringify(name), JSON.stringify(name)]
  return { en: `${en} was left out. ${why.en}`, ru: `${ru} не открыто. ${why.ru}` }
}

function replaced(why: Text): Text {
  return { en: `A default took its place. ${why.en}`, ru: `Вместо него взято обычное значение. ${why.ru}` }
}
