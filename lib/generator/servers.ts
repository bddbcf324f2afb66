import type { ComposeService } from './compose'
import type { Console, Contributions, Setting, TestServer, Variable } from './contributions'
import type { Reach, Workload } from './kubernetes/workload'

/** Something beside the services of a project that some of them need to run. */
export interface Server {
  /** Its name among the containers. */
  readonly host: string
  readonly container: ComposeService
  /** The same server in a cluster, and where it is there. */
  readonly workload: Workload
  readonly port: number
  readonly volume: string | null
  readonly variables: readonly Variable[]
  readonly ports: readonly Variable[]
  readonly console: Console | null
  /** What a service that uses it finds in its environment, and an example of each that leads nowhere. */
  readonly environment: Readonly<Record<string, string>>
  readonly settings: readonly Setting[]
  /** Servers that tests of what it is used with look for. */
  readonly testServers: readonly TestServer[]
  /** Whether those who use it can do without it for a while. */
  readonly isSpare?: true
}

/** A server that somebody uses as long as it is there. */
export function spare(server: Server): Server {
  return { ...server, isSpare: true }
}

/** What a service adds to the shared files because it needs these servers, and what it needs of them itself. */
export interface ServerNeeds {
  readonly shared: Required<
    Pick<Contributions, 'variables' | 'containers' | 'workloads' | 'volumes' | 'testServers' | 'consoles'>
  >
  readonly settings: readonly Setting[]
  readonly environment: Readonly<Record<string, string>>
  readonly dependsOn: Readonly<Record<string, 'healthy'>>
  readonly reaches: readonly Reach[]
}

export function needsOf(servers: readonly Server[]): ServerNeeds {
  return {
    shared: {
      variables: [...servers.flatMap((server) => server.variables), ...servers.flatMap(({ ports }) => ports)],
      containers: Object.fromEntries(servers.map(({ host, container }) => [host, container])),
      workloads: Object.fromEntries(servers.map(({ host, workload }) => [host, workload])),
      volumes: servers.flatMap(({ volume }) => volume ?? []),
      testServers: [...new Set(servers.flatMap(({ testServers }) => testServers))],
      consoles: servers.flatMap((server) => server.console ?? []),
    },
    settings: servers.flatMap(({ settings }) => settings),
    environment: Object.assign({}, ...servers.map(({ environment }) => environment)),
    reaches: servers.map(({ host, port }) => ({ host, port })),
    dependsOn: Object.fromEntries(
      servers.filter(({ isSpare }) => !isSpare).map(({ host }) => [host, 'healthy']),
    ),
  }
}
