import { changeAt } from './at'
import { combine, type Edit } from './edits'
import type { Entity, EntityIndex } from './model/entity'
import type { Service } from './model/service'
import { stepsOf } from './step-walk'

/**
 * Renames a field of an entity by its place in the list, with the indexes and
 * the steps that name it. A field that shares its old name keeps it, and what
 * names that name stays with the first of them.
 */
export function renameField(entityId: string, index: number, name: string): Edit {
  return (topology) => {
    const entity = topology.entities.find(({ id }) => id === entityId)
    const was = entity?.fields[index]?.name
    if (!entity || was === undefined) return topology
    const own = changeAt({ part: 'entity', id: entityId, path: ['fields', index, 'name'] }, () => name)
    const isFirst = entity.fields.findIndex((field) => field.name === was) === index
    if (!isFirst) return own(topology)
    const services = topology.nodes.filter((node) => node.type === 'service')
    return combine(
      own,
      renameInIndexes(entity, was, name),
      ...services.map(renameInSteps(entityId, was, name)),
    )(topology)
  }
}

function renameInIndexes(entity: Entity, was: string, name: string): Edit {
  const rename = (index: EntityIndex) => ({
    ...index,
    fields: index.fields.map((field) => (field === was ? name : field)),
  })
  return changeAt({ part: 'entity', id: entity.id, path: ['indexes'] }, (indexes) =>
    Array.isArray(indexes) ? indexes.map(rename) : indexes,
  )
}

function renameInSteps(entityId: string, was: string, name: string): (service: Service) => Edit {
  const next = (value: unknown) => (value === was ? name : value)
  return (service) => {
    const edits: Edit[] = []
    for (const { step, path, entity } of stepsOf(service)) {
      if (entity !== entityId) continue
      const at = (...keys: (string | number)[]) =>
        ({ part: 'node', id: service.id, path: [...path, ...keys] }) as const
      if ('by' in step) edits.push(changeAt(at('by'), next))
      if ('orderBy' in step) edits.push(changeAt(at('orderBy'), next))
      const named = 'values' in step ? step.values : []
      edits.push(...named.map((_, index) => changeAt(at('values', index, 'name'), next)))
      const where = 'where' in step ? step.where : []
      edits.push(...where.map((_, index) => changeAt(at('where', index, 'field'), next)))
    }
    return combine(...edits)
  }
}
