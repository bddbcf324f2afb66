import { kindById } from '@/lib/catalog/catalog'
import { kebabCase } from '@/lib/topology/naming'
import { Code } from './code'
import { hostOf, tokenVariable } from './compose'
import type { Contributions } from './contributions'
import { allContributions, firstOfEach, testServersOf } from './contributors/shared-contributions'
import { startedOf } from './flows/started'
import { generatedKinds } from './kinds'
import { INGRESS_LABEL } from './kubernetes/network-policies'
import { namespaceOf } from './kubernetes/overlays'
import { messagingView } from './messaging-view'
import { alertsOf } from './observability/alerts'
import { consoles as watchers } from './observability/stack'
import {
  hasBackground,
  hasCalledApis,
  hasLiveChanges,
  hasMail,
  hasRateLimit,
  hasRowCache,
  isObserved,
  isWatched,
} from './parts'
import type { Project, Service } from './project'
import { serviceFacts } from './service-view'
import { byName } from './wording'
import { probeTexts } from './wording-operations'
import { problemTitles, statusTitles } from './wording-problems'

/** What every template sees as `project`. */
export function projectView(project: Project) {
  const contributions = allContributions(project)
  return {
    name: project.name,
    context: project.context,
    title: project.title,
    description: project.description,
    isRussian: project.locale === 'ru',
    hasCi: project.options.ci,
    /** Whether services measure and trace what they do. */
    cluster: clusterView(project, contributions),
    observed: isObserved(project),
    /** What shows what was measured; nothing where nothing is. */
    watchers: isWatched(project) ? watchers : [],
    alerts: isWatched(project)
      ? alertsOf(project).map(({ name, advice }) => ({ name, advice: Code.of(advice) }))
      : [],
    /** Whether something works without being asked. */
    works: hasBackground(project),
    services: project.services.map(serviceView),
    /** The names of the services alone: what says no more of them stays as it is when they change. */
    members: project.services.map(({ name }) => name),
    apis: project.services.filter(({ port }) => port !== null).map((service) => apiView(service, project)),
    /** `project.kinds.business_api`: whether there is a service of this kind. */
    kinds: Object.fromEntries(
      generatedKinds.map(({ id }) => [id, project.services.some(({ kind }) => kind === id)]),
    ),
    /** Whether some Business API works with anything of a data API. */
    hasResources: hasResources(project),
    /** Whether some service relies on what another one answers. */
    hasContracts: hasCalledApis(project) || hasResources(project),
    hasRedis: project.services.some(({ redis }) => redis.length > 0),
    systems: outsideOf(project).map(({ name, title }) => ({ name, title })),
    databases: project.databases.map(({ engine, service }) => ({
      node: engine,
      label: engine === 'postgres' ? 'PostgreSQL' : 'MongoDB',
      protocol: engine === 'postgres' ? 'SQL' : 'BSON',
      service,
      host: hostOf(service),
    })),
    migrations: contributions.flatMap((item) => item.migrations ?? []),
    testVariables: testServersOf(project).map(({ variable }) => variable),
    consoles: firstOfEach(
      contributions.flatMap((item) => item.consoles ?? []),
      ({ host }) => host,
    ),
    firstList: firstList(project),
    problems: problemTitles(project.locale, hasRateLimit(project)),
    statuses: statusTitles(project.locale, hasRateLimit(project)),
    probeTexts: probeTexts(project.locale),
    limitsRequests: hasRateLimit(project),
    withoutRedis: withoutRedis(project),
    ...messagingView(project),
    relays: relaysOf(project),
    ...flowsView(project),
  }
}

/** Where the project runs in clusters; null where that is not asked for. */
function clusterView({ name, options }: Project, contributions: readonly Contributions[]) {
  if (!options.kubernetes) return null
  const workloads = contributions.flatMap((item) => Object.values(item.workloads))
  const project = kebabCase(name)
  return {
    development: namespaceOf(project, 'dev'),
    production: namespaceOf(project, 'prod'),
    name: project,
    ingressLabel: INGRESS_LABEL,
    hasSecrets: workloads.some(({ secrets }) => secrets.length > 0),
    hasOutside: workloads.some(({ reaches }) => reaches.some((reach) => 'outside' in reach)),
    hasAutoscalers: workloads.some(({ manifests }) => 'horizontal-pod-autoscaler' in manifests),
    hasVolumes: workloads.some(({ manifests }) => 'stateful-set' in manifests),
  }
}

/** What becomes of each use of Redis that nothing depends on while Redis is away. */
function withoutRedis(project: Project): readonly string[] {
  return [
    ...(hasRowCache(project) ? ['rows are read from the data APIs'] : []),
    ...(hasRateLimit(project) ? ['nobody counts requests'] : []),
    ...(hasLiveChanges(project) ? ['changes are not told live'] : []),
  ]
}

function serviceView(service: Service) {
  return {
    ...serviceFacts(service),
    kind: service.kind,
    kindLabel: kindById(service.kind).label.en ?? service.kind,
    calls: [
      ...service.upstreams.map((call) => ({ service: call.service, access: call.access })),
      ...service.systems.flatMap(({ api }) => (api ? { service: api.service, access: 'operations' } : [])),
    ],
    systems: [
      ...service.systems.filter(isOutside).map(({ name }) => ({ name, protocol: 'HTTP' })),
      ...service.mailServers.map(({ name }) => ({ name, protocol: 'SMTP' })),
    ],
    keeps: service.entities.map(({ name }) => name),
    /** What it keeps in Redis. */
    redis: service.redis.map((use) => use.replaceAll('_', '-')),
  }
}

function isOutside({ api }: Service['systems'][number]): boolean {
  return api === null
}

/** Every system outside that some service asks or sends mail by, once. */
function outsideOf({ services }: Project) {
  return firstOfEach(
    services.flatMap(({ systems, mailServers }) => [...systems.filter(isOutside), ...mailServers]),
    ({ name }) => name,
  ).toSorted(byName)
}

/** What the description of an API needs to be made: the settings that it cannot start without. */
function apiView(service: Service, project: Project) {
  const settings = generatedKinds.find(({ id }) => id === service.kind)?.contribute(service, project).settings
  return { name: service.name, settings: settings ?? [] }
}

/** Services that publish what data APIs keep for them, and whose outboxes these are. */
function relaysOf({ services }: Project) {
  const keepers = new Set(services.flatMap(({ name, takesUnits }) => (takesUnits ? name : [])))
  return services
    .filter(({ publishes }) => publishes.length > 0)
    .flatMap(({ name, upstreams }) =>
      upstreams
        .filter(({ service, access }) => access === 'write' && keepers.has(service))
        .map(({ service }) => ({ host: hostOf(name), caller: name, keeper: service })),
    )
}

function hasResources({ services }: Project): boolean {
  return services.some(({ resources, uses }) => resources.length + uses.length > 0)
}

/** What the tests over running services need. */
function flowsView(project: Project) {
  const { keeper } = project.flows
  return {
    flows: project.flows.arrivals.length > 0,
    keeper: keeper?.service ?? null,
    /** The variable with the token of somebody who may write there. */
    writerToken: keeper?.writer && hasResources(project) ? tokenVariable(keeper.writer) : null,
    started: startedOf(project),
    mails: hasMail(project),
  }
}

/** A list that can be asked for as soon as everything runs, for the first steps in the README. */
function firstList({ services }: Project) {
  for (const { port, resources } of services) {
    const listed = resources.find(({ operations }) => operations.includes('list'))
    if (listed && port !== null) return { port, path: listed.entity.path.slice(1) }
  }
  return null
}
