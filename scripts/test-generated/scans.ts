import type { Checkers } from './checkers'
import { Checks } from './checks'
import type { Outcome, Prepared } from './stages'

/**
 * Bandit's rules, but those that take a variable for a secret because of its name: entities have fields called
 * `password`, and their labels say so. Whether a value is a secret is asked below.
 */
const BY_NAME = 'B105,B106,B107'

/** What documents and tests write where a secret would stand; RabbitMQ's own account for this machine is one of them. */
const EXAMPLES = '^(guest|password|secret|p%40ss)$'

/** Whether the project has something in it that others could use against its owner: unsafe code, or a secret. */
export async function runScans(
  { subject, files }: Prepared,
  checkers: Checkers,
): Promise<readonly Outcome[]> {
  const checks = new Checks()
  const paths = [...files.keys()]
  for (const [name, find] of [['bandit', findUnsafe] as const, ['secrets', findSecrets] as const]) {
    await checks.run(name, async () => {
      const found = await find(subject.folder, checkers, paths)
      if (found.length > 0) throw new Error(found.join('\n'))
    })
  }
  return checks.outcomes
}

/** Calls in code that runs in production that bandit warns of, each with its place. */
export async function findUnsafe(
  folder: string,
  checkers: Checkers,
  paths: readonly string[],
): Promise<readonly string[]> {
  const production = paths.filter((path) => path.endsWith('.py') && !/(^|\/)tests\//.test(path))
  const template = '{relpath}:{line} {test_id} {msg}'
  const args = ['--quiet', '--exit-zero', '--skip', BY_NAME, '--format', 'custom', '--msg-template', template]
  const { output } = await checkers.ask(folder, 'bandit', ...args, ...production)
  return output.split('\n').filter((line) => line.trim() !== '')
}

/**
 * Where values stand that look like secrets; the values themselves are not told. Contracts are made of names alone,
 * and long names look like random letters.
 */
export async function findSecrets(
  folder: string,
  checkers: Checkers,
  paths: readonly string[],
): Promise<readonly string[]> {
  const args = ['--disable-plugin', 'KeywordDetector', '--exclude-secrets', EXAMPLES]
  const scanned = paths.filter((path) => !path.startsWith('contracts/'))
  const { output } = await checkers.ask(folder, 'detect-secrets', 'scan', ...args, ...scanned)
  const { results } = JSON.parse(output) as SecretsReport
  return Object.entries(results).flatMap(([path, found]) =>
    found.map(({ type, line_number }) => `${path}:${line_number} ${type}`),
  )
}

interface SecretsReport {
  readonly results: Readonly<
    Record<string, readonly { readonly type: string; readonly line_number: number }[]>
  >
}
