import { kebabCase } from '@/lib/topology/naming'
import type { Contributions, ImportContract } from '../../contributions'
import type { Project, Service } from '../../project'

/** What a Business API adds to the files that all services share. */
export function contribute(service: Service, _project: Project): Contributions {
  return {
    description: 'Business API: it works with data through data APIs alone.',
    requirements: ['fastapi', 'httpx', 'pydantic', 'shared[http,web]'],
    variables: [],
    containers: {},
    contracts: contracts(service.name),
  }
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
