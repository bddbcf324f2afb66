import { kebabCase, screamingCase } from '@/lib/topology/naming'
import type { YamlObject } from './formats/yaml'
import type { Reach } from './kubernetes/workload'
import type { Service } from './project'

/** Where a process that serves no API answers probes. */
export const PROBE_PORT = 9100

/** The network that databases and data APIs share, and the one of everybody else. */
export type Network = 'app' | 'data'

/** A container of docker-compose.dev.yml. The order of its keys is that of the file. */
export interface ComposeService {
  readonly image?: string
  readonly build?: YamlObject
  readonly hostname?: string
  readonly command?: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly ports?: readonly string[]
  readonly volumes?: readonly string[]
  readonly networks: readonly Network[]
  readonly depends_on?: Readonly<Record<string, { condition: string }>>
  readonly healthcheck: YamlObject
  readonly restart: 'unless-stopped' | 'no'
  readonly read_only?: boolean
  readonly tmpfs?: readonly string[]
  readonly cap_drop?: readonly string[]
  readonly security_opt?: readonly string[]
}

/** `finance_lending_api` is reached as `finance-lending-api`: hosts have no underscores. */
export function hostOf(serviceName: string): string {
  return kebabCase(serviceName)
}

/** The address of a service for those in the same network. */
export function urlOf({ service, port }: { readonly service: string; readonly port: number }): string {
  return `http://${hostOf(service)}:${port}`
}

/** The way to a service in a cluster. */
export function reachOf({ service, port }: { readonly service: string; readonly port: number }): Reach {
  return { host: hostOf(service), port }
}

/** A variable without which compose refuses to start. */
export function required(variable: string): string {
  return `\${${variable}:?run make env first}`
}

/** A port on this machine alone, which a variable of `.env` can change. */
export function loopbackPort(variable: string, port: number): string {
  return `127.0.0.1:\${${variable}:-${port}}:${port}`
}

export function portVariable(serviceName: string): string {
  return `${screamingCase(serviceName)}_PORT`
}

/** The token that a service shows when it calls another one. */
export function tokenVariable(serviceName: string): string {
  return `${screamingCase(serviceName)}_TOKEN`
}

/** Where a service looks for the address of one that it calls. */
export function urlVariable(serviceName: string): string {
  return `${screamingCase(serviceName)}_URL`
}

const HARDENED = {
  read_only: true,
  tmpfs: ['/tmp'],
  cap_drop: ['ALL'],
  security_opt: ['no-new-privileges:true'],
} as const

const HEALTHCHECK = {
  test: ['CMD', 'python', '-m', 'shared.probe', 'ready'],
  interval: '5s',
  timeout: '4s',
  start_period: '30s',
  retries: 12,
} as const

interface Needs {
  readonly environment: Readonly<Record<string, string>>
  readonly networks: readonly Network[]
  /** What has to be there first, and in which state. */
  readonly dependsOn: Readonly<Record<string, 'healthy' | 'completed_successfully'>>
}

/** A service with hot reload: its source and the shared one are mounted, nothing else can be written to. */
export function apiContainer({ name, port }: Service, needs: Needs): ComposeService {
  const [published] = port === null ? [] : [loopbackPort(portVariable(name), port)]
  return {
    build: buildOf(name),
    environment: sorted({ ...developmentOf(needs.environment), RELOAD: 'true' }),
    ...(published && { ports: [published] }),
    ...commonOf(name, needs),
    healthcheck: HEALTHCHECK,
    restart: 'unless-stopped',
    ...HARDENED,
  }
}

/** A command in a service's image that runs once and ends. */
export function oneShotContainer(
  { name }: Service,
  command: readonly string[],
  needs: Needs,
): ComposeService {
  return {
    build: buildOf(name),
    command,
    environment: sorted(developmentOf(needs.environment)),
    ...commonOf(name, needs),
    healthcheck: { disable: true },
    restart: 'no',
    ...HARDENED,
  }
}

function buildOf(name: string): YamlObject {
  return { context: '.', dockerfile: `services/${name}/Dockerfile` }
}

function developmentOf(environment: Readonly<Record<string, string>>): Record<string, string> {
  return { ...environment, LOG_LEVEL: 'DEBUG', PYTHONPATH: '/app/services:/app/shared/src' }
}

function commonOf(name: string, { networks, dependsOn }: Needs) {
  const needed = Object.entries(dependsOn).map(([host, state]) => [host, { condition: `service_${state}` }])
  return {
    volumes: [`./services/${name}:/app/services/${name}:ro`, './shared/src:/app/shared/src:ro'],
    networks,
    ...(needed.length > 0 && { depends_on: Object.fromEntries(needed) }),
  }
}

function sorted(environment: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).sort(([a], [b]) => (a < b ? -1 : 1)))
}
