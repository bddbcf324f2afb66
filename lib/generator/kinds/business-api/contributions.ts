import { apiContainer, hostOf, required, tokenVariable, urlOf, urlVariable } from '../../compose'
import type { Contributions, Setting } from '../../contributions'
import { systemNeeds } from '../../external-systems/system-needs'
import { serviceWorkload } from '../../kubernetes/service-workload'
import type { Workload } from '../../kubernetes/workload'
import type { Project, Service } from '../../project'
import { layerContracts } from '../../python/contracts'
import { rabbitmqServer } from '../../rabbitmq'
import { redisServer } from '../../redis'
import { limitsRequests, redisLimits, usesRedis } from '../../redis-uses'
import { needsOf, type ServerNeeds, spare } from '../../servers'
import { portLine, tokenLines } from '../../variables'

/** A request that is being answered may ask others for five seconds, several times in a row. */
const STOP_SECONDS = 25

/** What a Business API adds to the files that all services share. */
export function contribute(service: Service, project: Project): Contributions {
  const { name, upstreams, publishes } = service
  const needs = needsOf([
    ...(publishes.length > 0 ? [rabbitmqServer(project.name)] : []),
    // Without it everything goes on, only slower.
    ...(usesRedis(service) ? [spare(redisServer())] : []),
  ])
  const limits = redisLimits(service)
  const environment = environmentOf(service, needs, limits.environment)
  return {
    description: 'Business API: it works with data through data APIs alone.',
    requirements: ['fastapi', 'httpx', 'pydantic', `shared[${extras(service).join(',')}]`],
    settings: [...settings(service), ...needs.settings],
    ...needs.shared,
    variables: [
      ...needs.shared.variables,
      ...limits.variables,
      ...(upstreams.length > 0 ? tokenLines([name]) : []),
      ...systemNeeds(service).variables,
      ...portLine(service),
    ],
    containers: { ...needs.shared.containers, [hostOf(name)]: container(service, needs, environment) },
    workloads: { ...needs.shared.workloads, [hostOf(name)]: workload(service, needs, environment) },
    contracts: layerContracts(name, layers(service)),
  }
}

function extras(service: Service): readonly string[] {
  return [
    'http',
    ...(service.publishes.length > 0 ? ['messaging'] : []),
    ...(usesRedis(service) ? ['redis'] : []),
    'web',
  ]
}

function settings(service: Service): readonly Setting[] {
  const { name, upstreams } = service
  const addresses = upstreams.map(({ service }) => ({
    name: urlVariable(service),
    example: 'http://localhost',
  }))
  return [
    ...(upstreams.length > 0 ? [{ name: tokenVariable(name), example: null }] : []),
    ...addresses,
    ...systemNeeds(service).settings,
  ]
}

type Environment = Readonly<Record<string, string>>

function environmentOf(service: Service, needs: ServerNeeds, limits: Environment): Environment {
  const { name, upstreams } = service
  const token = tokenVariable(name)
  const addresses = upstreams.map((call) => [urlVariable(call.service), urlOf(call)])
  return {
    ...(upstreams.length > 0 && { [token]: required(token) }),
    ...Object.fromEntries(addresses),
    ...systemNeeds(service).environment,
    ...needs.environment,
    ...limits,
  }
}

/** In a cluster it is one of several, behind the proxy that brings requests from outside. */
function workload(service: Service, needs: ServerNeeds, environment: Environment): Workload {
  return serviceWorkload(service, {
    environment,
    ...(limitsRequests(service) && { inCluster: { TRUSTED_PROXIES: '1' } }),
    mayBeSecret: systemNeeds(service).variables.map(({ name }) => name),
    reaches: needs.reaches,
    scale: { least: 2, most: 10 },
    stopSeconds: STOP_SECONDS,
    isPublic: true,
  })
}

function container(service: Service, needs: ServerNeeds, environment: Environment) {
  const { upstreams } = service
  return apiContainer(service, {
    environment,
    networks: ['app'],
    dependsOn: {
      ...needs.dependsOn,
      ...Object.fromEntries(upstreams.map((call) => [hostOf(call.service), 'healthy'] as const)),
      ...systemNeeds(service).dependsOn,
    },
  })
}

/** Its layers, the outermost first; one that has nothing to offer or to do has no more than the web. */
function layers({ resources, uses, useCases, systems }: Service): readonly string[] {
  const reaches = resources.length + uses.length + systems.length > 0
  return [
    '__main__',
    'main',
    'api',
    'container',
    ...(reaches ? ['infrastructure'] : []),
    ...(reaches || useCases.length > 0 ? ['application', 'domain'] : []),
  ]
}
