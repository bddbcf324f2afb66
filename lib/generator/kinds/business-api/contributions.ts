import { kebabCase } from '@/lib/topology/naming'
import { apiContainer, hostOf, required, tokenVariable, urlOf, urlVariable } from '../../compose'
import type { Contributions, ImportContract, Setting } from '../../contributions'
import { systemNeeds } from '../../external-systems/system-needs'
import type { Service } from '../../project'
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
    contracts: contracts(name),
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

function contracts(name: string): readonly ImportContract[] {
  return [
    {
      id: `layers-of-${kebabCase(name)}`,
      name: `Layers of ${name}`,
      type: 'layers',
      containers: [name],
      layers: ['__main__', 'main', 'api', 'container', 'infrastructure', 'application', 'domain'],
    },
    {
      id: `pure-domain-of-${kebabCase(name)}`,
      name: `The domain of ${name} knows neither frameworks nor input and output`,
      type: 'forbidden',
      source_modules: [`${name}.domain`],
      forbidden_modules: [
        'fastapi',
        'httpx',
        'pydantic',
        'pydantic_settings',
        'shared',
        'starlette',
        'structlog',
      ],
    },
    {
      id: `pure-application-of-${kebabCase(name)}`,
      name: `The application of ${name} knows neither web nor network`,
      type: 'forbidden',
      source_modules: [`${name}.application`],
      forbidden_modules: ['fastapi', 'httpx', 'pydantic', 'shared.http_client', 'shared.web', 'starlette'],
      allow_indirect_imports: true,
    },
  ]
}
