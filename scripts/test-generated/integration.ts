import { join } from 'node:path'
import type { Project, Service } from '@/lib/generator/project'
import { projectView } from '@/lib/generator/project-view'
import { Checks } from './checks'
import { projectEnvironment } from './environment'
import { exec, type Finished } from './exec'
import { SERVER_VARIABLES, type Servers, type ServerVariable } from './live/servers'
import { BRIEF, type Outcome, type Prepared, type Subject } from './stages'

const REVISIONS = [['upgrade', 'head'], ['downgrade', 'base'], ['upgrade', 'head'], ['check']] as const

/**
 * What a project does on real servers: its migrations there and back, and all of its integration tests. Those of
 * `shared` are left out where the same have run before.
 */
export async function runIntegration(prepared: Prepared, servers: Servers): Promise<readonly Outcome[]> {
  const { subject, project } = prepared
  const checks = new Checks()
  const wanted = variablesOf(prepared)
  await checks.run('servers', async () => mustBeNamed(wanted, project))
  const addresses = await checks.run('start', () => servers.addresses(wanted))
  if (!addresses || wanted.length === 0) return checks.outcomes
  for (const service of project.services) {
    if (service.engine !== 'postgres') continue
    await checks.run('migrations', async () => {
      const postgres = await servers.database()
      const database = `${subject.folder.split('/').at(-1)}-${service.name}`
      await postgres.createDatabase(database)
      await migrate(subject, service, postgres.url(database))
    })
  }
  const below = [...foldersWithTests(prepared)].filter(
    (folder) => folder !== 'shared' || servers.isFirst(sharedText(prepared)),
  )
  if (below.length > 0) await checks.run('integration', () => runIntegrationTests(subject, addresses, below))
  return checks.outcomes
}

/** The folders of the top with tests that look for a server. */
function foldersWithTests({ files }: Prepared): ReadonlySet<string> {
  const tests = [...files.values()].filter(
    ({ path, content }) => /(^|\/)tests\//.test(path) && content.includes('integration'),
  )
  return new Set(tests.map(({ path }) => path.split('/')[0] ?? path))
}

/** All that tests of `shared` depend on: what is made from the design is none of it. */
function sharedText({ files }: Prepared): string {
  const own = [...files.values()].filter(
    ({ path }) => path.startsWith('shared/') && !path.startsWith('shared/src/shared/events/'),
  )
  return own.map(({ path, content }) => `${path}\n${content}`).join('\n')
}

/** The variables by which the project's tests look for servers. */
function variablesOf({ files }: Prepared): readonly ServerVariable[] {
  const modules = [...files.values()].filter(({ path }) => path.endsWith('.py'))
  return SERVER_VARIABLES.filter((name) => modules.some(({ content }) => content.includes(name)))
}

/** Tests that look for a server of which `make test-integration` and CI know nothing would never run. */
function mustBeNamed(wanted: readonly string[], project: Project): void {
  const { testVariables } = projectView(project)
  const unnamed = wanted.filter((variable) => !testVariables.includes(variable))
  if (unnamed.length > 0) throw new Error(`make test-integration does not name ${unnamed.join(', ')}`)
}

/** Makes a data API's tables, takes them away, makes them again, and asks whether they are what the code says. */
export async function migrate(subject: Subject, { name }: Service, url: string): Promise<void> {
  for (const args of REVISIONS) {
    const finished = await exec(
      join(subject.environment.bin, 'alembic'),
      ['-c', `services/${name}/alembic.ini`, ...args],
      {
        cwd: subject.folder,
        env: projectEnvironment(subject.folder, subject.environment, { DATABASE_URL: url }),
        timeoutSeconds: 60,
      },
    )
    mustSucceed(`alembic ${args.join(' ')} of ${name}`, finished)
  }
}

/** The integration tests in a folder of the project; a test that is skipped is a failure. */
export async function runIntegrationTests(
  { folder, environment }: Subject,
  addresses: Readonly<Record<string, string>>,
  below: readonly string[],
): Promise<void> {
  const finished = await exec(
    join(environment.bin, 'python'),
    ['-m', 'pytest', '-q', '-m', 'integration', '-W', 'error', '-rs', ...BRIEF, ...below],
    {
      cwd: folder,
      env: projectEnvironment(folder, environment, { ...addresses, REQUIRE_SERVERS: '1' }),
      timeoutSeconds: 600,
    },
  )
  mustSucceed(`integration tests in ${below.join(', ')}`, finished)
  if (!/\d+ passed/.test(finished.output)) throw new Error(`no test ran\n${finished.output}`)
  if (/\d+ skipped/.test(finished.output)) throw new Error(`a test was skipped\n${finished.output}`)
}

function mustSucceed(what: string, { code, output }: Finished): void {
  if (code !== 0) throw new Error(`${what} ended with ${code}\n${output}`)
}
