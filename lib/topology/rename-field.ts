import { changeAt, type Place } from './at'
import { combine, type Edit } from './edits'
import type { EntityIndex } from './model/entity'
import type { ObjectField } from './model/field'
import { renameInSteps } from './steps/rename-in-steps'
import { valueAt } from './value-at'

/**
 * Renames a field of an entity by its place in the list, with the indexes and
 * the steps that name it. A field that shares its old name keeps it, and what
 * names that name stays with the first of them.
 */
export function renameField(entityId: string, index: number, name: string): Edit {
  return renameFieldAt({ part: 'entity', id: entityId, path: ['fields', index] }, name)
}

/**
 * Renames the field at a place: of an entity, a message, an input or output, or of an object inside one. Indexes,
 * places in paths and steps that name it follow.
 */
export function renameFieldAt(place: Place, name: string): Edit {
  return (topology) => {
    const field = valueAt(topology, place) as ObjectField | undefined
    if (field?.name === undefined || field.name === name) return topology
    const path = place.path ?? []
    const rename = changeAt({ ...place, path: [...path, 'name'] }, () => name)
    const twins = valueAt(topology, { ...place, path: path.slice(0, -1) }) as readonly ObjectField[]
    if (twins.findIndex((one) => one.name === field.name) !== path.at(-1)) return rename(topology)
    // Parts that were copied may share their fields; steps find this one by what it is.
    const own = { ...field }
    const apart = changeAt(place, () => own)
    // Steps come first: they find the field by its old name.
    return combine(apart, renameInSteps(own, name), rename, renameBeside(place, field.name, name))(topology)
  }
}

/** Indexes of an entity, and the path of a use case or an operation, name fields besides. */
function renameBeside(place: Place, was: string, name: string): Edit {
  const [list, index, key, , more] = place.path ?? []
  if (place.part === 'entity' && list === 'fields' && key === undefined) {
    return changeAt({ ...place, path: ['indexes'] }, (indexes) =>
      Array.isArray(indexes) ? indexes.map((one) => renameInIndex(one as EntityIndex, was, name)) : indexes,
    )
  }
  const isInput = (list === 'useCases' || list === 'operations') && key === 'input' && more === undefined
  if (!isInput || index === undefined) return (topology) => topology
  return changeAt({ ...place, path: [list, index, 'path'] }, (path) =>
    typeof path === 'string' ? path.replaceAll(`{${was}}`, () => `{${name}}`) : path,
  )
}

function renameInIndex(index: EntityIndex, was: string, name: string) {
  return { ...index, fields: index.fields.map((field) => (field === was ? name : field)) }
}
