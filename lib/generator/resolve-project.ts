import { flowsOf } from '@/lib/topology/flows'
import { engineOf, type Lookup, lookup } from '@/lib/topology/lookup'
import type { LocalText } from '@/lib/topology/model/basics'
import type { Message as DrawnMessage } from '@/lib/topology/model/message'
import type { Queue as DrawnQueue } from '@/lib/topology/model/node'
import type { Service as DrawnService } from '@/lib/topology/model/service'
import { CRUD_OPERATIONS } from '@/lib/topology/model/service'
import type { Topology } from '@/lib/topology/model/topology'
import { pascalCase, serviceName } from '@/lib/topology/naming'
import { resolvePorts } from '@/lib/topology/ports'
import { RESERVED_CLASS_NAMES } from '@/lib/topology/reserved'
import { classesBeside } from './message-classes'
import type { Call, Database, Message, Project, Queue, Resource, Service } from './project'
import { resolveCalledApis } from './resolve-called-apis'
import { resolveEntities } from './resolve-entities'
import { resolveHttpSystems, resolveMailServers } from './resolve-externals'
import { resolveFields } from './resolve-fields'
import { resolveFlows } from './resolve-flows'
import { resolvePublishing } from './resolve-publishing'
import { resolveFinds, resolveSearched, resolveUseCases, resolveUses, type StepsKnown } from './resolve-steps'
import { resolveWays } from './resolve-ways'
import { resolveWork } from './resolve-work'
import { takesUnits } from './takes-units'
import { byName, sentence, textIn } from './wording'

/** Everything that the parts of one design have in common while they are resolved. */
interface Known extends StepsKnown {
  readonly ports: ReadonlyMap<string, number>
  readonly messages: ReadonlyMap<string, Message>
}

/**
 * Adds to a design what follows from it: names, ports, defaults, who calls whom.
 * The design has no findings of severity error; what a rule forbids is not looked for again.
 */
export function resolveProject(topology: Topology): Project {
  const { project } = topology
  const look = lookup(topology)
  const entities = resolveEntities(look)
  const messages = resolveMessages(look, entities)
  const known: Known = { look, ports: resolvePorts(topology), entities, messages }
  const services = look.services.map((service) => resolveService(service, known)).sort(byName)
  const queues = topology.nodes
    .flatMap((node) => (node.type === 'queue' ? [resolveQueue(node, look)] : []))
    .sort(byName)
  const carried = carriedMessages(messages, look)
  return {
    name: project.name,
    context: project.context,
    locale: project.locale,
    title: textIn(project.locale, project.title) ?? sentence(project.name),
    description: textIn(project.locale, project.description),
    options: {
      ci: project.options?.ci ?? true,
      kubernetes: project.options?.kubernetes ?? false,
      observability: project.options?.observability ?? false,
    },
    services,
    databases: services.flatMap((service) => databaseOf(service, look)),
    entities: [...entities.values()].sort(byName),
    queues,
    messages: carried,
    flows: resolveFlows(services, queues, carried),
    topology,
  }
}

/** Messages that one consumer holds at once, and tries of a failed one, where nothing is drawn. */
const PREFETCH = 10
const RETRIES = 3

function resolveQueue(
  { id, name, messages, prefetch, retries, deadLetter }: DrawnQueue,
  look: Lookup,
): Queue {
  return {
    name,
    messages: messages.flatMap((message) => look.message(message)?.name ?? []).sort(),
    prefetch: prefetch ?? PREFETCH,
    retries: retries ?? RETRIES,
    deadLetter: deadLetter ?? true,
    origin: { part: 'node', id },
  }
}

function resolveMessages(look: Lookup, entities: StepsKnown['entities']): ReadonlyMap<string, Message> {
  const taken = classesBeside([...entities.values()])
  return new Map(look.topology.messages.map((message) => [message.id, resolveMessage(message, look, taken)]))
}

/** Messages that some queue carries; of others nothing is made. */
function carriedMessages(messages: ReadonlyMap<string, Message>, look: Lookup): readonly Message[] {
  const flows = flowsOf(look)
  return [...messages].flatMap(([id, message]) => (flows.queuesOf(id).length > 0 ? message : [])).sort(byName)
}

