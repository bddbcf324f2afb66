import { apiContainer, hostOf, required, tokenVariable, urlOf, urlVariable } from '../../compose'
import type { Contributions } from '../../contributions'
import type { Project, Service } from '../../project'
import { layerContracts } from '../../python/contracts'
import { tokenLines } from '../../variables'
import { programsOf } from './programs'
import { serverNeeds } from './servers'

/** What a worker adds to the files that all services share. */
export function contribute(service: Service, project: Project): Contributions {
  const { name, upstreams } = service
  const needs = serverNeeds(service, project)
  const hasUpstreams = upstreams.length > 0
  const addresses = upstreams.map((call) => [urlVariable(call.service), urlOf(call)] as const)
  const token = tokenVariable(name)
  return {
    description: 'Worker: it does its work when messages come, and by the clock.',
    requirements: [...(hasUpstreams ? ['httpx', 'pydantic'] : []), `shared[${extras(service).join(',')}]`],
    settings: [
      ...(hasUpstreams ? [{ name: token, example: null }] : []),
      ...addresses.map(([variable]) => ({ name: variable, example: 'http://localhost' })),
      ...needs.settings,
    ],
    variables: [...(hasUpstreams ? tokenLines([name]) : []), ...needs.shared.variables],
    containers: {
      ...needs.shared.containers,
      [hostOf(name)]: apiContainer(service, {
        environment: {
          ...(hasUpstreams && { [token]: required(token) }),
          ...Object.fromEntries(addresses),
          ...needs.environment,
        },
        networks: ['app'],
        dependsOn: {
          ...needs.dependsOn,
          ...Object.fromEntries(upstreams.map((call) => [hostOf(call.service), 'healthy'])),
        },
      }),
    },
    volumes: needs.shared.volumes,
    testServers: needs.shared.testServers,
    consoles: needs.shared.consoles,
    contracts: layerContracts(name, layers(service, programsOf(service, project).hasDomain)),
  }
}

function extras({ upstreams, consumes }: Service): readonly string[] {
  return [
    ...(upstreams.length > 0 ? ['http'] : []),
    ...(consumes.length > 0 ? ['messaging'] : []),
    'schedule',
  ]
}

/** Its layers, the outermost first. */
function layers({ handlers, schedules, uses }: Service, hasDomain: boolean): readonly string[] {
  return [
    '__main__',
    'work',
    'container',
    ...(uses.length > 0 ? ['infrastructure'] : []),
    ...(handlers.length + schedules.length > 0 ? ['application'] : []),
    ...(hasDomain ? ['domain'] : []),
  ]
}
