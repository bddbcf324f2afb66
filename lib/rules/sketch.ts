import type { Engine } from '@/lib/topology/model/basics'
import type { Entity } from '@/lib/topology/model/entity'
import type { Field, FieldType } from '@/lib/topology/model/field'
import type { Link } from '@/lib/topology/model/link'
import type { Message } from '@/lib/topology/model/message'
import type { Database, Node, Queue } from '@/lib/topology/model/node'
import type { BusinessApi, Service } from '@/lib/topology/model/service'
import type { Step } from '@/lib/topology/model/step'
import type { Layout, Project, Topology } from '@/lib/topology/model/topology'
import type { NamedValue, Value } from '@/lib/topology/model/value'

/** The parts of a tiny design; what is left out is empty. */
export interface Sketch {
  readonly project?: Partial<Project>
  readonly nodes?: readonly Node[]
  readonly links?: readonly Link[]
  readonly entities?: readonly Entity[]
  readonly messages?: readonly Message[]
  readonly layout?: Layout
}

/** A design of just these parts. Ids are the words that the parts are made with. */
export function sketch({
  project,
  nodes = [],
  links = [],
  entities = [],
  messages = [],
  layout,
}: Sketch): Topology {
  return {
    topoforge: 1,
    project: { name: 'finance', context: 'finance', locale: 'en', ...project },
    nodes,
    links,
    entities,
    messages,
    ...(layout && { layout }),
  }
}

/**
 * A small sound design with more in it: a Business API `lending` that calls
 * the data API `records`, which stores the entity `loan` in PostgreSQL. What
 * is added replaces what has the same id.
 */
export function lending(more: Sketch = {}): Topology {
  return sketch({
    ...more,
    nodes: merge([api('lending'), dataApi('records'), database('postgres')], more.nodes),
    links: merge([calls('lending', 'records'), stores('records', 'postgres')], more.links),
    entities: merge([entity('loan', [integer('amount')])], more.entities),
  })
}

function merge<T extends { readonly id: string }>(base: readonly T[], more: readonly T[] = []): readonly T[] {
  const replaced = base.map((part) => more.find(({ id }) => id === part.id) ?? part)
  return [...replaced, ...more.filter((part) => !base.some(({ id }) => id === part.id))]
}

export function api(domain: string, more: Partial<Omit<BusinessApi, 'kind' | 'type'>> = {}): BusinessApi {
  return { id: domain, type: 'service', kind: 'business_api', domain, ...more }
}

type Plain = Exclude<Service, { kind: 'business_api' }>
type MoreOf<K extends Plain['kind']> = Partial<Omit<Extract<Plain, { kind: K }>, 'kind' | 'type'>>

export function dataApi(domain: string, more: MoreOf<'postgres_data_api'> = {}): Service {
  return { id: domain, type: 'service', kind: 'postgres_data_api', domain, ...more }
}

export function mongoApi(domain: string, more: MoreOf<'mongo_data_api'> = {}): Service {
  return { id: domain, type: 'service', kind: 'mongo_data_api', domain, ...more }
}

export function worker(domain: string, more: MoreOf<'worker'> = {}): Service {
  return { id: domain, type: 'service', kind: 'worker', domain, ...more }
}

export function bot(domain: string, more: MoreOf<'bot'> = {}): Service {
  return { id: domain, type: 'service', kind: 'bot', domain, ...more }
}

export function database(engine: Engine, id: string = engine): Database {
  return { id, type: 'database', engine }
}

export function queue(name: string, messages: readonly string[] = [], id = name): Queue {
  return { id, type: 'queue', name, messages }
}

export function external(name: string): Node {
  return { id: name, type: 'external', protocol: 'http', name, operations: [] }
}

export function calls(from: string, to: string, access?: 'read' | 'write'): Link {
  return { id: `${from}-calls-${to}`, type: 'calls', from, to, ...(access && { access }) }
}

export function stores(from: string, to: string): Link {
  return { id: `${from}-stores-${to}`, type: 'stores', from, to }
}

export function publishes(from: string, to: string): Link {
  return { id: `${from}-publishes-${to}`, type: 'publishes', from, to }
}

export function consumes(from: string, to: string): Link {
  return { id: `${from}-consumes-${to}`, type: 'consumes', from, to }
}

export function caches(from: string, to: string): Link {
  return { id: `${from}-caches-${to}`, type: 'caches', from, to }
}

export function event(name: string): Message {
  return { id: name.replaceAll('.', '-'), type: 'event', name, fields: [] }
}

/** An entity of the data API `records`, unless another owner is named. */
export function entity(name: string, fields: readonly Field[], more: Partial<Entity> = {}): Entity {
  return { id: name, owner: 'records', name, fields, ...more }
}

type Marks = Pick<Field, 'optional' | 'unique' | 'indexed' | 'default' | 'label'>

/** A field of any type. */
export function field(name: string, type: FieldType, marks: Marks = {}): Field {
  return { name, ...type, ...marks }
}

export function string(name: string, marks: Marks = {}): Field {
  return field(name, { type: 'string' }, marks)
}

export function integer(name: string, marks: Marks = {}): Field {
  return field(name, { type: 'integer' }, marks)
}

export function reference(name: string, to: string, marks: Marks = {}): Field {
  return field(name, { type: 'reference', entity: to }, marks)
}

/** An entity `loan` with just this field, in the small sound design. */
export function withField(...fields: readonly Field[]): Topology {
  return lending({ entities: [entity('loan', fields)] })
}

type UseCase = NonNullable<BusinessApi['useCases']>[number]

/** A use case `POST /<name>` of these steps. */
export function scenario(name: string, steps: readonly Step[], more: Partial<UseCase> = {}): UseCase {
  return { id: name, name, method: 'POST', path: `/${name.replaceAll('_', '-')}`, input: [], steps, ...more }
}

/** A handler of a message, by the message's id. */
export function handler(message: string, steps: readonly Step[]) {
  return { id: `on-${message}`, message, steps }
}

/** A schedule for every night at three. */
export function schedule(name: string, steps: readonly Step[], cron = '0 3 * * *') {
  return { id: name, name, cron, steps }
}

/** A command of a bot. */
export function command(name: string, steps: readonly Step[]) {
  return { id: name, name, steps }
}

/** Values by their names. */
export function values(given: Readonly<Record<string, Value>>): readonly NamedValue[] {
  return Object.entries(given).map(([name, value]) => ({ name, value }))
}
