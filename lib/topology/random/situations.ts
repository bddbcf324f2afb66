import { lookup } from '../lookup'
import type { Entity } from '../model/entity'
import type { BusinessApi } from '../model/service'
import type { Topology } from '../model/topology'

/** How the parts of a design can stand to one another, beyond what one record shows. */
const SITUATIONS: Readonly<Record<string, (topology: Topology) => boolean>> = {
  'in Russian': ({ project }) => project.locale === 'ru',
  'in English': ({ project }) => project.locale === 'en',
  'without continuous integration': ({ project }) => project.options?.ci === false,
  'one service': (topology) => lookup(topology).services.length === 1,
  'from two to five services': (topology) => isBetween(lookup(topology).services.length, 2, 5),
  'more than five services': (topology) => lookup(topology).services.length > 5,
  'no data API': (topology) => dataApisOf(topology).length === 0,
  'a data API without entities': (topology) =>
    dataApisOf(topology).some(({ id }) => lookup(topology).entitiesOf(id).length === 0),
  'a data API that nobody calls': (topology) =>
    dataApisOf(topology).some(({ id }) => lookup(topology).linksTo(id, 'calls').length === 0),
  'several APIs of one data API': (topology) =>
    dataApisOf(topology).some(({ id }) => lookup(topology).linksTo(id, 'calls').length > 1),
  'an API without a data API': (topology) =>
    apisOf(topology).some(({ id }) => lookup(topology).linksFrom(id).length === 0),
  'an API that offers nothing': (topology) =>
    apisOf(topology).some(({ resources }) => resources?.length === 0),
  'an API that only reads': ({ links }) =>
    links.some((link) => link.type === 'calls' && link.access === 'read'),
  'an entity that refers to itself': ({ entities }) =>
    entities.some((entity) => targetsOf(entity).includes(entity.id)),
  'entities that refer to each other': ({ entities }) =>
    entities.some((entity) => isInCircle(entity, entities)),
  'two references to one entity': ({ entities }) =>
    entities.some((entity) => new Set(targetsOf(entity)).size < targetsOf(entity).length),
  'lists inside lists': ({ entities }) => JSON.stringify(entities).includes('"of":{"type":"list"'),
}

/** The situations that a design is in. */
export function situationsOf(topology: Topology): readonly string[] {
  return Object.entries(SITUATIONS).flatMap(([name, isSo]) => (isSo(topology) ? [name] : []))
}

/** Every situation there is a name for. */
export const situations: readonly string[] = Object.keys(SITUATIONS)

const SIZES = ['one service', 'from two to five services', 'more than five services']
const STORED = [
  'a data API without entities',
  'an entity that refers to itself',
  'entities that refer to each other',
  'two references to one entity',
  'lists inside lists',
]
const CALLED = ['several APIs of one data API', 'an API that only reads']

/** Sets of situations of which a design is in one at most. */
const EXCLUSIVE: readonly (readonly string[])[] = [
  ['in Russian', 'in English'],
  SIZES,
  ...[...STORED, ...CALLED, 'a data API that nobody calls'].map((stored) => ['no data API', stored]),
  ...STORED.slice(1).map((stored) => ['a data API without entities', stored]),
  ...CALLED.flatMap((called) => [
    ['one service', called],
    ['a data API that nobody calls', called],
  ]),
]

/** Whether a design can be in both. */
export function canMeet(one: string, other: string): boolean {
  return !EXCLUSIVE.some((set) => set.includes(one) && set.includes(other))
}

function isBetween(value: number, least: number, most: number): boolean {
  return value >= least && value <= most
}

function dataApisOf(topology: Topology) {
  return lookup(topology).services.filter(({ kind }) => kind === 'postgres_data_api')
}

function apisOf(topology: Topology): readonly BusinessApi[] {
  return lookup(topology).services.filter(
    (service): service is BusinessApi => service.kind === 'business_api',
  )
}

function targetsOf({ fields }: Entity): readonly string[] {
  return fields.flatMap((field) => (field.type === 'reference' ? [field.entity] : []))
}

function isInCircle(entity: Entity, entities: readonly Entity[]): boolean {
  return entities.some(
    (other) =>
      other !== entity && targetsOf(entity).includes(other.id) && targetsOf(other).includes(entity.id),
  )
}