function resolveMessage(message: DrawnMessage, look: Lookup, taken: ReadonlySet<string>): Message {
  const module = message.name.replaceAll(/[.-]/g, '_')
  const className = pascalCase(module)
  return {
    name: message.name,
    module,
    // Modules that publish it know entities, too.
    className:
      taken.has(className) || RESERVED_CLASS_NAMES.has(className) ? `${className}Message` : className,
    type: message.type,
    fields: resolveFields(
      { name: module, home: `shared.events.${module}`, fields: message.fields },
      { locale: look.topology.project.locale, entity: (id) => look.entity(id), isLater: () => false },
    ),
    origin: { part: 'message', id: message.id },
  }
}

function databaseOf(service: Service, look: Lookup): Database[] {
  const { engine, origin } = service
  if (!engine || !origin.id) return []
  const stored = look.linksFrom(origin.id, 'stores')[0]
  return [{ engine, service: service.name, origin: stored ? { part: 'node', id: stored.to } : origin }]
}

function resolveService(service: DrawnService, known: Known): Service {
  const { look, ports, entities } = known
  const { project } = look.topology
  const name = serviceName(project, service)
  const text = (label: LocalText | undefined) => textIn(project.locale, label)
  const tables = [...entities.values()].filter((entity) => entity.service === name)
  return {
    name,
    kind: service.kind,
    title: text(service.label) ?? sentence(name),
    label: text(service.label),
    description: text(service.description),
    port: ports.get(service.id) ?? null,
    callers: resolveCalls(look.linksTo(service.id, 'calls'), 'from', known),
    upstreams: resolveCalls(look.linksFrom(service.id, 'calls').filter(isToData(look)), 'to', known),
    ways: resolveWays(service.id, look, ports),
    systems: [...resolveHttpSystems(service.id, look), ...resolveCalledApis(service, known)].sort(byName),
    mailServers: resolveMailServers(service.id, look),
    entities: [...tables].sort(byName),
    tables,
    resources: service.kind === 'business_api' ? resolveResources(service, known) : [],
    uses: resolveUses(service, known),
    finds: resolveFinds(service, known),
    searched: tables.length > 0 ? resolveSearched(name, known) : [],
    useCases: service.kind === 'business_api' ? resolveUseCases(service, known) : [],
    ...resolveWork(service, look, known.messages),
    ...resolvePublishing(service, look, known.messages),
    engine: engineOf(service) ?? null,
    takesUnits: takesUnits(service.id, look),
    origin: { part: 'node', id: service.id },
  }
}

/** Whether a link leads to a data API; what a Business API is asked is another matter. */
function isToData(look: Lookup) {
  return ({ to }: { readonly to: string }) => {
    const service = look.service(to)
    return service !== undefined && engineOf(service) !== undefined
  }
}

/** The services at one end of these links, each once, with the widest access drawn. */
function resolveCalls(
  links: ReturnType<Lookup['linksFrom']>,
  end: 'from' | 'to',
  { look, ports }: Known,
): readonly Call[] {
  const calls = new Map<string, Call>()
  for (const link of links) {
    const service = look.service(link[end])
    if (!service || link.type !== 'calls') continue
    const name = serviceName(look.topology.project, service)
    const access = calls.get(name)?.access === 'write' ? 'write' : (link.access ?? 'write')
    calls.set(name, { service: name, access, port: ports.get(service.id) ?? 0 })
  }
  return [...calls.values()].sort((a, b) => (a.service < b.service ? -1 : 1))
}

function resolveResources(
  service: Extract<DrawnService, { kind: 'business_api' }>,
  { look, entities }: Known,
): readonly Resource[] {
  return look
    .resourcesOf(service)
    .flatMap((resource) => {
      const entity = entities.get(resource.entity)
      const wanted = new Set(look.operationsOf(service, resource))
      return entity ? [{ entity, operations: CRUD_OPERATIONS.filter((name) => wanted.has(name)) }] : []
    })
    .sort((a, b) => byName(a.entity, b.entity))
}
