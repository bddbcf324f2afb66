/**
 * What a step can call: operations of an outside HTTP system by their names, use cases of a Business API by theirs, and
 * its resources as its API description calls them: `create_loan`, `list_loans`.
 */
import { filtersOf } from '../filters'
import type { Lookup } from '../lookup'
import type { Entity } from '../model/entity'
import type { Node } from '../model/node'
import type { BusinessApi, CrudOperation, Service } from '../model/service'
import type { Topology } from '../model/topology'
import { pluralName } from '../naming'
import { shapeOf } from '../while-same'
import type { UseCase } from './step-lists'
import {
  isNeeded,
  objectType,
  readableFields,
  required,
  type TypedField,
  type ValueType,
  variantOf,
} from './value-type'

/** What a step can ask of another system. */
export interface Operation {
  readonly name: string
  readonly inputs: readonly TypedField[]
  /** Absent where nothing comes back. */
  readonly output?: ValueType
  /** The entity that it is about, where it is one of a resource. */
  readonly of?: { readonly entity: string; readonly crud: CrudOperation }
}

/** What a use case answers with; undefined for nothing. */
export type OutputOf = (look: Lookup, api: BusinessApi, useCase: UseCase) => ValueType | undefined

/** Whether two inputs have one name, so that only one of them could be given. */
export function hasDoubles({ inputs }: Operation): boolean {
  return new Set(inputs.map(({ name }) => name)).size < inputs.length
}

interface Answered {
  readonly fields: readonly TypedField[]
  readonly isList: boolean
  /** Whether sometimes nothing comes back. */
  readonly isDoubted: boolean
}

/** What comes back: an object, several of them, or nothing; undefined where nobody can tell. */
export function answeredBy({ output }: Operation): Answered | undefined {
  if (!output) return { fields: [], isList: false, isDoubted: false }
  if (output.is !== 'plain') return undefined
  const { type } = output
  const isDoubted = output.optional === true
  if (type.type === 'object') return { fields: type.fields, isList: false, isDoubted }
  return type.type === 'list' && type.of.type === 'object'
    ? { fields: type.of.fields, isList: true, isDoubted }
    : undefined
}

/** Nodes whose operations a service may call: outside systems and other Business APIs, those that are linked first. */
export function callTargets(look: Lookup, service: Service): readonly Node[] {
  const linked = new Set(look.linksFrom(service.id, 'calls').map(({ to }) => to))
  const targets = look.topology.nodes.filter((node) => canBeCalled(node) && node.id !== service.id)
  return [...targets.filter(({ id }) => linked.has(id)), ...targets.filter(({ id }) => !linked.has(id))]
}

/** Whether a node has operations that steps call by name. */
export function canBeCalled(node: Node): boolean {
  if (node.type === 'external') return node.protocol === 'http'
  return node.type === 'service' && node.kind === 'business_api'
}

/** Every operation that a node offers to steps. */
export function operationsOf(look: Lookup, target: string, outputOf: OutputOf): readonly Operation[] {
  const node = look.node(target)
  if (node?.type === 'external' && node.protocol === 'http') return node.operations.map(ofSystem)
  if (node?.type !== 'service' || node.kind !== 'business_api') return []
  const useCases = (node.useCases ?? []).map((useCase) => ofUseCase(useCase, outputOf(look, node, useCase)))
  return [...useCases, ...resourceOperations(look, node).values()]
}

/** One operation by its name; the first where a name is doubled. */
export function operationOf(
  look: Lookup,
  target: string,
  name: string,
  outputOf: OutputOf,
): Operation | undefined {
  const node = look.node(target)
  if (node?.type === 'external' && node.protocol === 'http') {
    const operation = node.operations.find((one) => one.name === name)
    return operation && ofSystem(operation)
  }
  if (node?.type !== 'service' || node.kind !== 'business_api') return undefined
  const useCase = node.useCases?.find((one) => one.name === name)
  return useCase
    ? ofUseCase(useCase, outputOf(look, node, useCase))
    : resourceOperations(look, node).get(name)
}

