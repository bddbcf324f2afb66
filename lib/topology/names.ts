import { changeAt, type Place } from './at'
import type { Edit } from './edits'
import { type FieldPlace, fieldPlaceOfEntity, fieldPlaceOfMessage, fieldPlacesOfNode } from './field-places'
import type { Entity } from './model/entity'
import type { FieldType } from './model/field'
import type { Message } from './model/message'
import type { Node } from './model/node'
import type { Service } from './model/service'
import type { Project, Topology } from './model/topology'
import { perItem } from './per-item'
import { renameAt } from './rename-at'

/** What a name in a design is the name of. */
export type NameRole =
  | 'project'
  | 'context'
  | 'domain'
  | 'function'
  | 'entity'
  | 'plural'
  | 'field'
  | 'queue'
  | 'external'
  | 'operation'
  | 'use_case'
  | 'schedule'
  | 'command'
  | 'variable'

/** A name that a person gave, where it stands, and how to change it everywhere. */
export interface GivenName {
  readonly role: NameRole
  readonly name: string
  readonly place: Place
  /** Names that have to differ from one another are of one scope; `''` where any name goes. */
  readonly scope: string
  readonly rename: (name: string) => Edit
}

const known = new WeakMap<Topology, readonly GivenName[]>()

/** Every name of a design that becomes an identifier; not the messages', which have a form of their own. */
export function namesIn(topology: Topology): readonly GivenName[] {
  const names = known.get(topology) ?? namesByPart(topology).flat()
  known.set(topology, names)
  return names
}

/** The same, one list for each part; a part that did not change has the very list that it had before. */
export function namesByPart(topology: Topology): readonly (readonly GivenName[])[] {
  const lists = knownLists.get(topology) ?? [
    ...ofProjects([topology.project]),
    ...ofNodes(topology.nodes),
    ...ofEntities(topology.entities),
    ...ofMessages(topology.messages),
  ]
  knownLists.set(topology, lists)
  return lists
}

const knownLists = new WeakMap<Topology, readonly (readonly GivenName[])[]>()
const ofProjects = perItem((project: Project) => [...ofProject(project)])
const ofNodes = perItem((node: Node) => [...ofNode(node)])
const ofEntities = perItem((entity: Entity) => [...ofEntity(entity)])
const ofMessages = perItem((message: Message) => [...ofMessage(message)])

function* ofProject({ name, context }: Project): Generator<GivenName> {
  yield given('project', name, { part: 'project', path: ['name'] })
  yield given('context', context, { part: 'project', path: ['context'] })
}

function* ofEntity(entity: Entity): Generator<GivenName> {
  const at = (key: string): Place => ({ part: 'entity', id: entity.id, path: [key] })
  yield given('entity', entity.name, at('name'), 'entities')
  if (entity.plural !== undefined) yield given('plural', entity.plural, at('plural'))
  yield* ofFields(fieldPlaceOfEntity(entity))
}

function* ofMessage(message: Message): Generator<GivenName> {
  yield* ofFields(fieldPlaceOfMessage(message))
}

function* ofFields({ place, fields }: FieldPlace): Generator<GivenName> {
  for (const [index, field] of fields.entries()) {
    const path = [...place.path, index]
    yield given('field', field.name, { ...place, path: [...path, 'name'] }, fieldScope(place))
    yield* innerNames(field, { ...place, path })
  }
}

function* innerNames(type: FieldType, place: Place & { readonly path: Path }): Generator<GivenName> {
  if (type.type === 'list') yield* innerNames(type.of, { ...place, path: [...place.path, 'of'] })
  if (type.type !== 'object') return
  const scope = fieldScope({ ...place, path: [...place.path, 'fields'] })
  for (const [index, field] of type.fields.entries()) {
    const path = [...place.path, 'fields', index]
    yield given('field', field.name, { ...place, path: [...path, 'name'] }, scope)
    yield* innerNames(field, { ...place, path })
  }
}

type Path = readonly (string | number)[]

function* ofNode(node: Node): Generator<GivenName> {
  for (const place of fieldPlacesOfNode(node)) yield* ofFields(place)
  const at = (...path: Path): Place => ({ part: 'node', id: node.id, path })
  if (node.type === 'service') yield* ofService(node, at)
  if (node.type === 'queue') yield given('queue', node.name, at('name'), 'queues')
  if (node.type !== 'external') return
  yield given('external', node.name, at('name'), 'externals')
  if (node.protocol === 'smtp') {
    if (node.urlVariable !== undefined)
      yield given('variable', node.urlVariable, at('urlVariable'), 'variables')
    return
  }
  if (node.baseUrlVariable !== undefined) {
    yield given('variable', node.baseUrlVariable, at('baseUrlVariable'), 'variables')
  }
  for (const [index, { name }] of node.operations.entries()) {
    yield given('operation', name, at('operations', index, 'name'), `operations of ${node.id}`)
  }
}

function* ofService(service: Service, at: (...path: Path) => Place): Generator<GivenName> {
  yield given('domain', service.domain, at('domain'))
  if (service.function !== undefined) yield given('function', service.function, at('function'))
  const list = (role: NameRole, key: string, items: readonly { readonly name: string }[] = []) =>
    items.map(({ name }, index) => given(role, name, at(key, index, 'name'), `${key} of ${service.id}`))
  if (service.kind === 'business_api') {
    yield* list('use_case', 'useCases', service.useCases)
    if (service.access?.type === 'bearer') {
      const { issuerVariable, audienceVariable } = service.access
      // Every API of one provider reads the same variables, so they may be shared.
      yield given('variable', issuerVariable, at('access', 'issuerVariable'))
      yield given('variable', audienceVariable, at('access', 'audienceVariable'))
    }
  }
  if (service.kind === 'worker') yield* list('schedule', 'schedules', service.schedules)
  if (service.kind === 'bot') {
    yield* list('command', 'commands', service.commands)
    // Two bots on one variable break a rule of their own.
    if (service.tokenVariable !== undefined)
      yield given('variable', service.tokenVariable, at('tokenVariable'))
  }
}

function given(role: NameRole, name: string, place: Place, scope = ''): GivenName {
  return {
    role,
    name,
    place,
    scope,
    rename: (next) => renameAt(place, next) ?? changeAt(place, (value) => (value === name ? next : value)),
  }
}

/** The scope of the names of a list of fields, by the place of the list. */
export function fieldScope(place: Place): string {
  return `fields of ${[place.part, place.id, ...(place.path ?? [])].join('/')}`
}
