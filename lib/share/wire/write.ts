import { nextId } from '@/lib/topology/ids'
import {
  CONSTANT,
  firstText,
  hasOwnId,
  isOwnId,
  OWN_ID,
  optionalOf,
  type Plain,
  placesOf,
  type WireChoice,
  type WireFormat,
  type WireObject,
  type WireStreams,
  type WireType,
  wireObject,
  wireShape,
} from './format'

/**
 * Writes a canonical document column by column: of all values that stand at the same place of the format first what
 * they are, then all their first parts, then all their second. Like stands beside like, which packs best, and
 * nothing has to be said about where a column ends.
 */
export function writeWire(format: WireFormat, document: Plain): WireStreams {
  const writer = new Writer(format, placesOf(format, document))
  writer.column({ shape: format.root }, [document])
  return writer
}

class Writer implements WireStreams {
  readonly numbers: number[] = []
  readonly texts: string[] = []

  constructor(
    private readonly format: WireFormat,
    private readonly places: ReadonlyMap<string, number>,
  ) {}

  column(type: WireType, values: readonly unknown[]): void {
    if (values.length === 0) return
    if (type === 'near') this.near(values as number[])
    else if (type === 'id') this.references(values as string[])
    else if (typeof type === 'object' && 'list' in type) this.lists(type.list, values as unknown[][])
    else if (typeof type === 'object' && 'shape' in type) this.shapes(type.shape, values as Plain[])
    else for (const value of values) this.single(type, value)
  }

  private single(type: WireType, value: unknown): void {
    if (type === 'text') this.texts.push(value as string)
    else if (type === 'number') this.number(value as number)
    else if (type === 'boolean') this.numbers.push(value ? 1 : 0)
    else if (type === 'constant') this.constant(value)
    else if (typeof type === 'object' && 'choice' in type) {
      this.numbers.push(type.choice.indexOf(value as WireChoice))
    }
  }

  private lists(type: WireType, lists: readonly (readonly unknown[])[]): void {
    for (const { length } of lists) this.numbers.push(length)
    this.column(type, lists.flat())
  }

  private shapes(name: string, values: readonly Plain[]): void {
    if (hasOwnId(this.format, name)) this.ownIds(name, values)
    this.parts(name, values)
  }

  private parts(name: string, values: readonly Plain[]): void {
    if (values.length === 0) return
    const shape = wireShape(this.format, name)
    if ('properties' in shape) this.objects(shape, values)
    else {
      const chosen = values.map((value) =>
        shape.variants.findIndex((variant) => variant.value === value[shape.tag]),
      )
      for (const index of chosen) this.numbers.push(index)
      shape.variants.forEach((variant, index) => {
        this.parts(
          variant.shape,
          values.filter((_, place) => chosen[place] === index),
        )
      })
    }
  }

  private objects(shape: WireObject, values: readonly Plain[]): void {
    const optional = optionalOf(shape)
    if (optional.length > 0) {
      for (const value of values) {
        const bits = optional.map(({ key }, bit) => (value[key] === undefined ? 0 : 2 ** bit))
        this.numbers.push(bits.reduce((sum, bit) => sum + bit, 0))
      }
    }
    for (const property of shape.properties) {
      if (isOwnId(property)) continue
      const parts = values.map((value) => value[property.key]).filter((part) => part !== undefined)
      this.column(property.type, parts)
    }
  }

  private ownIds(name: string, values: readonly Plain[]): void {
    let expected: string | undefined
    for (const value of values) {
      const id = value.id as string
      if (id === expected) this.numbers.push(OWN_ID.next)
      else if (id === firstText(wireObject(this.format, name, value), value)) this.numbers.push(OWN_ID.name)
      else {
        this.numbers.push(OWN_ID.text)
        this.texts.push(id)
      }
      expected = nextId(id)
    }
  }

  private references(ids: readonly string[]): void {
    let last = 0
    for (const id of ids) {
      const place = this.places.get(id)
      if (place === undefined) {
        this.numbers.push(0)
        this.texts.push(id)
      } else {
        this.numbers.push(zigzag(place - last) + 1)
        last = place
      }
    }
  }

  private number(value: number): void {
    if (Number.isSafeInteger(value) && Math.abs(value) < 2 ** 40) this.numbers.push(zigzag(value) + 1)
    else {
      this.numbers.push(0)
      this.texts.push(String(value))
    }
  }

  private near(values: readonly number[]): void {
    let last = 0
    for (const value of values) {
      this.number(value - last)
      last = value
    }
  }

  private constant(value: unknown): void {
    if (value === null) this.numbers.push(CONSTANT.null)
    else if (typeof value === 'boolean') this.numbers.push(value ? CONSTANT.true : CONSTANT.false)
    else if (typeof value === 'number') {
      this.numbers.push(CONSTANT.number)
      this.number(value)
    } else if (typeof value === 'string') {
      this.numbers.push(CONSTANT.text)
      this.texts.push(value)
    } else {
      const items = value as readonly string[]
      this.numbers.push(CONSTANT.list + items.length)
      this.texts.push(...items)
    }
  }
}

/** Numbers near zero, of both signs, as small positive ones. */
function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value
}
