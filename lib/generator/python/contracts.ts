import { kebabCase } from '@/lib/topology/naming'
import type { ImportContract } from '../contributions'
import type { Project } from '../project'

const DRIVERS = ['alembic', 'asyncpg', 'psycopg', 'psycopg2', 'pymongo', 'sqlalchemy']

/** The laws of the architecture that hold between services, as contracts about imports. */
export function generalContracts({ services }: Project): readonly ImportContract[] {
  const names = services.map(({ name }) => name)
  const withoutDatabase = services.filter(({ engine }) => engine === null).map(({ name }) => name)
  return [
    ...independence(names),
    ...sharedKnowsNone(names),
    {
      id: 'direct-database-access',
      name: 'Only data APIs talk to a database',
      type: 'forbidden',
      source_modules: [...withoutDatabase, 'shared'],
      forbidden_modules: DRIVERS,
    },
  ]
}

function independence(modules: readonly string[]): readonly ImportContract[] {
  if (modules.length < 2) return []
  const name = 'Services talk over HTTP, never by imports'
  return [{ id: 'services-are-independent', name, type: 'independence', modules }]
}

function sharedKnowsNone(services: readonly string[]): readonly ImportContract[] {
  if (services.length === 0) return []
  return [
    {
      id: 'shared-knows-no-service',
      name: 'Shared code knows no service',
      type: 'forbidden',
      source_modules: ['shared'],
      forbidden_modules: services,
    },
  ]
}

/** The layers of a service, the outermost first; what it has of domain and application keeps to itself. */
export function layerContracts(name: string, layers: readonly string[]): readonly ImportContract[] {
  const has = new Set(layers)
  return [
    {
      id: `layers-of-${kebabCase(name)}`,
      name: `Layers of ${name}`,
      type: 'layers',
      containers: [name],
      layers,
    },
    ...(has.has('domain') ? [pureDomain(name)] : []),
    ...(has.has('application') ? [pureApplication(name)] : []),
  ]
}

function pureDomain(name: string): ImportContract {
  return {
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
  }
}

function pureApplication(name: string): ImportContract {
  return {
    id: `pure-application-of-${kebabCase(name)}`,
    name: `The application of ${name} knows neither web nor network`,
    type: 'forbidden',
    source_modules: [`${name}.application`],
    forbidden_modules: ['fastapi', 'httpx', 'pydantic', 'shared.http_client', 'shared.web', 'starlette'],
    allow_indirect_imports: true,
  }
}
