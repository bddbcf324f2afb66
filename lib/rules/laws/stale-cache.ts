import { flowsOf } from '@/lib/topology/flows'
import type { Lookup } from '@/lib/topology/lookup'
import type { Entity } from '@/lib/topology/model/entity'
import type { Service } from '@/lib/topology/model/service'
import { stepsOf } from '@/lib/topology/step-walk'
import { giveRedis, hasRedisFor } from '../repairs/redis'
import type { Finding, Rule } from '../rule'
import { api, caches, calls, lending } from '../sketch'
import { redis } from '../sketch-messages'
import { nodeName, text } from '../words'

export const staleCache: Rule = {
  id: 'stale-cache',
  group: 'communication',
  severity: 'warning',
  title: text(
    'Who changes what others cache uses the cache, too.',
    'Кто меняет то, что другие кэшируют, тоже пользуется кэшем.',
  ),
  why: text(
    'A cache is told of changes by those who have it; whoever reads a row that somebody else has changed sees the old one for up to a minute.',
    'О переменах кэш узнаёт от тех, кто им пользуется; если строку изменил кто-то другой, читатели до минуты видят старую.',
  ),
  check,
  examples: {
    valid: [
      {
        name: text('Both use the cache', 'Кэшем пользуются оба'),
        topology: lending({
          nodes: [api('office'), redis],
          links: [calls('office', 'records'), caches('lending', 'redis'), caches('office', 'redis')],
        }),
      },
      {
        name: text('The other one only reads', 'Другой только читает'),
        topology: lending({
          nodes: [api('office'), redis],
          links: [calls('office', 'records', 'read'), caches('lending', 'redis')],
        }),
      },
    ],
    invalid: [
      {
        name: text('Only one of two uses the cache', 'Кэшем пользуется лишь один из двух'),
        topology: lending({
          nodes: [api('office'), redis],
          links: [calls('office', 'records'), caches('lending', 'redis')],
        }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  const readers = look.services.filter(({ id }) => hasRedisFor(look, id, 'cache'))
  if (readers.length === 0) return
  const kept = new Map<string, Service>()
  for (const reader of readers)
    for (const entity of entitiesRead(look, reader)) if (!kept.has(entity)) kept.set(entity, reader)
  for (const writer of look.services) {
    if (writer.kind === 'bot' || hasRedisFor(look, writer.id, 'cache')) continue
    const entity = look.topology.entities.find(({ id }) => kept.has(id) && changes(look, writer, id))
    const reader = entity && kept.get(entity.id)
    if (entity && reader) yield finding(look, writer, reader, entity)
  }
}

/** Ids of the entities of which a service reads one row at a time. */
function entitiesRead(look: Lookup, service: Service): readonly string[] {
  const offered =
    service.kind === 'business_api'
      ? look.resourcesOf(service).filter((resource) => look.operationsOf(service, resource).includes('read'))
      : []
  const loaded = [...stepsOf(service)].flatMap(({ step }) => (step.step === 'load' ? step.entity : []))
  return [...offered.map(({ entity }) => entity), ...loaded]
}

/** Whether a service changes rows that are there already. */
function changes(look: Lookup, service: Service, id: string): boolean {
  const entity = look.entity(id)
  const verbs = ['updated', 'deleted'] as const
  return Boolean(
    entity && verbs.some((verb) => [...flowsOf(look).writesOf(service, { entity, verb })].length > 0),
  )
}

function finding(look: Lookup, writer: Service, reader: Service, entity: Entity): Finding {
  const [name, other] = [nodeName(look, writer.id), nodeName(look, reader.id)]
  return {
    message: text(
      `${name} changes ${entity.name}, which ${other} caches; let it use the cache, too.`,
      `${name} меняет ${entity.name}, а ${other} это кэширует; пусть тоже пользуется кэшем.`,
    ),
    at: [
      { part: 'node', id: writer.id },
      { part: 'node', id: reader.id },
    ],
    fix: {
      label: text('Use the cache here, too', 'Пользоваться кэшем и здесь'),
      edit: giveRedis(writer.id, 'cache'),
      safe: true,
    },
  }
}
