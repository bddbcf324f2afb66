import { kebabCase } from '@/lib/topology/naming'
import { apiContainer, hostOf, oneShotContainer, required, tokenVariable } from '../../compose'
import type { Contributions, ImportContract } from '../../contributions'
import {
  POSTGRES_HOST,
  POSTGRES_VOLUME,
  postgresContainer,
  postgresPortVariable,
  postgresTestServer,
  postgresUrl,
  postgresVariables,
} from '../../postgres'
import type { Project, Service } from '../../project'
import { portLine, tokenLines } from '../../variables'

/** What a data API of PostgreSQL adds to the files that all services share. */
export function contribute(service: Service, { name: project }: Project): Contributions {
  const callers = service.callers.map((call) => call.service)
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
    settings: [
      { name: 'DATABASE_URL', example: 'postgresql+asyncpg://localhost/description' },
      ...callers.map((caller) => ({ name: tokenVariable(caller), example: null })),
    ],
    variables: [
      ...postgresVariables,
      ...tokenLines(callers),
      ...portLine(service),
      ...portLine(postgresPortVariable),
    ],
    containers: containers(service, project, callers),
    volumes: [POSTGRES_VOLUME],
    migrations: [migrationOf(service)],
    testServers: [postgresTestServer],
    contracts: contracts(service.name),
  }
}

function migrationOf({ name }: Service): string {
  return `${hostOf(name)}-migrate`
}

function containers(
  service: Service,
  project: string,
  callers: readonly string[],
): Contributions['containers'] {
  const tokens = Object.fromEntries(callers.map(tokenVariable).map((name) => [name, required(name)]))
  const database = { DATABASE_URL: postgresUrl(project) }
  const migrate = ['alembic', `--config=services/${service.name}/alembic.ini`, 'upgrade', 'head']
  return {
    [POSTGRES_HOST]: postgresContainer(project),
    [migrationOf(service)]: oneShotContainer(service, migrate, {
      environment: database,
      networks: ['data'],
      dependsOn: { [POSTGRES_HOST]: 'healthy' },
    }),
    [hostOf(service.name)]: apiContainer(service, {
      environment: { ...database, ...tokens },
      networks: ['app', 'data'],
      dependsOn: { [migrationOf(service)]: 'completed_successfully', [POSTGRES_HOST]: 'healthy' },
    }),
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
