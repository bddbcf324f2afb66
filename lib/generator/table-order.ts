import type { Entity } from '@/lib/topology/model/entity'
import { byName } from './wording'

/**
 * Entities in an order in which their tables can be made: what is referred to comes first. Inside a cycle
 * the names decide, and a reference to a later entity has to wait until all tables are there.
 */
export function tableOrder(entities: readonly Entity[]): readonly Entity[] {
  return cyclesOf([...entities].sort(byName)).flatMap((cycle) => cycle.sort(byName))
}

/** Groups of entities that reach one another (mostly of one), referred ones first: Tarjan's algorithm. */
function cyclesOf(entities: readonly Entity[]): Entity[][] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: Entity[] = []
  const isOpen = new Set<string>()
  const groups: Entity[][] = []

  const lower = (id: string, to: number) => lowest.set(id, Math.min(lowest.get(id) ?? to, to))

  const visit = (entity: Entity) => {
    const place = order.size
    order.set(entity.id, place)
    lowest.set(entity.id, place)
    open.push(entity)
    isOpen.add(entity.id)
    for (const target of referredBy(entity, byId)) {
      if (!order.has(target.id)) {
        visit(target)
        lower(entity.id, lowest.get(target.id) ?? place)
      } else if (isOpen.has(target.id)) {
        lower(entity.id, order.get(target.id) ?? place)
      }
    }
    if (lowest.get(entity.id) !== place) return
    const group = open.splice(open.indexOf(entity))
    for (const { id } of group) isOpen.delete(id)
    groups.push(group)
  }

  for (const entity of entities) if (!order.has(entity.id)) visit(entity)
  return groups
}

/** The entities that an entity refers to, by name, so that ids decide nothing. */
function referredBy(entity: Entity, byId: ReadonlyMap<string, Entity>): Entity[] {
  return entity.fields
    .flatMap((field) => (field.type === 'reference' ? (byId.get(field.entity) ?? []) : []))
    .sort(byName)
}
