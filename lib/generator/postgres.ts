import { type ComposeService, loopbackPort, required } from './compose'
import type { TestServer, Variable } from './contributions'

const IMAGE = 'postgres:17-alpine'
const PORT = 5432

/** The host name of the database among the containers. */
export const POSTGRES_HOST = 'postgres'
export const POSTGRES_VOLUME = 'postgres-data'

/** The database of a project, as a container with a volume. */
export function postgresContainer(project: string): ComposeService {
  return {
    image: IMAGE,
    environment: {
      POSTGRES_DB: project,
      POSTGRES_USER: project,
      POSTGRES_PASSWORD: required('POSTGRES_PASSWORD'),
    },
    ports: [loopbackPort('POSTGRES_PORT', PORT)],
    volumes: [`${POSTGRES_VOLUME}:/var/lib/postgresql/data`],
    networks: ['data'],
    healthcheck: {
      test: ['CMD', 'pg_isready', `--username=${project}`, `--dbname=${project}`],
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
