import { Code } from '../code'
import { py } from '../encode/python'
import type { Entity, Project, Service } from '../project'
import { cachesRows, limitsRequests, streamsChanges, tellsLive, usesRedis } from '../redis-uses'

/** What else happens when a service reads and writes rows, beside the request to the data API. */
export function rowFacts(service: Service, writes: boolean) {
  const caches = cachesRows(service)
  const live = tellsLive(service)
  return {
    /** Whether rows are kept in Redis for a while. */
    caches,
    usesRedis: usesRedis(service),
    limits: limitsRequests(service),
    /** Whether clients of data APIs know what their entity is called. */
    named: writes || caches || live,
    /** Whether what it changes is told live, and whether callers can follow it. */
    live,
    streams: streamsChanges(service),
    livesAlone: live && !caches && !limitsRequests(service),
  }
}

/** The entities of which rows go or change when a row of this one goes, where somebody has to know. */
export function goingAlong(entity: Entity, service: Service, project: Project) {
  // Who keeps no rows does not depend on others' entities.
  const dependents = cachesRows(service) ? dependentsOf(entity, project.entities) : []
  return { dependents: dependents.length > 0 ? tuple(dependents) : null }
}

/** A tuple of names as a formatter has it: the comma in one of a single name opens no lines. */
function tuple(names: readonly string[]): Code {
  const [only, ...others] = names.map((name) => py`${name}`.text)
  if (others.length === 0) return Code.of(`(${only},)`)
  return Code.of(['(', ...[only, ...others].map((name) => `        ${name},`), '    )'].join('\n'))
}

function dependentsOf(gone: Entity, entities: readonly Entity[]): readonly string[] {
  const found = new Set<string>()
  const going = [gone.name]
  for (const name of going) {
    for (const { name: other, fields } of entities) {
      for (const { type } of fields) {
        if (type.type !== 'reference' || type.entity.name !== name || type.onDelete === 'restrict') continue
        found.add(other)
        // What only forgets the reference stays, with all that refers to it.
        if (type.onDelete === 'cascade' && !going.includes(other)) going.push(other)
      }
    }
  }
  return [...found].sort()
}
