import type { Place } from './at'
import type { Entity } from './model/entity'
import type { Field } from './model/field'
import type { Service } from './model/service'
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
  for (const entity of topology.entities) {
    yield { place: { part: 'entity', id: entity.id, path: ['fields'] }, fields: entity.fields, entity }
  }
  for (const { id, fields } of topology.messages) {
    yield { place: { part: 'message', id, path: ['fields'] }, fields }
  }
  for (const node of topology.nodes) {
    if (node.type === 'service') yield* inputsOf(node)
    if (node.type !== 'external' || node.protocol !== 'http') continue
    for (const [index, { input, output }] of node.operations.entries()) {
      yield { place: { part: 'node', id: node.id, path: ['operations', index, 'input'] }, fields: input }
      yield { place: { part: 'node', id: node.id, path: ['operations', index, 'output'] }, fields: output }
    }
  }
}

function* inputsOf(service: Service): Generator<FieldPlace> {
  if (service.kind !== 'business_api') return
  for (const [index, { input }] of (service.useCases ?? []).entries()) {
    yield { place: { part: 'node', id: service.id, path: ['useCases', index, 'input'] }, fields: input }
  }
}
