import { type ObjectShape, type Shape, type VariantsShape, variantOf } from '../shape'

/** What an id becomes; undefined for one that nothing here has. */
export type Resolve = (id: string) => string | undefined

const GONE = Symbol('gone')

/**
 * A part of a design whose references name other parts. What cannot be without a part that is missing goes with its
 * nearest record: a handler without its message, a resource without its entity. A reference to a missing entity
 * becomes a plain UUID. `onLoss` hears of each record that went.
 */
export function mapIds<T extends object>(shape: Shape, part: T, resolve: Resolve, onLoss: () => void): T {
  const mapped = new Mapper(resolve, onLoss).value(shape, part)
  return mapped === GONE ? part : (mapped as T)
}

/** Every id that a part of a design refers to; not its own, nor those of what is in it. */
export function idsIn(shape: Shape, part: object): readonly string[] {
  const ids: string[] = []
  const note = (id: string) => {
    ids.push(id)
    return id
  }
  mapIds(shape, part, note, nothing)
  return ids
}

function nothing(): void {}

class Mapper {
  constructor(
    private readonly resolve: Resolve,
    private readonly onLoss: () => void,
  ) {}

  value(shape: Shape, value: unknown): unknown {
    switch (shape.is) {
      case 'text':
        return shape.role === 'id' ? (this.resolve(value as string) ?? GONE) : value
      case 'list':
        return this.list(shape.of, value as readonly unknown[])
      case 'object':
      case 'variants':
        return this.object(shape, value as Readonly<Record<string, unknown>>)
      default:
        return value
    }
  }

  private list(of: Shape, values: readonly unknown[]): readonly unknown[] {
    return values.flatMap((value) => {
      const mapped = this.value(of, value)
      if (mapped !== GONE) return [mapped]
      this.onLoss()
      return []
    })
  }

  private object(shape: ObjectShape | VariantsShape, value: Readonly<Record<string, unknown>>): unknown {
    const made: Record<string, unknown> = {}
    for (const { key, shape: of, optional } of variantOf(shape, value)?.properties ?? []) {
      const part = value[key]
      if (part === undefined) continue
      const mapped = key === 'id' ? part : this.value(of, part)
      if (mapped !== GONE) made[key] = mapped
      else if (!optional) return value.type === 'reference' ? plainUuid(value) : GONE
    }
    return made
  }
}

/** What is left of a reference whose entity is not here. */
function plainUuid(reference: Readonly<Record<string, unknown>>): object {
  const { entity: _, onDelete: __, ...rest } = reference
  return { ...rest, type: 'uuid' }
}
