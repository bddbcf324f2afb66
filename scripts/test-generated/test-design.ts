import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { generate } from '@/lib/generator/generate'
import { resolveProject } from '@/lib/generator/resolve-project'
import { errorsOf } from '@/lib/rules/judge'
import type { Checkers } from './checkers'
import { Checks } from './checks'
import { runDeliveryStages } from './delivery'
import type { Design } from './designs'
import type { Environments } from './environment'
import { runIntegration } from './integration'
import type { Servers } from './live/servers'
import type { Result } from './report'
import { runScans } from './scans'
import { type Outcome, type Prepared, runStaticStages, runTests, type Subject } from './stages'
import { findHidden, writeProject } from './subject'

/** What all designs of a run have in common. */
export interface Run {
  readonly environments: Environments
  readonly checkers: Checkers
  /** Where projects are written to. */
  readonly work: string
  /** Caches that are kept between runs. */
  readonly cache: string
  readonly keep: boolean
  /** Where integration tests run; undefined when only what needs no server is asked for. */
  readonly servers: Servers | undefined
}

/** Generates a design into a folder of its own and installs what it asks for; nothing when that fails. */
export async function prepare(
  run: Run,
  { id, topology }: Design,
  lane: number,
  checks: Checks,
): Promise<Prepared | undefined> {
  const folder = join(run.work, id)
  await checks.run('rules', async () => {
    const errors = errorsOf(topology).map(({ rule, message }) => `${rule}: ${message.en}`)
    if (errors.length > 0) throw new Error(`the design has errors\n${errors.join('\n')}`)
  })
  const files = await checks.run('generate', async () => {
    const generated = generate(topology)
    writeProject(folder, generated)
    return generated
  })
  if (!files) return undefined
  await checks.run('hidden', async () => {
    const hidden = await findHidden(folder)
    if (hidden.length > 0) throw new Error(`.gitignore hides ${hidden.join(', ')}`)
  })
  const environment = await checks.run('install', async () => {
    const installed = await run.environments.install(folder)
    if ('failure' in installed) throw new Error(installed.failure.output)
    return installed.environment
  })
  if (!environment) return undefined
  const project = resolveProject(topology)
  const services = project.services.map(({ name }) => name)
  const typeCache = join(run.cache, `types-${environment.key}-${lane}`)
  return { project, files, subject: { folder, services, environment, typeCache } }
}

/** Removes a project that nobody wants to look at. */
export function discard(run: Run, { folder }: Subject): void {
  if (!run.keep) rmSync(folder, { recursive: true, force: true })
}

/** Every stage of one design: those that need no server, then those on the servers of the run, if it has any. */
export async function testDesign(run: Run, design: Design, lane: number): Promise<Result> {
  const checks = new Checks()
  const prepared = await prepare(run, design, lane, checks)
  if (!prepared) return toResult(design, checks.outcomes)
  const looked = await runStaticStages(prepared.subject)
  const delivered = await runDeliveryStages(prepared, run.checkers)
  const scanned = await runScans(prepared, run.checkers)
  const tested = await runTests(prepared.subject)
  const integrated = run.servers ? await runIntegration(prepared, run.servers) : []
  const outcomes = [
    ...checks.outcomes,
    ...looked,
    ...delivered,
    ...scanned,
    ...tested.outcomes,
    ...integrated,
  ]
  if (outcomes.every(({ ok }) => ok)) discard(run, prepared.subject)
  return toResult(design, outcomes, tested.coverage)
}

export function toResult(
  { id, topology, repeat }: Design,
  outcomes: readonly Outcome[],
  coverage: Result['coverage'] = [],
): Result {
  const services = topology.nodes.filter(({ type }) => type === 'service').length
  return { design: id, services, entities: topology.entities.length, outcomes, coverage, repeat }
}
