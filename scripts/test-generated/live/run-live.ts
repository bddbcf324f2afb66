import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { contributionsOf } from '@/lib/generator/kinds'
import type { Project, Service } from '@/lib/generator/project'
import { Checks } from '../checks'
import { migrate, runIntegrationTests } from '../integration'
import type { Outcome, Subject } from '../stages'
import { findPostgres } from '../tools'
import { tryDeletionRules, tryMissingReference, tryUnique } from './conflicts'
import { makeRow, type Offer, toOffer, tryAbsent, tryCreate, tryDelete, tryRead, tryUpdate } from './crud'
import { Client, ensure, expectProblem, expectStatus } from './http'
import { tryList } from './lists'
import { readLog, refuseSecrets } from './logs'
import { Postgres } from './postgres'
import { Servers } from './servers'
import { System } from './system'
import { type Kept, World } from './world'

const RECOVERY_SECONDS = 30

/** Runs a project as its processes on a real PostgreSQL and uses it from outside. */
export async function runLive(
  subject: Subject,
  project: Project,
  scratch: string,
): Promise<readonly Outcome[]> {
  const checks = new Checks('live ')
  const postgres = await checks.run('postgres', async () => Postgres.create(await findPostgres(), scratch))
  if (!postgres) return checks.outcomes
  const servers = new Servers(scratch)
  try {
    const addresses = await checks.run('servers', () => addressesFor(project, servers))
    const system =
      addresses && (await checks.run('make env', () => System.prepare(subject, postgres, project, addresses)))
    if (!system) return checks.outcomes
    await tryDatabases(checks, system, subject)
    const booted = await checks.run('boot', async () => {
      await system.start()
      return true
    })
    if (booted) await tryServices(checks, system)
    await checks.run('stop', () => tryStop(system))
    await checks.run('logs', async () => tryLogs(system))
  } finally {
    await servers.remove()
    await postgres.remove()
  }
  return checks.outcomes
}

/** Starts what the project needs beside PostgreSQL, and tells where it is. */
async function addressesFor(project: Project, servers: Servers): Promise<Readonly<Record<string, string>>> {
  const named = new Set(
    project.services.flatMap((service) => contributionsOf(service, project).settings.map(({ name }) => name)),
  )
  const { TEST_RABBITMQ_URL = '', TEST_REDIS_URL = '' } = await servers.addresses([
    ...(named.has('RABBITMQ_URL') ? (['TEST_RABBITMQ_URL'] as const) : []),
    ...(named.has('REDIS_URL') ? (['TEST_REDIS_URL'] as const) : []),
  ])
  return { RABBITMQ_URL: TEST_RABBITMQ_URL, REDIS_URL: TEST_REDIS_URL }
}

async function tryDatabases(checks: Checks, system: System, subject: Subject): Promise<void> {
  for (const service of system.project.services) {
    if (service.engine !== 'postgres') continue
    const { postgres } = system
    await checks.run(`migrations ${service.name}`, async () => {
      await postgres.createDatabase(service.name)
      await migrate(subject, service, postgres.url(service.name))
    })
    // The tests make databases of their own on this server.
    const addresses = { TEST_POSTGRES_URL: postgres.url('postgres') }
    await checks.run(`integration ${service.name}`, () =>
      runIntegrationTests(subject, addresses, [`services/${service.name}`]),
    )
  }
}

async function tryServices(checks: Checks, system: System): Promise<void> {
  const world = new World(system.project, (service) => system.token(service))
  for (const service of world.businessApis) {
    for (const resource of service.resources)
      await tryResource(checks, toOffer(world, service, resource), service)
  }
  for (const service of world.dataApis) {
    await checks.run(`access ${service.name}`, () => tryAccess(world, service))
  }
  const list = findList(world)
  if (list) await checks.run('correlation', () => tryCorrelation(system, list))
  await checks.run('outage', () => tryOutage(system, world, list))
}

async function tryResource(checks: Checks, offer: Offer, service: Service): Promise<void> {
  const run = (name: string, check: () => Promise<void>) =>
    checks.run(`${name} ${service.name} ${offer.entity.name}`, check)
  const { can } = offer
  if (can('create')) {
    await run('create', () => tryCreate(offer))
    await run('missing reference', () => tryMissingReference(offer))
  }
  const rows: Kept[] = []
  await run('rows', async () => {
    for (let count = 0; count < 3; count += 1) {
      const kept = await makeRow(offer)
      if (kept) rows.push(kept)
    }
  })
  const [first, second] = rows
  if (can('list')) await run('list', () => tryList(offer, rows))
  if (can('read') && first) await run('read', () => tryRead(offer, first))
  if (can('create') && first) await run('unique', () => tryUnique(offer, first))
  if (can('update') && first) await run('update', () => tryUpdate(offer, first))
  if (can('delete') && second) await run('delete', () => tryDelete(offer, second))
  if (can('delete')) await run('deletion rules', () => tryDeletionRules(offer))
  await run('nothing else', () => tryAbsent(offer))
}

