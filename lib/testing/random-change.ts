import { setAt } from '@/lib/commands/set-at'
import type { Place } from '@/lib/topology/at'
import type { Edit } from '@/lib/topology/edits'
import type { Topology } from '@/lib/topology/model/topology'
import type { Chance } from '@/lib/topology/random/chance'
import { type ObjectShape, type Shape, topologyShape, variantOf } from '@/lib/topology/shape'

/** Values that hardly any place of the format allows. */
const WRONG: readonly unknown[] = [
  -1,
  1.5,
  1e9,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  null,
  true,
  'x'.repeat(2001),
  'not an id',
  {},
  { strange: 1 },
  [undefined],
  [[]],
]

const TEXTS = ['', 'a', 'loan', 'Loan Application', 'заём', 'user.created', '0 9 * * *', 'x'.repeat(200)]
const NUMBERS = [0, 1, 2, 7, 40, 100, 403, 8000, 65_535, -3, 0.5]
/** Deeper parts are left empty where the format allows it. */
const DEEP = 6

const LISTS = { node: 'nodes', link: 'links', entity: 'entities', message: 'messages' } as const

/** Puts a random value, right or wrong, at a random place of the document, whichever parts the format has. */
export function randomChange(chance: Chance, topology: Topology): Edit {
  const { place, shape } = randomPlace(chance, topology)
  return setAt(place, chance.flag(0.7) ? randomValue(chance, shape, topology) : chance.pick(WRONG))
}

interface Found {
  readonly place: Place
  readonly shape: Shape
}

function randomPlace(chance: Chance, topology: Topology): Found {
  const part = chance.pick(['project', 'node', 'node', 'link', 'entity', 'message', 'note'] as const)
  if (part === 'project') return descend(chance, { part }, shapeOfKey('project'), topology.project)
  const [items, list] =
    part === 'note'
      ? [topology.layout?.notes ?? [], listIn(shapeOfKey('layout'), 'notes')]
      : [topology[LISTS[part]], shapeOfKey(LISTS[part])]
  if (items.length === 0 || list.is !== 'list') {
    return descend(chance, { part: 'project' }, shapeOfKey('project'), topology.project)
  }
  const item = chance.pick<{ readonly id: string }>(items)
  return descend(chance, { part, id: item.id }, list.of, item)
}

function shapeOfKey(key: string): Shape {
  return listIn(topologyShape, key)
}

function listIn(shape: Shape, key: string): Shape {
  const found = shape.is === 'object' && shape.properties.find((property) => property.key === key)
  if (!found) throw new Error(`The format has no "${key}" here.`)
  return found.shape
}

/** Goes down from a part into what it holds, and stops somewhere on the way. */
function descend(chance: Chance, from: Place, top: Shape, whole: unknown): Found {
  let [shape, value]: [Shape, unknown] = [top, whole]
  const path: (string | number)[] = []
  while (path.length === 0 || chance.flag(0.75)) {
    const object = objectOf(shape, value)
    if (object && object.properties.length > 0) {
      const property = chance.pick(object.properties)
      path.push(property.key)
      value = (value as Readonly<Record<string, unknown>> | undefined)?.[property.key]
      shape = property.shape
    } else if (shape.is === 'list' && Array.isArray(value)) {
      // One behind the last item adds one.
      const index = chance.int(0, value.length)
      path.push(index)
      value = value[index]
      shape = shape.of
    } else break
  }
  return { place: { ...from, path }, shape }
}

function objectOf(shape: Shape, value: unknown): ObjectShape | undefined {
  if (shape.is === 'object') return shape
  if (shape.is !== 'variants' || typeof value !== 'object' || value === null) return undefined
  return variantOf(shape, value)
}

/** A value that this place of the format may hold, as far as that can be told without the rest. */
export function randomValue(chance: Chance, shape: Shape, topology: Topology, depth = 0): unknown {
  switch (shape.is) {
    case 'text':
      return shape.role === 'id' ? anyId(chance, topology) : chance.pick(TEXTS).slice(0, shape.max)
    case 'number':
      return chance.pick(NUMBERS)
    case 'boolean':
      return chance.flag()
    case 'choice':
      return chance.pick(shape.options)
    case 'constant':
      return chance.pick(['now', 0, true, null])
    case 'list':
      return Array.from({ length: depth > DEEP ? shape.min : Math.max(shape.min, chance.int(0, 2)) }, () =>
        randomValue(chance, shape.of, topology, depth + 1),
      )
    case 'object':
      return randomObject(chance, shape, topology, depth)
    case 'variants': {
      const variants = [...shape.byTag.values()]
      const [first = shape] = variants
      return randomValue(chance, depth > DEEP ? first : chance.pick(variants), topology, depth)
    }
  }
}

function randomObject(chance: Chance, shape: ObjectShape, topology: Topology, depth: number): object {
  const made: Record<string, unknown> = {}
  for (const property of shape.properties) {
    if (property.optional && (depth > DEEP || chance.flag())) continue
    made[property.key] = randomValue(chance, property.shape, topology, depth + 1)
  }
  return made
}

function anyId(chance: Chance, { nodes, entities, messages }: Topology): string {
  const ids = [...nodes, ...entities, ...messages].map(({ id }) => id)
  return ids.length > 0 && chance.flag(0.8) ? chance.pick(ids) : chance.pick(['nowhere', 'no such id'])
}
