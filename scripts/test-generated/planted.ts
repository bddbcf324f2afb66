import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Project } from '@/lib/generator/project'
import type { Checkers } from './checkers'
import { Checks } from './checks'
import { exec, type Finished } from './exec'
import { findSecrets, findUnsafe } from './scans'
import type { Outcome, Subject } from './stages'
import { bareEnvironment } from './tools'

/** One of the project's own guards, and what it has to say. */
interface Guard {
  readonly command: readonly [string, ...string[]]
  readonly finding: RegExp
}

/** A module that breaks the architecture and is faultless otherwise. */
interface Plant {
  readonly name: string
  /** Which service of the design it is planted in, the first of the kind. */
  readonly kind: 'business_api' | 'postgres_data_api'
  /** Where in the service. */
  readonly path: string
  readonly text: string
  readonly guards: readonly Guard[]
}

const MAKE_CHECK = ['make', 'check'] as const
const ARCHITECTURE = ['pytest', '-q', '--no-header', '--color=no', 'tests/architecture'] as const

const PLANTS: readonly Plant[] = [
  {
    name: 'a database library in a Business API',
    kind: 'business_api',
    path: 'application/planted.py',
    text: '"""Planted."""\n\nimport sqlalchemy\n\nVERSION = sqlalchemy.__version__\n',
    guards: [
      { command: MAKE_CHECK, finding: /sqlalchemy.*direct-database-access[\s\S]*planted\.py/ },
      { command: ['lint-imports', '--no-cache'], finding: /planted -> sqlalchemy/ },
      { command: ARCHITECTURE, finding: /FAILED .*direct_database_access[\s\S]*1 failed/ },
    ],
  },
  {
    name: 'a blocking call in a route',
    kind: 'business_api',
    path: 'api/routes/planted.py',
    text: `"""Planted."""

import time

from fastapi import APIRouter

router = APIRouter()


@router.get("/planted")
async def planted() -> str:
    """Answer late."""
    time.sleep(1)
    return "late"
`,
    guards: [
      { command: MAKE_CHECK, finding: /(ASYNC251|TID251)[\s\S]*planted\.py/ },
      { command: ARCHITECTURE, finding: /FAILED .*blocking_call[\s\S]*1 failed/ },
    ],
  },
  {
    name: 'a bot in the process of an API',
    kind: 'business_api',
    path: 'infrastructure/planted.py',
    text: '"""Planted."""\n\nimport importlib\n\nBOT = importlib.import_module("aiogram")\n',
    guards: [{ command: ARCHITECTURE, finding: /FAILED .*mixed_service_types[\s\S]*1 failed/ }],
  },
  {
    name: 'a call from a data API',
    kind: 'postgres_data_api',
    path: 'application/planted.py',
    text: '"""Planted."""\n\nimport httpx\n\nVERSION = httpx.__version__\n',
    guards: [{ command: ARCHITECTURE, finding: /FAILED .*data_api_with_business_logic[\s\S]*1 failed/ }],
  },
]

/**
 * Does the download keep its own architecture? Its own checks pass as it is, and each guard fails with the right
 * finding once something forbidden is planted.
 */
export async function runPlanted(
  subject: Subject,
  project: Project,
  checkers: Checkers,
): Promise<readonly Outcome[]> {
  const checks = new Checks('planted ')
  await checks.run('nothing', async () => {
    const { code, output } = await guard(subject, MAKE_CHECK)
    if (code !== 0) throw new Error(`make check ended with ${code}\n${output}`)
  })
  for (const plant of PLANTS) {
    const path = placeOf(plant, project)
    for (const { command, finding } of plant.guards) {
      const name = `${plant.name}, ${command[0]} ${command.at(-1)}`
      await checks.run(name, () => tryPlant(subject, path, plant.text, { command, finding }))
    }
  }
  await checks.run('an unsafe call, bandit', () =>
    tryScan(subject, UNSAFE, (path) => findUnsafe(subject.folder, checkers, [path])),
  )
  await checks.run('a secret, detect-secrets', () =>
    tryScan(subject, SECRET, (path) => findSecrets(subject.folder, checkers, [path])),
  )
  return checks.outcomes
}

const UNSAFE = 'import subprocess\n\nsubprocess.run("ls", shell=True)\n'
// Put together here, so that no scan of this repository takes it for one.
const SECRET = `KEY = "${['AKIA', 'Q3EGWVXJ', 'R7MZ2NTB'].join('')}"\n`

/** A scan that finds nothing in what has something in it proves nothing. */
async function tryScan(
  { folder }: Subject,
  text: string,
  find: (path: string) => Promise<readonly string[]>,
): Promise<void> {
  const path = 'scripts/planted.py'
  writeFileSync(join(folder, path), text)
  const found = await find(path)
  rmSync(join(folder, path))
  if (!found.some((line) => line.startsWith(`${path}:`))) throw new Error('the scan finds nothing')
}

function placeOf({ kind, path }: Plant, project: Project): string {
  const service = project.services.find((candidate) => candidate.kind === kind)
  if (!service) throw new Error(`${project.name} has no ${kind} to plant something in`)
  return `services/${service.name}/${path}`
}

async function tryPlant(
  subject: Subject,
  path: string,
  text: string,
  { command, finding }: Guard,
): Promise<void> {
  const file = join(subject.folder, path)
  writeFileSync(file, text)
  const { code, output } = await guard(subject, command)
  rmSync(file)
  if (code === 0) throw new Error(`it passes with ${path} planted`)
  if (!finding.test(output)) throw new Error(`it fails with another finding than ${finding}\n${output}`)
}

/** A command as a person runs it after `make install`: in the project's own environment. */
function guard({ folder }: Subject, [program, ...args]: readonly [string, ...string[]]): Promise<Finished> {
  const bin = join(folder, '.venv', 'bin')
  const env = bareEnvironment({
    PATH: `${bin}:${process.env.PATH ?? ''}`,
    PYTHONPATH: 'services',
    UV_NO_SYNC: '1',
    UV_OFFLINE: '1',
  })
  const path = program === 'make' ? program : join(bin, program)
  return exec(path, args, { cwd: folder, env, timeoutSeconds: 600 })
}
