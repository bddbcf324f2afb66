import { type ComposeService, loopbackPort, required } from './compose'
import type { TestServer, Variable } from './contributions'
import { statefulWorkload } from './kubernetes/server-workload'
import type { Reach, Workload } from './kubernetes/workload'

const IMAGE = 'postgres:17-alpine'
const PORT = 5432

/** The host name of the database among the containers. */
export const POSTGRES_HOST = 'postgres'
export const POSTGRES_VOLUME = 'postgres-data'

/** What the database is told when it starts for the first time. */
function environmentOf(project: string) {
  return {
    POSTGRES_DB: project,
    POSTGRES_USER: project,
    POSTGRES_PASSWORD: required('POSTGRES_PASSWORD'),
  }
}

/** How the database is asked whether it answers. */
function question(project: string): readonly string[] {
  return ['pg_isready', `--username=${project}`, `--dbname=${project}`]
}

/** Where whoever stores finds the database in a cluster. */
export const postgresReach: Reach = { host: POSTGRES_HOST, port: PORT }

/** The database of a project in a cluster. */
export function postgresWorkload(project: string): Workload {
  const data = '/var/lib/postgresql/data'
  return statefulWorkload({
    host: POSTGRES_HOST,
    component: 'database',
    image: IMAGE,
    port: { name: 'postgres', number: PORT },
    // The root of a volume may hold what the file system put there, and PostgreSQL wants an empty folder.
    environment: { ...environmentOf(project), PGDATA: `${data}/pgdata` },
    runsAs: { user: 70, group: 70 },
    data: { folder: data, gibibytes: 20 },
    scratch: { run: '/var/run/postgresql' },
    // While it makes its first database it answers on its socket alone.
    ready: { exec: { command: [...question(project), '--host=127.0.0.1'] } },
    live: { tcpSocket: { port: PORT } },
    memory: { sure: 256, most: 1024 },
    stopSeconds: 120,
  })
}

/** The database of a project, as a container with a volume. */
export function postgresContainer(project: string): ComposeService {
  return {
    image: IMAGE,
    environment: environmentOf(project),
    ports: [loopbackPort('POSTGRES_PORT', PORT)],
    volumes: [`${POSTGRES_VOLUME}:/var/lib/postgresql/data`],
    networks: ['data'],
    healthcheck: {
      test: ['CMD', ...question(project)],
      interval: '2s',
      timeout: '3s',
      retries: 30,
    },
    restart: 'unless-stopped',
  }
}

/** Where the data API finds it. */
export function postgresUrl(project: string): string {
  return `postgresql+asyncpg://${project}:${required('POSTGRES_PASSWORD')}@${POSTGRES_HOST}:${PORT}/${project}`
}

export const postgresVariables: readonly Variable[] = [
  { name: 'POSTGRES_PASSWORD', heading: 'Password of the PostgreSQL database', default: null },
]

export const postgresPortVariable = { name: 'POSTGRES_PORT', default: String(PORT) } as const

/** The server of the integration tests in CI. */
export const postgresTestServer: TestServer = {
  name: POSTGRES_HOST,
  variable: 'TEST_POSTGRES_URL',
  url: `postgresql://postgres@127.0.0.1:${PORT}/postgres`,
  container: {
    image: IMAGE,
    env: { POSTGRES_HOST_AUTH_METHOD: 'trust' },
    ports: [`${PORT}:${PORT}`],
    options: '--health-cmd pg_isready --health-interval 2s --health-retries 30',
  },
}
