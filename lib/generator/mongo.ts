import { type ComposeService, loopbackPort, required } from './compose'
import type { TestServer, Variable } from './contributions'
import { statefulWorkload } from './kubernetes/server-workload'
import type { Reach, Workload } from './kubernetes/workload'

const IMAGE = 'mongo:8'
const PORT = 27017
const PING = 'db.adminCommand({ping: 1}).ok'
const PASSWORD = 'MONGO_PASSWORD'
/** How the database is asked whether it answers. */
const QUESTION = ['mongosh', '--quiet', '--eval', PING] as const

/** The host name of the database among the containers. */
export const MONGO_HOST = 'mongo'
export const MONGO_VOLUME = 'mongo-data'

/** What the database is told when it starts for the first time. */
function environmentOf(project: string) {
  return {
    MONGO_INITDB_ROOT_USERNAME: project,
    MONGO_INITDB_ROOT_PASSWORD: required(PASSWORD),
  }
}

/** Where the data API finds the database in a cluster. */
export const mongoReach: Reach = { host: MONGO_HOST, port: PORT }

/** The MongoDB of a project in a cluster. */
export function mongoWorkload(project: string): Workload {
  return statefulWorkload({
    host: MONGO_HOST,
    component: 'database',
    image: IMAGE,
    port: { name: 'mongo', number: PORT },
    environment: environmentOf(project),
    runsAs: { user: 999, group: 999 },
    data: { folder: '/data/db', gibibytes: 20 },
    scratch: { configdb: '/data/configdb', tmp: '/tmp' },
    ready: { exec: { command: [...QUESTION] } },
    live: { tcpSocket: { port: PORT } },
    memory: { sure: 512, most: 1024 },
    stopSeconds: 120,
  })
}

/** The MongoDB of a project, as a container with a volume. */
export function mongoContainer(project: string): ComposeService {
  return {
    image: IMAGE,
    environment: environmentOf(project),
    ports: [loopbackPort('MONGO_PORT', PORT)],
    volumes: [`${MONGO_VOLUME}:/data/db`],
    networks: ['data'],
    healthcheck: {
      test: ['CMD', ...QUESTION],
      interval: '5s',
      timeout: '5s',
      retries: 30,
    },
    restart: 'unless-stopped',
  }
}

/** Where the data API finds it. */
export function mongoUrl(project: string): string {
  return `mongodb://${project}:${required(PASSWORD)}@${MONGO_HOST}:${PORT}/${project}?authSource=admin`
}

export const mongoVariables: readonly Variable[] = [
  { name: PASSWORD, heading: 'Password of the MongoDB database', default: null },
]

export const mongoPortVariable = { name: 'MONGO_PORT', default: String(PORT) } as const

/** The server of the integration tests in CI. */
export const mongoTestServer: TestServer = {
  name: MONGO_HOST,
  variable: 'TEST_MONGO_URL',
  url: `mongodb://127.0.0.1:${PORT}`,
  container: {
    image: IMAGE,
    ports: [`${PORT}:${PORT}`],
    options: `--health-cmd "mongosh --quiet --eval '${PING}'" --health-interval 5s --health-retries 30`,
  },
}
