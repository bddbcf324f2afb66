import { apiContainer, hostOf, required, tokenVariable, urlOf, urlVariable } from '../../compose'
import type { Contributions } from '../../contributions'
import { mailNeeds } from '../../external-systems/mail-needs'
import { systemNeeds } from '../../external-systems/system-needs'
import { serviceWorkload } from '../../kubernetes/service-workload'
import type { Project, Service } from '../../project'
import { layerContracts } from '../../python/contracts'
import { redisLimits, remembersInRedis, usesRedis } from '../../redis-uses'
import { tokenLines } from '../../variables'
import { programsOf } from './programs'
import { serverNeeds } from './servers'

/** Draining may take 25 seconds (`DRAIN_SECONDS`), closing the connections a few more. */
const STOP_SECONDS = 40

/** What a worker adds to the files that all services share. */
export function contribute(service: Service, project: Project): Contributions {
  const { name, upstreams } = service
  const needs = serverNeeds(service, project)
  const hasUpstreams = upstreams.length > 0
  const outside = [systemNeeds(service), mailNeeds(service)]
  const addresses = upstreams.map((call) => [urlVariable(call.service), urlOf(call)] as const)
  const token = tokenVariable(name)
  const limits = redisLimits(service)
  const environment = {
    ...(hasUpstreams && { [token]: required(token) }),
    ...Object.fromEntries(addresses),
    ...Object.assign({}, ...outside.map(({ environment }) => environment)),
    ...needs.environment,
    ...limits.environment,
  }
  return {
    description: 'Worker: it does its work when messages come, and by the clock.',
    requirements: [
      ...(hasUpstreams || service.systems.length > 0 ? ['httpx', 'pydantic'] : []),
      `shared[${extras(service).join(',')}]`,
    ],
    settings: [
      ...(hasUpstreams ? [{ name: token, example: null }] : []),
      ...addresses.map(([variable]) => ({ name: variable, example: 'http://localhost' })),
      ...outside.flatMap(({ settings }) => settings),
      ...needs.settings,
    ],
    variables: [
      ...(hasUpstreams ? tokenLines([name]) : []),
      ...outside.flatMap(({ variables }) => variables),
      ...needs.shared.variables,
      ...limits.variables,
    ],
    containers: {
      ...needs.shared.containers,
      [hostOf(name)]: apiContainer(service, {
        environment,
        networks: ['app'],
        dependsOn: {
          ...needs.dependsOn,
          ...Object.fromEntries(upstreams.map((call) => [hostOf(call.service), 'healthy'])),
          ...systemNeeds(service).dependsOn,
        },
      }),
    },
    workloads: {
      ...needs.shared.workloads,
      [hostOf(name)]: serviceWorkload(service, {
        environment,
        inCluster: mailNeeds(service).inCluster,
        whileDeveloping: mailNeeds(service).whileDeveloping,
        mayBeSecret: outside.flatMap(({ variables }) => variables.map(({ name }) => name)),
        reaches: needs.reaches,
        scale: canBeSeveral(service) ? { least: 2, most: 5 } : 'one',
        stopSeconds: STOP_SECONDS,
      }),
    },
    volumes: needs.shared.volumes,
    testServers: needs.shared.testServers,
    consoles: needs.shared.consoles,
    contracts: layerContracts(name, layers(service, programsOf(service, project).hasDomain)),
  }
}

/** Two processes would both do what is due, unless one remembers for the other. */
function canBeSeveral(service: Service): boolean {
  return service.schedules.length === 0 || remembersInRedis(service)
}

function extras(service: Service): readonly string[] {
  const { upstreams, consumes, publishes, systems, mailServers } = service
  return [
    ...(upstreams.length + systems.length > 0 ? ['http'] : []),
    ...(mailServers.length > 0 ? ['mail'] : []),
    ...(consumes.length + publishes.length > 0 ? ['messaging'] : []),
    ...(usesRedis(service) ? ['redis'] : []),
    'schedule',
  ]
}

/** Its layers, the outermost first. */
function layers(
  { handlers, schedules, uses, publishes, systems, mailServers }: Service,
  hasDomain: boolean,
): readonly string[] {
  return [
    '__main__',
    'work',
    'container',
    ...(uses.length + systems.length + publishes.length > 0 ? ['infrastructure'] : []),
    ...(handlers.length + schedules.length + systems.length + mailServers.length > 0 ? ['application'] : []),
    ...(hasDomain || systems.length > 0 ? ['domain'] : []),
  ]
}
