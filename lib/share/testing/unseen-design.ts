import type { Entity } from '@/lib/topology/model/entity'
import type { Field } from '@/lib/topology/model/field'
import type { Link } from '@/lib/topology/model/link'
import type { Node } from '@/lib/topology/model/node'
import type { Topology } from '@/lib/topology/model/topology'
import { Chance } from '@/lib/topology/random/chance'

const CONSONANTS = [...'bcdfghklmnprstvwz', 'ch', 'st', 'tr']
const VOWELS = [...'aeiou', 'ea']

/** A word that no dictionary has, so that a codec cannot have been made for it. */
function word(chance: Chance): string {
  const syllable = () =>
    chance.pick(CONSONANTS) + chance.pick(VOWELS) + (chance.flag(0.3) ? chance.pick([...'nrstl']) : '')
  return Array.from({ length: chance.int(2, 3) }, syllable).join('')
}

/** A design of a usual make, every name of which is new: for measuring links. */
export function unseenDesign(
  seed: number,
  size: { readonly services: number; readonly entities: number; readonly fields: number },
): Topology {
  const chance = new Chance(seed)
  const apis = Array.from({ length: size.services - 1 }, (_, index): Node => {
    return {
      id: `n${index + 3}`,
      type: 'service',
      kind: 'business_api',
      domain: word(chance),
      port: 8003 + index,
    }
  })
  const nodes: readonly Node[] = [
    { id: 'n1', type: 'service', kind: 'postgres_data_api', domain: word(chance) },
    { id: 'n2', type: 'database', engine: 'postgres' },
    ...apis,
  ]
  const links = apis.map(({ id }, index): Link => {
    const access = chance.flag(0.3) ? ({ access: 'read' } as const) : {}
    return { id: `l${index + 2}`, type: 'calls', from: id, to: 'n1', ...access }
  })
  return {
    topoforge: 1,
    project: { name: word(chance), context: word(chance), locale: 'ru' },
    nodes,
    links: [{ id: 'l1', type: 'stores', from: 'n1', to: 'n2' }, ...links],
    entities: Array.from({ length: size.entities }, (_, index): Entity => {
      const fields = Array.from({ length: size.fields }, () => field(chance, size.entities))
      return { id: `e${index + 1}`, owner: 'n1', name: word(chance), fields }
    }),
    messages: [],
    layout: {
      positions: nodes.map(({ id }, index) => {
        return { node: id, x: (index % 5) * 280, y: Math.floor(index / 5) * 160 }
      }),
    },
  }
}

function field(chance: Chance, entities: number): Field {
  const optional = chance.flag(0.3) ? ({ optional: true } as const) : {}
  const indexed = chance.flag(0.2) ? ({ indexed: true } as const) : {}
  const name = chance.flag(0.3) ? `${word(chance)}_${word(chance)}` : word(chance)
  const named = { name, ...optional, ...indexed }
  return chance.pick<() => Field>([
    () => ({ ...named, type: 'string', maxLength: chance.pick([50, 100, 200]) }),
    () => ({ ...named, type: 'string' }),
    () => ({ ...named, type: 'integer', min: 0 }),
    () => ({ ...named, type: 'decimal', precision: 12, scale: 2, min: 0 }),
    () => ({ ...named, type: 'boolean' }),
    () => ({ ...named, type: 'datetime' }),
    () => ({
      ...named,
      type: 'enum',
      values: [word(chance), word(chance)].map((value) => ({ name: value })),
    }),
    () => ({ ...named, name: `${name}_id`, type: 'reference', entity: `e${chance.int(1, entities)}` }),
  ])()
}
