import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Checkers } from './checkers'
import { Checks } from './checks'
import type { Outcome, Prepared } from './stages'
import { hasPromtool } from './tools'

/** How the project is run by others: files for Docker of every project, manifests where they are asked for. */
export async function runDeliveryStages(
  { project, subject }: Prepared,
  checkers: Checkers,
): Promise<readonly Outcome[]> {
  const checks = new Checks()
  const { folder, services } = subject
  await checks.run('containers', () => checkContainers(folder, services, checkers))
  if (project.options.kubernetes) await checks.run('manifests', () => checkManifests(folder, checkers))
  if (project.options.observability && (await hasPromtool()))
    await checks.run('alerts', () => checkAlerts(folder, checkers))
  return checks.outcomes
}

async function checkContainers(
  folder: string,
  services: readonly string[],
  checkers: Checkers,
): Promise<void> {
  const composed = readdirSync(folder).filter((name) => /^docker-compose.*\.yml$/.test(name))
  if (composed.length === 0) throw new Error('There is no compose file.')
  await ask(folder, checkers, 'check-jsonschema', '--builtin-schema', 'vendor.compose-spec', ...composed)
  const images = services.map((service) => `services/${service}/Dockerfile`)
  if (images.length > 0) await ask(folder, checkers, 'hadolint', '--no-color', ...images)
}

/** By the download's own command: it builds both overlays and asks for every object whether it is valid. */
async function checkManifests(folder: string, checkers: Checkers): Promise<void> {
  const bin = await checkers.bin()
  const output = await ask(
    folder,
    checkers,
    'make',
    '--no-print-directory',
    'k8s-check',
    `KUBECTL=${join(bin, 'kubectl')}`,
    `KUBERNETES_VALIDATE=${join(bin, 'kubernetes-validate')}`,
  )
  for (const overlay of ['dev', 'prod']) {
    if (!new RegExp(`^${overlay}: [1-9]\\d* objects are valid$`, 'm').test(output))
      throw new Error(`Nothing was said of ${overlay}.\n${output}`)
  }
}

/** What Prometheus reads, by its own program; it reads the alerts along. */
async function checkAlerts(folder: string, checkers: Checkers): Promise<void> {
  const output = await ask(folder, checkers, 'promtool', 'check', 'config', 'ops/prometheus/prometheus.yml')
  if (!/[1-9]\d* rules found/.test(output)) throw new Error(`Nothing was said of alerts.\n${output}`)
}

/** Runs a program that has nothing to find; answers what it printed. */
async function ask(
  folder: string,
  checkers: Checkers,
  program: string,
  ...args: readonly string[]
): Promise<string> {
  const { output } = await checkers.ask(folder, program, ...args)
  if (/\bwarn/i.test(output)) throw new Error(`${program} ${args.join(' ')}\n${output}`)
  return output
}
