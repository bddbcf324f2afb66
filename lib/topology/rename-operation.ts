import { ENTITY_VERBS } from './activity'
import { changeAt } from './at'
import { combine, type Edit } from './edits'
import type { Entity } from './model/entity'
import type { Topology } from './model/topology'
import { kebabCase } from './naming'
import { changeSteps } from './steps/change-steps'
import { resourceOperation } from './steps/operations'
import { valueAt } from './value-at'

/**
 * Renames a use case or an operation of an outside system, with the steps that call it by its name; a path that says
 * the name goes on saying it.
 */
export function renameOperation(
  node: string,
  list: 'useCases' | 'operations',
  index: number,
  name: string,
): Edit {
  const place = { part: 'node', id: node, path: [list, index, 'name'] } as const
  const own = changeAt({ ...place, path: [list, index] }, (value) => {
    const was = value as { readonly name: string; readonly path: string }
    return { ...was, name, ...(was.path === pathOf(was.name) && { path: pathOf(name) }) }
  })
  return (topology) => {
    const was = valueAt(topology, place)
    const twins = valueAt(topology, { ...place, path: [list] }) as
      | readonly { readonly name: string }[]
      | undefined
    // Calls by a shared name stay with the first that has it.
    if (!twins || was === '' || twins.findIndex((one) => one.name === was) !== index) return own(topology)
    const inSteps = changeSteps(({ step }) =>
      step.step === 'call' && step.target === node && step.operation === was
        ? { ...step, operation: name }
        : step,
    )
    return combine(inSteps, own)(topology)
  }
}

const pathOf = (name: string) => `/${kebabCase(name)}`

/**
 * Renames an entity or its plural, with the steps that call a Business API's operations over it, and the events that
 * its writes imply.
 */
export function renameEntity(id: string, key: 'name' | 'plural', name: string): Edit {
  return (topology) => {
    const entity = topology.entities.find((one) => one.id === id)
    if (!entity) return topology
    const next = { ...entity, [key]: name }
    const inSteps = changeSteps(({ step, inside }) => {
      if (step.step !== 'call') return step
      const of = inside.reader.operation(step.target, step.operation)?.of
      if (of?.entity !== id) return step
      const values = step.values.map((value) =>
        value.name === idOf(entity) ? { ...value, name: idOf(next) } : value,
      )
      return { ...step, operation: resourceOperation(of.crud, next), values }
    })
    return combine(
      inSteps,
      key === 'name' ? renameEvents(topology, entity, name) : combine(),
      changeAt({ part: 'entity', id }, (was) => ({ ...(was as Entity), [key]: name })),
    )(topology)
  }
}

/** Events say what happened to an entity by its name; those of a shared name stay with the first that has it. */
function renameEvents({ entities, messages }: Topology, entity: Entity, name: string): Edit {
  if (entities.find((one) => one.name === entity.name) !== entity) return combine()
  const taken = new Set(messages.map((message) => message.name))
  const edits = messages.flatMap((message) => {
    const verb = ENTITY_VERBS.find((one) => message.name === `${entity.name}.${one}`)
    const next = `${name}.${verb}`
    if (message.type !== 'event' || !verb || taken.has(next)) return []
    return [changeAt({ part: 'message', id: message.id, path: ['name'] }, () => next)]
  })
  return combine(...edits)
}

const idOf = ({ name }: Pick<Entity, 'name'>) => `${name}_id`
