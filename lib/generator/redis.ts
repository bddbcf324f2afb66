import { loopbackPort, required } from './compose'
import type { TestServer } from './contributions'
import { statefulWorkload } from './kubernetes/server-workload'
import type { Reach, Workload } from './kubernetes/workload'
import type { Server } from './servers'
import { portLine } from './variables'

const IMAGE = 'redis:8-alpine'
const PORT = 6379

/** The host name of Redis among the containers. */
export const REDIS_HOST = 'redis'
/** Where it is in a cluster. */
export const REDIS_REACH: Reach = { host: REDIS_HOST, port: PORT }
const VOLUME = 'redis-data'
const PASSWORD = 'REDIS_PASSWORD'

/** Where a service finds Redis. */
export function redisUrl(): string {
  return `redis://:${required(PASSWORD)}@${REDIS_HOST}:${PORT}/0`
}

/** How Redis is started, where its password is written like this. */
function command(password: string): readonly string[] {
  return [
    'redis-server',
    '--appendonly',
    'yes',
    '--maxmemory-policy',
    'noeviction',
    '--requirepass',
    password,
  ]
}

const ENVIRONMENT = { REDISCLI_AUTH: required(PASSWORD) }
const PING = ['redis-cli', '-e', 'ping']

function redisWorkload(): Workload {
  return statefulWorkload({
    host: REDIS_HOST,
    component: 'store',
    image: IMAGE,
    port: { name: 'redis', number: PORT },
    // It refuses writes rather than to be ended for the memory that it takes.
    args: [...command('$(REDISCLI_AUTH)'), '--maxmemory', '384mb'],
    environment: ENVIRONMENT,
    runsAs: { user: 999, group: 1000 },
    data: { folder: '/data', gibibytes: 5 },
    scratch: {},
    ready: { exec: { command: PING } },
    // While it reads its data it says that it is not ready; it lives all the same.
    live: { tcpSocket: { port: PORT } },
    memory: { sure: 128, most: 512 },
    stopSeconds: 30,
  })
}

/** Redis that forgets nothing on its own: what is kept there to do things once must not make room for a cache. */
export function redisServer(): Server {
  return {
    host: REDIS_HOST,
    workload: redisWorkload(),
    port: PORT,
    container: {
      image: IMAGE,
      command: command(required(PASSWORD)),
      environment: ENVIRONMENT,
      ports: [loopbackPort('REDIS_PORT', PORT)],
      volumes: [`${VOLUME}:/data`],
      networks: ['app'],
      healthcheck: {
        test: ['CMD', ...PING],
        interval: '2s',
        timeout: '3s',
        retries: 30,
      },
      restart: 'unless-stopped',
    },
    volume: VOLUME,
    variables: [{ name: PASSWORD, heading: 'Password of Redis', default: null }],
    ports: portLine({ name: 'REDIS_PORT', default: String(PORT) }),
    console: null,
    environment: { REDIS_URL: redisUrl() },
    settings: [{ name: 'REDIS_URL', example: 'redis://localhost' }],
    testServers: [redisTestServer],
  }
}

/** The Redis of the integration tests in CI. */
export const redisTestServer: TestServer = {
  name: REDIS_HOST,
  variable: 'TEST_REDIS_URL',
  url: `redis://127.0.0.1:${PORT}/0`,
  container: {
    image: IMAGE,
    ports: [`${PORT}:${PORT}`],
    options: '--health-cmd "redis-cli -e ping" --health-interval 2s --health-retries 30',
  },
}
