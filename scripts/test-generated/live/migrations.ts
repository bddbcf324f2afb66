import { join } from 'node:path'
import type { Service } from '@/lib/generator/project'
import { projectEnvironment } from '../environment'
import { exec, type Finished } from '../exec'
import { BRIEF, type Subject } from '../stages'
import type { System } from './system'

const REVISIONS = [['upgrade', 'head'], ['downgrade', 'base'], ['upgrade', 'head'], ['check']] as const

/** Makes a data API's tables, takes them away, makes them again, and asks whether they are what the code says. */
export async function migrate(system: System, subject: Subject, service: Service): Promise<void> {
  await system.postgres.createDatabase(service.name)
  const config = ['-c', `services/${service.name}/alembic.ini`]
  for (const args of REVISIONS) {
    const finished = await exec(join(subject.environment.bin, 'alembic'), [...config, ...args], {
      cwd: subject.folder,
      env: system.environmentOf(service),
      timeoutSeconds: 60,
    })
    mustSucceed(`alembic ${args.join(' ')} of ${service.name}`, finished)
  }
}

/** The project's integration tests on the real server; a test that is skipped is a failure. */
export async function runIntegrationTests(system: System, subject: Subject, service: Service): Promise<void> {
  const folder = `services/${service.name}`
  const finished = await exec(
    join(subject.environment.bin, 'python'),
    ['-m', 'pytest', '-q', '-m', 'integration', '-W', 'error', '-rs', ...BRIEF, folder],
    {
      cwd: subject.folder,
      env: projectEnvironment(subject.folder, subject.environment, {
        // The tests make databases of their own on this server.
        TEST_POSTGRES_URL: system.postgres.url('postgres'),
        REQUIRE_SERVERS: '1',
      }),
      timeoutSeconds: 300,
    },
  )
  mustSucceed(`integration tests of ${service.name}`, finished)
  if (/\d+ skipped/.test(finished.output)) throw new Error(`a test was skipped\n${finished.output}`)
}

function mustSucceed(what: string, { code, output }: Finished): void {
  if (code !== 0) throw new Error(`${what} ended with ${code}\n${output}`)
}
