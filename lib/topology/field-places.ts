import type { Place } from './at'
import type { Entity } from './model/entity'
import type { Field } from './model/field'
import type { Message } from './model/message'
import type { Node } from './model/node'
import type { Topology } from './model/topology'

/** A list of fields somewhere in a design, and where it stands. */
export interface FieldPlace {
  readonly place: Place & { readonly id: string; readonly path: readonly (string | number)[] }
  readonly fields: readonly Field[]
  /** The entity, where the fields are stored; messages and inputs only travel. */
  readonly entity?: Entity
}

/** Every list of fields of a design: of entities, messages, use cases and operations of outside systems. */
export function* fieldPlaces(topology: Topology): Generator<FieldPlace> {
  for (const entity of topology.entities) yield fieldPlaceOfEntity(entity)
  for (const message of topology.messages) yield fieldPlaceOfMessage(message)
  for (const node of topology.nodes) yield* fieldPlacesOfNode(node)
}

/** The fields of an entity. */
export function fieldPlaceOfEntity(entity: Entity): FieldPlace {
  return { place: { part: 'entity', id: entity.id, path: ['fields'] }, fields: entity.fields, entity }
}

/** The fields of a message. */
export function fieldPlaceOfMessage({ id, fields }: Message): FieldPlace {
  return { place: { part: 'message', id, path: ['fields'] }, fields }
}

/** The inputs of a Business API's use cases, the inputs and outputs of an outside system's operations. */
export function* fieldPlacesOfNode(node: Node): Generator<FieldPlace> {
  const at = (...path: (string | number)[]) => ({ part: 'node', id: node.id, path }) as const
  if (node.type === 'service' && node.kind === 'business_api') {
    for (const [index, { input }] of (node.useCases ?? []).entries()) {
      yield { place: at('useCases', index, 'input'), fields: input }
    }
  }
  if (node.type !== 'external' || node.protocol !== 'http') return
  for (const [index, { input, output }] of node.operations.entries()) {
    yield { place: at('operations', index, 'input'), fields: input }
    yield { place: at('operations', index, 'output'), fields: output }
  }
}
