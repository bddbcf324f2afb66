import type { Lookup } from '@/lib/topology/lookup'
import type { Access } from '@/lib/topology/model/basics'
import type { Service } from '@/lib/topology/model/service'
import { accessOf, stepsOf } from '@/lib/topology/step-walk'

/** A place where a service works with an entity, and the access that this needs. */
export interface EntityUse {
  readonly entity: string
  readonly access: Access
  readonly path: readonly (string | number)[]
}

const READING: ReadonlySet<string> = new Set(['read', 'list'])

/** Every use of an entity by a service: resources, steps, dialogues. */
export function* entityUses(look: Lookup, service: Service): Generator<EntityUse> {
  if (service.kind === 'business_api') {
    for (const [index, resource] of (service.resources ?? []).entries()) {
      const writes = look.operationsOf(service, resource).some((operation) => !READING.has(operation))
      yield { entity: resource.entity, access: writes ? 'write' : 'read', path: ['resources', index] }
    }
  }
  for (const { step, entity, path } of stepsOf(service)) {
    const access = accessOf(step)
    if (access && entity !== undefined) yield { entity, access, path }
  }
  if (service.kind !== 'bot') return
  for (const [index, { dialogue }] of (service.commands ?? []).entries()) {
    if (!dialogue) continue
    const access = dialogue.action === 'create' ? 'write' : 'read'
    yield { entity: dialogue.entity, access, path: ['commands', index, 'dialogue'] }
  }
}
