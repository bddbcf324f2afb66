import { entityClass } from '@/lib/topology/class-names'
import type { Entity } from '@/lib/topology/model/entity'
import { pluralName } from '@/lib/topology/naming'

/** What an entity is called in code. */
export function namesOf(entity: Pick<Entity, 'name' | 'plural'>) {
  return { name: entity.name, plural: pluralName(entity), className: entityClass(entity) }
}