type SystemOperation = Extract<Node, { protocol: 'http' }>['operations'][number]

const ofSystems = new WeakMap<SystemOperation, Operation>()

function ofSystem(operation: SystemOperation): Operation {
  const { name, input, output } = operation
  const made = ofSystems.get(operation) ?? {
    name,
    inputs: input.map(asInput),
    ...(output.length > 0 && { output: objectType(output) }),
  }
  ofSystems.set(operation, made)
  return made
}

const ofUseCases = new WeakMap<UseCase, Operation>()

function ofUseCase(useCase: UseCase, output: ValueType | undefined): Operation {
  const known = ofUseCases.get(useCase)
  if (known && known.output === output) return known
  const made = { name: useCase.name, inputs: useCase.input.map(asInput), ...(output && { output }) }
  ofUseCases.set(useCase, made)
  return made
}

/** A field with a default may be left out. */
function asInput(field: TypedField): TypedField {
  return isNeeded(field) ? field : variantOf(field, { optional: true })
}

interface KnownResources {
  readonly shape: object
  readonly entities: Topology['entities']
  readonly operations: ReadonlyMap<string, Operation>
}

// What an API offers over entities hangs on links, on kinds and on entities, and on nothing else.
const knownResources = new WeakMap<BusinessApi, KnownResources>()

function resourceOperations(look: Lookup, api: BusinessApi): ReadonlyMap<string, Operation> {
  const { entities } = look.topology
  const shape = shapeOf(look)
  const known = knownResources.get(api)
  if (known && known.shape === shape && known.entities === entities) return known.operations
  const operations = new Map<string, Operation>()
  for (const resource of look.resourcesOf(api)) {
    const entity = look.entity(resource.entity)
    if (!entity) continue
    const all = ofEntity(entity)
    for (const crud of look.operationsOf(api, resource)) {
      const operation = all[crud]
      if (!operations.has(operation.name)) operations.set(operation.name, operation)
    }
  }
  knownResources.set(api, { shape, entities, operations })
  return operations
}

const ofEntities = new WeakMap<Entity, Readonly<Record<CrudOperation, Operation>>>()

function ofEntity(entity: Entity): Readonly<Record<CrudOperation, Operation>> {
  const operations = ofEntities.get(entity) ?? make(entity)
  ofEntities.set(entity, operations)
  return operations
}

function make(entity: Entity): Readonly<Record<CrudOperation, Operation>> {
  const { fields } = entity
  const one = objectType(readableFields(entity))
  const id: TypedField = { name: `${entity.name}_id`, type: 'reference', entity: entity.id }
  const version: TypedField = { name: 'version', type: 'integer' }
  const anyOf = fields.map((field) => variantOf(field, { optional: true }))
  const about = (crud: CrudOperation, inputs: readonly TypedField[], output?: ValueType): Operation => ({
    name: resourceOperation(crud, entity),
    inputs,
    ...(output && { output }),
    of: { entity: entity.id, crud },
  })
  return {
    create: about('create', fields.map(asInput), one),
    read: about('read', [id], one),
    list: about('list', listInputs(entity), page(one)),
    update: about('update', [id, version, ...anyOf], one),
    delete: about('delete', [id, version]),
  }
}

/** What an API description calls an operation of a resource. */
export function resourceOperation(crud: CrudOperation, entity: Pick<Entity, 'name' | 'plural'>): string {
  return `${crud}_${crud === 'list' ? pluralName(entity) : entity.name}`
}

function listInputs(entity: Entity): readonly TypedField[] {
  const filters = filtersOf(entity).map(({ parameter, field }) =>
    variantOf(field, { name: parameter, optional: true }),
  )
  return [
    { name: 'limit', type: 'integer', optional: true },
    { name: 'cursor', type: 'string', optional: true },
    ...filters,
  ]
}

function page(one: ValueType): ValueType {
  const of = required(one)
  return objectType([
    ...(of.is === 'plain' ? [{ name: 'items', type: 'list' as const, of: of.type }] : []),
    { name: 'next_cursor', type: 'string', optional: true },
  ])
}
