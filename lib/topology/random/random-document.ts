import type { Topology } from '../model/topology'
import { type ListShape, type ObjectShape, type Shape, topologyShape } from '../shape'
import { Chance } from './chance'
import { hostileTexts } from './hostile-texts'

/** Deeper parts are made only where the format leaves no choice. */
const DEEP = 9

/**
 * Any document that the schema accepts, with parts of every kind, also of those that are not generated yet, and with
 * texts and names that no rule would let pass: for what reads, writes and compares documents.
 */
export function randomDocument(seed: number): Topology {
  return new Maker(new Chance(seed)).object(topologyShape, 0) as unknown as Topology
}

class Maker {
  private readonly ids: string[] = []

  constructor(private readonly chance: Chance) {}

  object(shape: ObjectShape, depth: number): Readonly<Record<string, unknown>> {
    const made: Record<string, unknown> = {}
    for (const { key, shape: part, optional } of shape.properties) {
      if (optional && (depth > DEEP || this.chance.flag())) continue
      made[key] = key === 'id' ? this.newId() : this.value(part, depth + 1)
    }
    return made
  }

  private value(shape: Shape, depth: number): unknown {
    const { chance } = this
    switch (shape.is) {
      case 'text':
        return shape.role === 'id' ? this.anyId() : this.text(shape.max)
      case 'number':
        return chance.pick(NUMBERS.filter((number) => shape.schema.safeParse(number).success))
      case 'boolean':
        return chance.flag()
      case 'choice':
        return chance.pick(shape.options)
      case 'constant':
        return chance.pick(CONSTANTS.filter((constant) => shape.schema.safeParse(constant).success))
      case 'list':
        return this.list(shape, depth)
      case 'object':
        return this.object(shape, depth)
      case 'variants': {
        const variants = [...shape.byTag.values()]
        // The first variants are the plain ones, so that depth ends.
        return this.value(depth > DEEP ? (variants[0] ?? shape) : chance.pick(variants), depth)
      }
    }
  }

  private list({ of, min, max }: ListShape, depth: number): readonly unknown[] {
    const most = depth > DEEP ? 0 : this.chance.pick([0, 1, 2, 4])
    return Array.from({ length: Math.max(min, Math.min(max, most)) }, () => this.value(of, depth + 1))
  }

  private text(max: number): string {
    const text = this.chance.pick([...PLAIN, ...hostileTexts])
    return text.slice(0, max)
  }

  private newId(): string {
    const stem = this.chance.pick(['n', 'part-', 'x_'])
    const id = `${stem}${this.ids.length}`
    this.ids.push(id)
    return id
  }

  /** Mostly the id of a part that is there already, sometimes one that leads nowhere. */
  private anyId(): string {
    return this.ids.length > 0 && this.chance.flag(0.8) ? this.chance.pick(this.ids) : 'nowhere'
  }
}

const PLAIN = ['', 'a', 'user', 'loan_application', 'Заём', 'created_at', 'user.created', '/api/v1/loans']
const NUMBERS = [
  0,
  -0,
  1,
  2,
  7,
  40,
  100,
  403,
  8000,
  -3,
  0.5,
  -12.25,
  65_535,
  2 ** 45,
  -(2 ** 52),
  1e21,
  1e-7,
  5e-324,
]
const CONSTANTS = [
  null,
  true,
  false,
  0,
  -1.5,
  1e300,
  '',
  'now',
  'текст',
  '\ud800',
  [],
  ['a', '"b"'],
  ['', '\n'],
]
