import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Project } from '@/lib/generator/project'
import { Checks } from './checks'
import { projectEnvironment } from './environment'
import { exec, type Finished } from './exec'
import type { Outcome, Subject } from './stages'

/** A module that breaks the architecture and is faultless otherwise. */
interface Plant {
  readonly name: string
  readonly path: (businessApi: string) => string
  readonly text: string
  /** What the project's own checks have to say about it. */
  readonly finding: RegExp
}

const PLANTS: readonly Plant[] = [
  {
    name: 'a database library in a Business API',
    path: (service) => `services/${service}/application/planted.py`,
    text: '"""Planted."""\n\nimport sqlalchemy\n\nVERSION = sqlalchemy.__version__\n',
    finding: /planted\S*.*sqlalchemy|sqlalchemy.*(BROKEN|banned|not allowed)/is,
  },
  {
    name: 'a blocking call in a route',
    path: (service) => `services/${service}/api/routes/planted.py`,
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
    finding: /planted\.py\S* (ASYNC251|TID251)/,
  },
]

/**
 * Does the download keep its own architecture? Its own checks pass as it is, and fail with the right finding once
 * something forbidden is planted.
 */
export async function runPlanted(subject: Subject, project: Project): Promise<readonly Outcome[]> {
  const checks = new Checks('planted ')
  const service = project.services.find(({ kind }) => kind === 'business_api')?.name
  if (!service) throw new Error(`${project.name} has no Business API to plant something in`)
  await checks.run('nothing', async () => {
    const { code, output } = await makeCheck(subject)
    if (code !== 0) throw new Error(`make check ended with ${code}\n${output}`)
  })
  for (const plant of PLANTS) {
    await checks.run(plant.name, () => tryPlant(subject, plant, plant.path(service)))
  }
  return checks.outcomes
}

async function tryPlant(subject: Subject, { text, finding }: Plant, path: string): Promise<void> {
  const file = join(subject.folder, path)
  writeFileSync(file, text)
  const { code, output } = await makeCheck(subject)
  rmSync(file)
  if (code === 0) throw new Error(`make check passes with ${path} planted`)
  if (!finding.test(output))
    throw new Error(`make check fails with another finding than ${finding}\n${output}`)
}

/** The command that the project's README names, with the packages that are installed already. */
function makeCheck(subject: Subject): Promise<Finished> {
  const env = projectEnvironment(subject.folder, subject.environment, {
    UV_NO_SYNC: '1',
    UV_OFFLINE: '1',
    UV_PROJECT_ENVIRONMENT: join(subject.environment.bin, '..'),
    MYPY_CACHE_DIR: subject.typeCache,
    MAKEFLAGS: '--keep-going',
  })
  return exec('make', ['check'], { cwd: subject.folder, env, timeoutSeconds: 600 })
}
