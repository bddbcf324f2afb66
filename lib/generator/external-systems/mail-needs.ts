import { screamingCase } from '@/lib/topology/naming'
import type { Setting, Variable } from '../contributions'
import { MAIL_HOST, MAIL_PORT, mailServer } from '../mail'
import type { Service } from '../project'
import type { Server } from '../servers'

const HEADING =
  'Mail servers, smtp:// with STARTTLS or smtps://, ?from= says who writes; uncomment to send mail for real'

/** Where mail goes while developing: to a server that shows it and sends nothing on. */
const SINK = `smtp://${MAIL_HOST}:${MAIL_PORT}?from=robot@example.org`

/** What a service has to be told of the servers that it sends mail by. */
export function mailNeeds({ mailServers }: Pick<Service, 'mailServers'>): {
  readonly variables: readonly Variable[]
  readonly settings: readonly Setting[]
  readonly environment: Readonly<Record<string, string>>
  readonly servers: readonly Server[]
} {
  return {
    variables: mailServers.map(({ variable }) => ({ name: variable, heading: HEADING, default: SINK })),
    settings: mailServers.map(({ variable }) => ({
      name: variable,
      example: 'smtp://127.0.0.1:9?from=robot@example.org',
    })),
    environment: Object.fromEntries(
      mailServers.map(({ variable }) => [variable, `\${${variable}:-${SINK}}`]),
    ),
    servers: mailServers.length > 0 ? [mailServer()] : [],
  }
}

/** What the templates of a service see of the servers that it sends mail by. */
export function mailersOf({ mailServers }: Pick<Service, 'mailServers'>) {
  return mailServers.map(({ name, variable }) => ({
    name,
    variable,
    isApi: false,
    /** The variable has another name than the setting. */
    alias: variable === `${screamingCase(name)}_URL` ? null : variable,
  }))
}
