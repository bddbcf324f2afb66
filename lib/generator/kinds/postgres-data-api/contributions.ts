import { kebabCase } from '@/lib/topology/naming'
import type { Contributions, ImportContract } from '../../contributions'
import type { Project, Service } from '../../project'

/** What a data API of PostgreSQL adds to the files that all services share. */
export function contribute(service: Service, _project: Project): Contributions {
  return {
    description: 'Data API: it alone reads and writes the PostgreSQL database.',
    requirements: [
      'alembic',
      'argon2-cffi',
      'asyncpg',
      'fastapi',
      'pydantic',
      'shared[web]',
      'sqlalchemy[asyncio]',
    ],
    checkRequirements: ['asyncpg-stubs'],
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
      layers: ['main', 'api | infrastructure', 'application'],
    },
    {
      id: `pure-application-of-${kebabCase(name)}`,
      name: `The application of ${name} knows neither web nor database`,
      type: 'forbidden',
      source_modules: [`${name}.application`],
      forbidden_modules: ['alembic', 'asyncpg', 'fastapi', 'httpx', 'sqlalchemy', 'starlette'],
    },
  ]
}