/** A data API answers drawn callers only, with the access drawn; its probes answer anybody. */
async function tryAccess(world: World, service: Service): Promise<void> {
  const [entity] = service.entities
  const stranger = new Client(`http://127.0.0.1:${service.port}`)
  expectStatus(await stranger.send('GET', '/health/live'), 200)
  if (!entity) return
  expectProblem(await stranger.send('GET', entity.path), 401)
  const bearer = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } })
  expectProblem(await stranger.send('GET', entity.path, bearer(randomBytes(24).toString('hex'))), 403)
  for (const { name, upstreams } of world.businessApis) {
    if (upstreams.length === 0) continue
    const drawn = service.callers.find((caller) => caller.service === name)
    const answer = await world.inside(service, name).send('GET', entity.path)
    if (drawn) expectStatus(answer, 200)
    else expectProblem(answer, 403)
    if (drawn?.access !== 'read') continue
    expectProblem(await world.inside(service, name).send('POST', entity.path, { body: {} }), 403)
  }
}

interface OfferedList {
  readonly client: Client
  readonly path: string
  /** The services that a call of it passes. */
  readonly passes: readonly string[]
}

/** Some list that can be called from outside. */
function findList(world: World): OfferedList | undefined {
  for (const service of world.businessApis) {
    const resource = service.resources.find(({ operations }) => operations.includes('list'))
    if (!resource) continue
    const { path, service: owner } = resource.entity
    return { client: world.outside(service), path: `/api/v1${path}`, passes: [service.name, owner] }
  }
  return undefined
}

/** The caller's ids stand in the log lines of all services; a wild one does not, and the correlation id comes back. */
async function tryCorrelation(system: System, { client, path, passes }: OfferedList): Promise<void> {
  const id = randomUUID()
  const trace = randomBytes(16).toString('hex')
  const headers = { 'X-Correlation-ID': id, traceparent: `00-${trace}-${randomBytes(8).toString('hex')}-01` }
  const answer = await client.send('GET', path, { headers })
  ensure(answer.headers.get('x-correlation-id') === id, 'the correlation id does not come back')
  const wild = { headers: { 'X-Correlation-ID': 'x'.repeat(2000) } }
  const made = (await client.send('GET', path, wild)).headers.get('x-correlation-id') ?? ''
  ensure(made !== '' && made.length < 200, `a wild correlation id is answered with “${made}”`)
  await sleep(200)
  for (const name of passes) {
    const lines = readLog(name, system.process(name).output())
    const found = lines.some((line) => line.correlation_id === id && line.trace_id === trace)
    ensure(found, `${name} logged nothing with the two ids`)
  }
}

/** With the database away everything lives, data APIs are not ready, calls say 503, and all of it comes back. */
async function tryOutage(system: System, world: World, list: OfferedList | undefined): Promise<void> {
  const data = world.dataApis.map(({ name }) => system.process(name))
  await system.postgres.stop()
  try {
    for (const process of data) {
      await process.waitFor('/health/ready', 503, 10)
      expectProblem(await process.client.send('GET', '/health/ready'), 503)
    }
    for (const process of system.processes.values()) {
      ensure(
        (await process.probe('/health/live')) === 200,
        `${process.service} does not live without the database`,
      )
    }
    if (list) expectProblem(await list.client.send('GET', list.path), 503)
  } finally {
    await system.postgres.start()
  }
  for (const process of system.processes.values())
    await process.waitFor('/health/ready', 200, RECOVERY_SECONDS)
  if (list) expectStatus(await list.client.send('GET', list.path), 200)
}

async function tryStop(system: System): Promise<void> {
  const endings = await Promise.all([...system.processes.values()].map((process) => process.stop()))
  for (const { service, how, clean } of endings) ensure(clean, `${service} ended with ${how} after SIGTERM`)
}

function tryLogs(system: System): void {
  for (const [name, process] of system.processes) {
    const text = process.output()
    readLog(name, text)
    refuseSecrets(name, text, system.secrets)
    refuseSecrets(name, text, ['Secret-'])
  }
}
