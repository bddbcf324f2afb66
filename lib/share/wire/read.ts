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

/** Deeper than any design that people make, and far from the depth at which a program runs out of stack. */
const MAX_DEPTH = 100
/** More parts than the largest document that may be opened has. */
const MAX_VALUES = 1_000_000

/** Why streams make no document: nobody wrote them so, a newer version did, or there is too much. */
export class WireFault extends Error {
  constructor(readonly reason: 'invalid' | 'too-new' | 'too-large') {
    super(`The link is ${reason}.`)
  }
}

/** An id that points at a part, until all parts are known. */
class Reference {
  constructor(readonly place: number) {}
}

type Made = Record<string, unknown>

/** Puts a document together again; the counterpart of `writeWire`. Throws a `WireFault`. */
export function readWire(format: WireFormat, streams: WireStreams): Plain {
  const reader = new Reader(format, streams)
  const [document] = reader.column({ shape: format.root }, 1, 0)
  reader.expectEnd()
  const ids = [...placesOf(format, document as Plain).keys()]
  return settle(document, ids) as Plain
}

/** Replaces every reference by the id of its part. */
function settle(value: unknown, ids: readonly string[]): unknown {
  if (value instanceof Reference) {
    const id = ids[value.place]
    if (id === undefined) throw new WireFault('invalid')
    return id
  }
  if (Array.isArray(value)) return value.map((item) => settle(item, ids))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, settle(part, ids)]))
}

class Reader {
  private nextNumber = 0
  private nextText = 0
  private values = 0

  constructor(
    private readonly format: WireFormat,
    private readonly streams: WireStreams,
  ) {}

  expectEnd(): void {
    const { numbers, texts } = this.streams
    if (this.nextNumber < numbers.length || this.nextText < texts.length) throw new WireFault('invalid')
  }

  column(type: WireType, count: number, depth: number): unknown[] {
    this.values += count
    if (this.values > MAX_VALUES) throw new WireFault('too-large')
    if (count === 0) return []
    if (depth > MAX_DEPTH) throw new WireFault('invalid')
    if (type === 'near') return this.near(count)
    if (type === 'id') return this.references(count)
    if (typeof type === 'object') {
      if ('list' in type) return this.lists(type.list, count, depth)
      if ('shape' in type) return this.shapes(type.shape, count, depth)
    }
    return times(count, () => this.single(type))
  }

  private single(type: WireType): unknown {
    if (type === 'text') return this.text()
    if (type === 'number') return this.number()
    if (type === 'boolean') return pick([false, true], this.whole())
    if (type === 'constant') return this.constant()
    if (typeof type === 'object' && 'literal' in type) return type.literal
    if (typeof type === 'object' && 'choice' in type) return pick<WireChoice>(type.choice, this.whole())
    throw new WireFault('invalid')
  }

  private lists(type: WireType, count: number, depth: number): unknown[][] {
    const lengths = times(count, () => this.whole())
    const total = lengths.reduce((sum, length) => sum + length, 0)
    const items = this.column(type, total, depth + 1)
    let from = 0
    return lengths.map((length) => {
      from += length
      return items.slice(from - length, from)
    })
  }

  private shapes(name: string, count: number, depth: number): Made[] {
    if (!hasOwnId(this.format, name)) return this.parts(name, count, depth)
    const written = times(count, () => {
      const how = this.whole()
      return { how, text: how === OWN_ID.text ? this.text() : '' }
    })
    const values = this.parts(name, count, depth)
    let expected = ''
    values.forEach((value, place) => {
      const { how, text } = written[place] ?? { how: OWN_ID.next, text: '' }
      const named = () => firstText(wireObject(this.format, name, value), value)
      const id = how === OWN_ID.text ? text : how === OWN_ID.name ? named() : expected
      value.id = id
      expected = nextId(String(id))
    })
    return values
  }

  private parts(name: string, count: number, depth: number): Made[] {
    if (count === 0) return []
    const shape = wireShape(this.format, name)
    if ('properties' in shape) return this.objects(shape, count, depth)
    const chosen = times(count, () => this.whole())
    const made: Made[] = []
    for (const index of chosen) if (index >= shape.variants.length) throw new WireFault('too-new')
    shape.variants.forEach((variant, index) => {
      const places = [...chosen.keys()].filter((place) => chosen[place] === index)
      const group = this.parts(variant.shape, places.length, depth)
      places.forEach((place, nth) => {
        made[place] = group[nth] ?? {}
      })
    })
    return made
  }

  private objects(shape: WireObject, count: number, depth: number): Made[] {
    const optional = optionalOf(shape)
    const bits = times(count, () => (optional.length > 0 ? this.whole() : 0))
    if (bits.some((some) => some >= 2 ** optional.length)) throw new WireFault('too-new')
    const made = times(count, (): Made => ({}))
    for (const property of shape.properties) {
      if (isOwnId(property)) continue
      const bit = optional.indexOf(property)
      const having = made.filter((_, place) => bit < 0 || Math.floor((bits[place] ?? 0) / 2 ** bit) % 2 === 1)
      const parts = this.column(property.type, having.length, depth + 1)
      having.forEach((value, nth) => {
        value[property.key] = parts[nth]
      })
    }
    return made
  }

  private references(count: number): (string | Reference)[] {
    let last = 0
    return times(count, () => {
      const code = this.whole()
      if (code === 0) return this.text()
      last += unzigzag(code - 1)
      return new Reference(last)
    })
  }

  private near(count: number): number[] {
    let last = 0
    return times(count, () => {
      last += this.number()
      return last
    })
  }

  private number(): number {
    const code = this.whole()
    return code === 0 ? Number(this.text()) : unzigzag(code - 1)
  }

  private constant(): unknown {
    const how = this.whole()
    if (how === CONSTANT.null) return null
    if (how <= CONSTANT.true) return how === CONSTANT.true
    if (how === CONSTANT.number) return this.number()
    if (how === CONSTANT.text) return this.text()
    return this.column('text', how - CONSTANT.list, 0)
  }

  private whole(): number {
    const value = this.streams.numbers[this.nextNumber]
    if (value === undefined) throw new WireFault('invalid')
    this.nextNumber += 1
    return value
  }

  private text(): string {
    const value = this.streams.texts[this.nextText]
    if (value === undefined) throw new WireFault('invalid')
    this.nextText += 1
    return value
  }
}

function times<T>(count: number, make: () => T): T[] {
  const made: T[] = []
  for (let index = 0; index < count; index += 1) made.push(make())
  return made
}

/** What stands at this place of a choice; a place beyond its end is one that was appended later. */
function pick<T>(options: readonly T[], index: number): T {
  const option = options[index]
  if (index >= options.length || option === undefined) throw new WireFault('too-new')
  return option
}

function unzigzag(code: number): number {
  return code % 2 === 1 ? -(code + 1) / 2 : code / 2
}
