import { pascalCase, screamingCase } from '@/lib/topology/naming'
import { hostOf, tokenVariable, urlVariable } from '../compose'
import type { Thing } from '../kinds/generated-kind'
import type { Resource, Service } from '../project'
import { kindOf } from '../steps/unit'
import { byName } from '../wording'
import { entityGroup, entityLabel } from '../wording-operations'
import { domainView } from './domain-view'
import { sampleView } from './sample-view'

/** What a service knows of an entity: all of it that it offers, or what its steps need. */
export interface KnownEntity {
  readonly resource: Resource
  readonly brief: ReturnType<typeof brief>
}

/** The entities that a service works with through data APIs: what it offers, and what its steps need beside that. */
export function knownEntities({ resources, uses }: Service): readonly KnownEntity[] {
  const offered = new Set(resources.map(({ entity }) => entity.name))
  const used = uses.filter(({ name }) => !offered.has(name)).map((entity) => ({ entity, operations: [] }))
  return [...resources, ...used]
    .sort((a, b) => byName(a.entity, b.entity))
    .map((resource) => ({ resource, brief: brief(resource) }))
}

/** What the templates of `entity_access` and of the steps see of a service that works with these entities. */
export function accessView(service: Service, entities: readonly KnownEntity[]) {
  const { name, upstreams } = service
  const calls = upstreams.map((call) => ({
    name: call.service,
    host: hostOf(call.service),
    access: call.access,
    variable: urlVariable(call.service),
  }))
  return {
    upstreams: calls,
    /** The data API that keeps what it works with: there is one for each engine, and one engine so far. */
    keeper:
      calls.find((call) => entities.some(({ resource }) => resource.entity.service === call.name)) ?? null,
    tokenVariable: tokenVariable(name),
    testClass: `Test${pascalCase(name)}`,
    entities: entities.map((known) => known.brief),
    /** Those that some step searches. */
    finds: service.finds.map(({ name, className }) => ({ name, className })),
  }
}

/** One entity for the templates that are filled once for each; with what a kind adds to it. */
export function entityThing({ resource, brief }: KnownEntity, service: string, more: object = {}): Thing {
  const { entity, operations } = resource
  return {
    names: { entity: entity.name },
    view: {
      ...brief,
      domain: domainView(entity, service),
      sample: sampleView(entity, operations),
      ...more,
    },
    origin: entity.origin,
  }
}

function brief({ entity, operations }: Resource) {
  const offers = offersOf(operations)
  return {
    name: entity.name,
    plural: entity.plural,
    pluralConstant: kindOf(entity),
    className: entity.className,
    path: entity.path,
    tag: entity.path.slice(1),
    group: entityGroup(entity),
    constant: screamingCase(entity.name),
    /** The data API that keeps it. */
    upstream: entity.service,
    label: entityLabel(entity),
    /** Whether there are routes about it. */
    isOffered: operations.length > 0,
    offers: {
      ...offers,
      /** Operations that log what they have done. */
      changing: offers.create || offers.update || offers.delete,
      /** Operations whose path names one entity. */
      one: offers.read || offers.update || offers.delete,
      /** Operations that answer with an entity, not with a page or nothing. */
      answering: offers.create || offers.read || offers.update,
      /** Operations that have schemas of their own. */
      any: offers.create || offers.read || offers.update || offers.list,
    },
  }
}

/** Operations as flags. */
function offersOf(operations: Resource['operations']) {
  const has = new Set(operations)
  return {
    create: has.has('create'),
    read: has.has('read'),
    list: has.has('list'),
    update: has.has('update'),
    delete: has.has('delete'),
  }
}
