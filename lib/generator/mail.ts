import { loopbackPort } from './compose'
import type { Server } from './servers'
import { portLine } from './variables'

const CONSOLE_PORT = 8025

/** The host name of the mail sink among the containers, and where it listens. */
export const MAIL_HOST = 'mail'
export const MAIL_PORT = 1025

/** A mail server of development: it keeps what it is given, and shows it on a page instead of sending it on. */
export function mailServer(): Server {
  return {
    host: MAIL_HOST,
    container: {
      image: 'axllent/mailpit:v1.27',
      environment: { MP_SMTP_AUTH_ACCEPT_ANY: 'true', MP_SMTP_AUTH_ALLOW_INSECURE: 'true' },
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
