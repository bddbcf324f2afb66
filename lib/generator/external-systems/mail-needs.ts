import { screamingCase } from '@/lib/topology/naming'
import type { Setting, Variable } from '../contributions'
import { MAIL_HOST, MAIL_PORT, mailServer } from '../mail'
import type { Service } from '../project'
import type { Server } from '../servers'

const HEADING =
  'Mail servers, smtp:// with STARTTLS or smtps://, ?from= says who writes; uncomment to send mail for real'

/** Where mail goes while developing: to a server that shows it and sends nothing on. */
const SINK = `smtp://${MAIL_HOST}:${MAIL_PORT}?from=robot@example.org`

/** Where mail goes in a cluster before somebody says where: nowhere. */
const NOWHERE = 'smtp://nowhere.invalid?from=robot@example.org'

/** What a service has to be told of the servers that it sends mail by. */
export function mailNeeds({ mailServers }: Pick<Service, 'mailServers'>): {
  readonly variables: readonly Variable[]
  readonly settings: readonly Setting[]
  readonly environment: Readonly<Record<string, string>>
  readonly servers: readonly Server[]
  /** What it is told in a cluster, and what while developing there. */
  readonly inCluster: Readonly<Record<string, string>>
  readonly whileDeveloping: Readonly<Record<string, string>>
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
    inCluster: Object.fromEntries(mailServers.map(({ variable }) => [variable, NOWHERE])),
    whileDeveloping: Object.fromEntries(mailServers.map(({ variable }) => [variable, SINK])),
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
