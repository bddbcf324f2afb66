import { apiContainer, hostOf, required, tokenVariable, urlOf, urlVariable } from '../../compose'
import type { Contributions, Setting } from '../../contributions'
import { systemNeeds } from '../../external-systems/system-needs'
import type { Service } from '../../project'
import { layerContracts } from '../../python/contracts'
import { portLine, tokenLines } from '../../variables'

/** What a Business API adds to the files that all services share. */
export function contribute(service: Service): Contributions {
  const { name, upstreams } = service
  return {
    description: 'Business API: it works with data through data APIs alone.',
    requirements: ['fastapi', 'httpx', 'pydantic', 'shared[http,web]'],
    settings: settings(service),
    variables: [
      ...(upstreams.length > 0 ? tokenLines([name]) : []),
      ...systemNeeds(service).variables,
      ...portLine(service),
    ],
    containers: { [hostOf(name)]: container(service) },
    contracts: layerContracts(name, layers(service)),
  }
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

function container(service: Service) {
  const { name, upstreams } = service
  const token = tokenVariable(name)
  const addresses = upstreams.map((call) => [urlVariable(call.service), urlOf(call)])
  return apiContainer(service, {
    environment: {
      ...(upstreams.length > 0 && { [token]: required(token) }),
      ...Object.fromEntries(addresses),
      ...systemNeeds(service).environment,
    },
    networks: ['app'],
    dependsOn: Object.fromEntries(upstreams.map((call) => [hostOf(call.service), 'healthy'])),
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
