import { loopbackPort, required } from './compose'
import type { TestServer } from './contributions'
import { statefulWorkload } from './kubernetes/server-workload'
import type { Reach, Workload } from './kubernetes/workload'
import { redisTestServer } from './redis'
import type { Server } from './servers'
import { portLine } from './variables'

const IMAGE = 'rabbitmq:4-alpine'
const PORT = 5672
const CONSOLE_PORT = 15672

/** The host name of the broker among the containers. */
export const RABBITMQ_HOST = 'rabbitmq'
/** Where the broker is for whoever is among the containers. */
/** Where it is in a cluster. */
export const RABBITMQ_REACH: Reach = { host: RABBITMQ_HOST, port: PORT }
export const RABBITMQ_ADDRESS = `${RABBITMQ_HOST}:${PORT}`
const VOLUME = 'rabbitmq-data'
const PASSWORD = 'RABBITMQ_PASSWORD'

/** Starting an Erlang program takes a second or two, also one that only asks how it is. */
const HEALTHCHECK = {
  test: ['CMD', 'rabbitmq-diagnostics', '--quiet', 'check_port_connectivity'],
  interval: '5s',
  timeout: '10s',
  start_period: '60s',
  retries: 12,
} as const

/** Where a service finds the broker. */
export function rabbitmqUrl(project: string): string {
  return `amqp://${project}:${required(PASSWORD)}@${RABBITMQ_ADDRESS}/`
}

/** What the broker is told when it starts for the first time. */
function rabbitmqEnvironment(project: string) {
  return { RABBITMQ_DEFAULT_USER: project, RABBITMQ_DEFAULT_PASS: required(PASSWORD) }
}

/** The broker in a cluster: its cookie is made anew each time, what it keeps stays. */
function rabbitmqWorkload(project: string): Workload {
  const diagnose = (...question: string[]) => ({
    exec: { command: ['rabbitmq-diagnostics', '--quiet', ...question] },
  })
  return statefulWorkload({
    host: RABBITMQ_HOST,
    component: 'broker',
    image: IMAGE,
    port: { name: 'amqp', number: PORT },
    environment: rabbitmqEnvironment(project),
    runsAs: { user: 100, group: 101 },
    data: { folder: '/var/lib/rabbitmq/mnesia', gibibytes: 10 },
    scratch: { home: '/var/lib/rabbitmq' },
    ready: diagnose('check_port_connectivity'),
    live: diagnose('ping'),
    memory: { sure: 512, most: 1024 },
    stopSeconds: 120,
  })
}

/** RabbitMQ with the page that shows its queues. */
export function rabbitmqServer(project: string): Server {
  return {
    host: RABBITMQ_HOST,
    workload: rabbitmqWorkload(project),
    port: PORT,
    container: {
      image: 'rabbitmq:4-management-alpine',
      // What it keeps is kept under the name of its host, which would be another one each time.
      hostname: RABBITMQ_HOST,
      environment: rabbitmqEnvironment(project),
      ports: [loopbackPort('RABBITMQ_PORT', PORT), loopbackPort('RABBITMQ_CONSOLE_PORT', CONSOLE_PORT)],
      volumes: [`${VOLUME}:/var/lib/rabbitmq`],
      networks: ['app'],
      healthcheck: HEALTHCHECK,
      restart: 'unless-stopped',
    },
    volume: VOLUME,
    variables: [{ name: PASSWORD, heading: 'Password of RabbitMQ', default: null }],
    ports: [
      ...portLine({ name: 'RABBITMQ_PORT', default: String(PORT) }),
      ...portLine({ name: 'RABBITMQ_CONSOLE_PORT', default: String(CONSOLE_PORT) }),
    ],
    console: {
      host: RABBITMQ_HOST,
      shows: 'Queues and their messages',
      port: CONSOLE_PORT,
      login: { user: project, password: PASSWORD },
    },
    environment: { RABBITMQ_URL: rabbitmqUrl(project) },
    settings: [{ name: 'RABBITMQ_URL', example: 'amqp://localhost' }],
    testServers: messageTestServers,
  }
}

/** The broker of the integration tests in CI. */
const rabbitmqTestServer: TestServer = {
  name: RABBITMQ_HOST,
  variable: 'TEST_RABBITMQ_URL',
  url: `amqp://guest:guest@127.0.0.1:${PORT}/`,
  container: {
    image: IMAGE,
    ports: [`${PORT}:${PORT}`],
    options:
      '--health-cmd "rabbitmq-diagnostics --quiet check_port_connectivity" --health-interval 5s --health-timeout 10s --health-retries 24',
  },
}

/** What the tests of messages look for: what is consumed is remembered in Redis. */
export const messageTestServers: readonly TestServer[] = [rabbitmqTestServer, redisTestServer]
