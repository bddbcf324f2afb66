import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contributionsOf } from '@/lib/generator/kinds'
import type { Project, Service } from '@/lib/generator/project'
import { screamingCase } from '@/lib/topology/naming'
import { findFreePort } from '../../free-port.mjs'
import { projectEnvironment } from '../environment'
import { exec } from '../exec'
import type { Subject } from '../stages'
import type { Postgres } from './postgres'
import { ServiceProcess } from './process'

const LEAST_SECRET = 32

/** The whole system of one design as processes of this machine. */
export class System {
  readonly processes = new Map<string, ServiceProcess>()
  /** The design, with the ports that its services really have here. */
  readonly project: Project

  private constructor(
    private readonly subject: Subject,
    readonly postgres: Postgres,
    private readonly secretsFile: Readonly<Record<string, string>>,
    /** Where other servers are, by the variables that services look for them in. */
    private readonly addresses: Readonly<Record<string, string>>,
    project: Project,
    ports: ReadonlyMap<string, number>,
  ) {
    const port = (name: string) => ports.get(name) ?? 0
    this.project = {
      ...project,
      services: project.services.map((service) => ({ ...service, port: port(service.name) })),
    }
  }

  static async prepare(
    subject: Subject,
    postgres: Postgres,
    project: Project,
    addresses: Readonly<Record<string, string>> = {},
  ): Promise<System> {
    const ports = new Map<string, number>()
    for (const { name } of project.services) ports.set(name, await freePort(new Set(ports.values())))
    return new System(subject, postgres, await makeSecrets(subject), addresses, project, ports)
  }

  /** The token that a service shows to the data APIs it calls. */
  token(service: string): string {
    const token = this.secretsFile[tokenVariable(service)]
    if (!token || token.length < LEAST_SECRET) throw new Error(`make env gives ${service} no token`)
    return token
  }

  /** Every secret that `make env` has made. */
  get secrets(): readonly string[] {
    return Object.values(this.secretsFile).filter((value) => value.length >= LEAST_SECRET)
  }

  /** What the service is told from outside, as the `.env` of the project does. */
  environmentOf(service: Service): Record<string, string> {
    const settings: Record<string, string> = {
      HOST: '127.0.0.1',
      PORT: String(service.port),
      LOG_LEVEL: 'DEBUG',
      // All that is tried here comes from one address.
      RATE_LIMIT_PER_MINUTE: '1000000',
    }
    for (const { name, example } of contributionsOf(service, this.project).settings) {
      const value = this.addresses[name] ?? this.secretsFile[name] ?? example
      if (value) settings[name] = value
    }
    if (service.engine) settings.DATABASE_URL = this.postgres.url(service.name)
    for (const { service: upstream } of service.upstreams) {
      const { port } = this.service(upstream)
      settings[`${screamingCase(upstream)}_URL`] = `http://127.0.0.1:${port}`
    }
    // Nobody outside is there, unless whoever runs this has put somebody there.
    for (const { variable, api } of service.systems)
      settings[variable] = api
        ? `http://127.0.0.1:${this.service(api.service).port}`
        : (this.addresses[variable] ?? 'https://nowhere.invalid')
    for (const { variable } of service.mailServers)
      settings[variable] = this.addresses[variable] ?? 'smtp://127.0.0.1:9?from=a@example.org'
    return projectEnvironment(this.subject.folder, this.subject.environment, settings)
  }

  /** Starts every service, data APIs first, and waits until each says that it is ready. */
  async start(): Promise<void> {
    const logs = join(this.subject.folder, '.logs')
    mkdirSync(logs, { recursive: true })
    for (const service of this.inOrder()) this.launch(service)
    for (const process of this.processes.values()) await process.waitFor('/health/ready', 200, 60)
  }

  /** Starts one service, in place of a process of it that has ended. */
  launch(service: Service): ServiceProcess {
    const command = [join(this.subject.environment.bin, 'python'), '-m', service.name] as const
    const process = ServiceProcess.start(service.name, service.port ?? 0, [...command], {
      cwd: this.subject.folder,
      env: this.environmentOf(service),
      log: join(this.subject.folder, '.logs', `${service.name}.log`),
    })
    this.processes.set(service.name, process)
    return process
  }

  process(service: string): ServiceProcess {
    const process = this.processes.get(service)
    if (!process) throw new Error(`${service} does not run`)
    return process
  }

  service(name: string): Service {
    const service = this.project.services.find((candidate) => candidate.name === name)
    if (!service) throw new Error(`no service ${name}`)
    return service
  }

  private inOrder(): readonly Service[] {
    return this.project.services.toSorted((a, b) => Number(b.engine !== null) - Number(a.engine !== null))
  }
}

/** Makes the project's `.env` as `make env` does, and reads it. */
async function makeSecrets({ folder, environment }: Subject): Promise<Readonly<Record<string, string>>> {
  const python = join(environment.bin, 'python')
  const options = { cwd: folder, env: projectEnvironment(folder, environment) }
  const { code, output } = await exec(python, ['scripts/make_env.py'], options)
  if (code !== 0) throw new Error(`make_env.py ended with ${code}\n${output}`)
  const lines = readFileSync(join(folder, '.env'), 'utf8')
    .split('\n')
    .filter((line) => line.includes('='))
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
}

const tokenVariable = (caller: string) => `${screamingCase(caller)}_TOKEN`

async function freePort(taken: ReadonlySet<number>): Promise<number> {
  for (;;) {
    const port = await findFreePort()
    if (!taken.has(port)) return port
  }
}
