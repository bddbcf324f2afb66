import { isGeneratedStep } from '@/lib/catalog/steps'
import { errorsOf } from '@/lib/rules/judge'
import { lookup } from '@/lib/topology/lookup'
import type { Field } from '@/lib/topology/model/field'
import type { BusinessApi, Service } from '@/lib/topology/model/service'
import type { Topology } from '@/lib/topology/model/topology'
import { Chance } from '@/lib/topology/random/chance'
import { randomDesign } from '@/lib/topology/random/random-design'
import { stepListsOf, type UseCase } from '@/lib/topology/steps/step-lists'
import { withRandomCalls } from './calling'
import { withRandomLoops } from './random-loops'
import { withMessages } from './random-messages'
import { withRedisUses } from './random-redis'
import { grown } from './random-steps'
import { withRandomSystems } from './random-systems'
import { withWork } from './random-work'

const METHODS = ['POST', 'PUT', 'PATCH', 'GET', 'DELETE'] as const
const MOST_CASES = 3
const MOST_STEPS = 7

/** A random design with use cases, queues and workers, and services that publish; everything in it is generated. */
export function randomCasesDesign(seed: number): Topology {
  const chance = new Chance(seed)
  const drawn = withWork(chance, withCases(chance, randomDesign(seed)))
  const reaching = withRandomCalls(
    new Chance(seed),
    withMessages(new Chance(seed), withRandomSystems(new Chance(seed), drawn)),
  )
  let topology = withRedisUses(new Chance(seed), reaching)
  for (const service of lookup(topology).services) {
    for (const { path } of stepListsOf(service)) {
      for (let count = chance.int(1, MOST_STEPS); count > 0; count -= 1)
        topology = grown(chance, topology, service.id, path, isGeneratedStep)
    }
  }
  return withoutWrong(withRandomLoops(new Chance(seed), topology))
}

function withCases(chance: Chance, topology: Topology): Topology {
  const nodes = topology.nodes.map((node) => {
    if (node.type !== 'service' || node.kind !== 'business_api') return node
    const useCases = Array.from({ length: chance.int(0, MOST_CASES) }, (_, number) =>
      useCase(chance, node, number, topology),
    )
    return { ...node, useCases }
  })
  return { ...topology, nodes }
}

function useCase(chance: Chance, { id }: BusinessApi, number: number, { entities }: Topology): UseCase {
  const method = chance.pick(METHODS)
  const ids = chance
    .some(entities, 2)
    .map(({ id: entity, name }): Field => ({ name: `${name.slice(0, 36)}_id`, type: 'reference', entity }))
  const more: Field[] = [
    { name: 'amount', type: 'integer', min: 1, max: 1000 },
    { name: 'note', type: 'string', optional: true },
    { name: 'price', type: 'decimal', precision: 12, scale: 2, optional: chance.flag() },
    { name: 'since', type: 'datetime', optional: true },
    { name: 'asked_at', type: 'datetime', default: 'now' },
    { name: 'day', type: 'date', default: 'now', optional: chance.flag() },
    ...(method === 'GET' || method === 'DELETE' ? [] : withParts(chance, entities)),
    { name: 'mood', type: 'enum', values: [{ name: 'good' }, { name: 'not-so-good' }], default: 'good' },
    { name: 'sure', type: 'boolean', default: false },
  ]
  const others = chance.some(more, more.length)
  const inPath = [...ids, ...others.filter(({ name }) => IN_PATH.has(name))].filter(() => chance.flag())
  const path = inPath.map(({ name }) => `/{${name}}`).join('')
  return {
    id: `${id}-case-${number}`,
    name: `case_${number}`,
    method,
    path: `/case-${number}${path}`,
    input: [...ids, ...others].map((field) => (inPath.includes(field) ? asPart(field) : field)),
    steps: [],
  }
}

/** What only a body can hold. */
function withParts(chance: Chance, entities: Topology['entities']): readonly Field[] {
  const parts = entities.flatMap(({ fields }) =>
    fields.flatMap(({ name, label: _, optional: __, ...type }): readonly Field[] =>
      type.type === 'list' || type.type === 'object' ? [{ ...type, name: `own_${name}`.slice(0, 40) }] : [],
    ),
  )
  const [own] = chance.some(parts, 1)
  return [
    ...(own ? [own] : []),
    { name: 'tags', type: 'list', of: { type: 'string' }, optional: chance.flag() },
    { name: 'extra', type: 'json', optional: chance.flag() },
  ]
}

/** What a path may hold, besides ids. */
const IN_PATH = new Set(['amount', 'mood'])

/** What stands in a path is always given. */
function asPart({ default: _, ...field }: Field): Field {
  return field
}

/** The design without the use cases that something is wrong with, nor the steps of such handlers and schedules. */
function withoutWrong(topology: Topology): Topology {
  let design = topology
  for (let errors = errorsOf(design); errors.length > 0; errors = errorsOf(design)) {
    const wrong = new Set(
      errors.flatMap(({ at }) =>
        at.map((place) => [place.part === 'node' && place.id, ...(place.path ?? []).slice(0, 2)].join()),
      ),
    )
    const nodes = design.nodes.map((node) => (node.type === 'service' ? keep(node, wrong) : node))
    if (JSON.stringify(nodes) === JSON.stringify(design.nodes))
      throw new Error(JSON.stringify(errors[0]?.message))
    design = { ...design, nodes }
  }
  return design
}

function keep(service: Service, wrong: ReadonlySet<string>): Service {
  const isRight = (list: string) => (_: unknown, index: number) =>
    !wrong.has([service.id, list, index].join())
  if (service.kind === 'business_api' && service.useCases)
    return { ...service, useCases: service.useCases.filter(isRight('useCases')) }
  if (service.kind !== 'worker') return service
  const emptied = <T extends object>(list: string, items: readonly T[] = []): readonly T[] =>
    items.map((item, index) => (isRight(list)(item, index) ? item : { ...item, steps: [] }))
  return {
    ...service,
    handlers: emptied('handlers', service.handlers),
    schedules: emptied('schedules', service.schedules),
  }
}
