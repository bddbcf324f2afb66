import { loopbackPort } from './compose'
import { SERVICE_USER } from './kubernetes/pod'
import { developmentWorkload } from './kubernetes/server-workload'
import type { Workload } from './kubernetes/workload'
import type { Server } from './servers'
import { portLine } from './variables'

const IMAGE = 'axllent/mailpit:v1.27'
const CONSOLE_PORT = 8025

/** The host name of the mail sink among the containers, and where it listens. */
export const MAIL_HOST = 'mail'
export const MAIL_PORT = 1025

const ENVIRONMENT = { MP_SMTP_AUTH_ACCEPT_ANY: 'true', MP_SMTP_AUTH_ALLOW_INSECURE: 'true' }

/** In a cluster it is there while developing only, too. */
function mailWorkload(): Workload {
  const probe = (path: string) => ({ httpGet: { path, port: CONSOLE_PORT } })
  return developmentWorkload({
    host: MAIL_HOST,
    component: 'mail',
    image: IMAGE,
    port: { name: 'smtp', number: MAIL_PORT },
    environment: ENVIRONMENT,
    runsAs: SERVICE_USER,
    data: null,
    scratch: {},
    ready: probe('/readyz'),
    live: probe('/livez'),
    memory: { sure: 32, most: 128 },
    stopSeconds: 10,
  })
}

/** A mail server of development: it keeps what it is given, and shows it on a page instead of sending it on. */
export function mailServer(): Server {
  return {
    host: MAIL_HOST,
    workload: mailWorkload(),
    port: MAIL_PORT,
    container: {
      image: IMAGE,
      environment: ENVIRONMENT,
      ports: [loopbackPort('MAIL_CONSOLE_PORT', CONSOLE_PORT)],
      networks: ['app'],
      healthcheck: { test: ['CMD', '/mailpit', 'readyz'], interval: '2s', timeout: '3s', retries: 30 },
      restart: 'unless-stopped',
    },
    volume: null,
    variables: [],
    ports: portLine({ name: 'MAIL_CONSOLE_PORT', default: String(CONSOLE_PORT) }),
    console: { host: MAIL_HOST, shows: 'Mails that were sent', port: CONSOLE_PORT, login: null },
    environment: {},
    settings: [],
    testServers: [],
  }
}
