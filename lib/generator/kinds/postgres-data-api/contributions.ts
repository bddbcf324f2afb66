import { apiContainer, hostOf, oneShotContainer, required, tokenVariable } from '../../compose'
import type { Contributions } from '../../contributions'
import { jobWorkload, serviceWorkload } from '../../kubernetes/service-workload'
import {
  POSTGRES_HOST,
  POSTGRES_VOLUME,
  postgresContainer,
  postgresPortVariable,
  postgresReach,
  postgresTestServer,
  postgresUrl,
  postgresVariables,
  postgresWorkload,
} from '../../postgres'
import type { Project, Service } from '../../project'
import { portLine, tokenLines } from '../../variables'
import { dataApiContracts } from '../data-api/contracts'

/** Each process takes up to ten of the hundred connections that PostgreSQL has. */
const SCALE = { least: 2, most: 5 } as const
/** Statements end within five seconds; a request may have several. */
const STOP_SECONDS = 25

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
    workloads: workloads(service, project, callers),
    volumes: [POSTGRES_VOLUME],
    migrations: [migrationOf(service)],
    testServers: [postgresTestServer],
    contracts: dataApiContracts(service.name, ['alembic', 'asyncpg', 'sqlalchemy']),
  }
}

function migrationOf({ name }: Service): string {
  return `${hostOf(name)}-migrate`
}

function databaseOf(project: string) {
  return { DATABASE_URL: postgresUrl(project) }
}

function tokensOf(callers: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(callers.map(tokenVariable).map((name) => [name, required(name)]))
}

/** Brings the database to the newest schema. */
function migrate({ name }: Service): readonly string[] {
  return ['alembic', `--config=services/${name}/alembic.ini`, 'upgrade', 'head']
}

/** In a cluster it alone talks to the database, and so do its migrations. */
function workloads(
  service: Service,
  project: string,
  callers: readonly string[],
): Contributions['workloads'] {
  const migration = migrationOf(service)
  return {
    [POSTGRES_HOST]: postgresWorkload(project),
    [migration]: jobWorkload(service, migration, migrate(service), {
      environment: databaseOf(project),
      reaches: [postgresReach],
    }),
    [hostOf(service.name)]: serviceWorkload(service, {
      environment: { ...databaseOf(project), ...tokensOf(callers) },
      scale: SCALE,
      stopSeconds: STOP_SECONDS,
    }),
  }
}

function containers(
  service: Service,
  project: string,
  callers: readonly string[],
): Contributions['containers'] {
  const database = databaseOf(project)
  return {
    [POSTGRES_HOST]: postgresContainer(project),
    [migrationOf(service)]: oneShotContainer(service, migrate(service), {
      environment: database,
      networks: ['data'],
      dependsOn: { [POSTGRES_HOST]: 'healthy' },
    }),
    [hostOf(service.name)]: apiContainer(service, {
      environment: { ...database, ...tokensOf(callers) },
      networks: ['app', 'data'],
      dependsOn: { [migrationOf(service)]: 'completed_successfully', [POSTGRES_HOST]: 'healthy' },
    }),
  }
}
