import { urlVariable } from '@/lib/generator/compose'
import type { Project, Service } from '@/lib/generator/project'
import { resolveProject } from '@/lib/generator/resolve-project'
import type { Text } from '@/lib/rules/rule'
import { downloadTexts } from '@/lib/text/download'
import type { Topology } from '@/lib/topology/model/topology'

/** Something to type, and what it does. */
export interface NextStep {
  readonly words: Text
  readonly command: string
}

/** One way to go on: with make, with containers alone, with uv alone. */
export interface Way {
  readonly id: 'make' | 'compose' | 'uv'
  readonly title: Text
  readonly needs: Text
  readonly steps: readonly NextStep[]
}

export interface NextSteps {
  readonly ways: readonly Way[]
  /** Where the services describe themselves once they run. */
  readonly addresses: readonly { readonly name: string; readonly url: string }[]
}

const COMPOSE = 'docker compose --file docker-compose.dev.yml'
const UV = 'uv run --all-packages'

/** What a person types after the download, in the order of doing it. */
export function nextSteps(topology: Topology): NextSteps {
  const project = resolveProject(topology)
  const unpack: NextStep = {
    words: downloadTexts.stepUnpack,
    command: `unzip ${project.name}.zip && cd ${project.name}`,
  }
  const addresses = project.services.flatMap(({ name, port }) =>
    port === null ? [] : [{ name, url: `${localUrl(port)}/docs` }],
  )
  return { ways: [withMake(unpack), withCompose(unpack), withUv(unpack, project)], addresses }
}

function withMake(unpack: NextStep): Way {
  return {
    id: 'make',
    title: downloadTexts.wayMake,
    needs: downloadTexts.needsMake,
    steps: [
      unpack,
      { words: downloadTexts.stepStart, command: 'make up' },
      { words: downloadTexts.stepLogs, command: 'make logs' },
      { words: downloadTexts.stepStop, command: 'make down' },
      { words: downloadTexts.stepTest, command: 'make install check test' },
    ],
  }
}

function withCompose(unpack: NextStep): Way {
  return {
    id: 'compose',
    title: downloadTexts.wayCompose,
    needs: downloadTexts.needsCompose,
    steps: [
      unpack,
      { words: downloadTexts.stepSecrets, command: 'python3 scripts/make_env.py' },
      { words: downloadTexts.stepStart, command: `${COMPOSE} up --build --detach --wait` },
      { words: downloadTexts.stepLogs, command: `${COMPOSE} logs --follow` },
      { words: downloadTexts.stepStop, command: `${COMPOSE} down` },
    ],
  }
}

function withUv(unpack: NextStep, project: Project): Way {
  const inOrder = project.services.toSorted((a, b) => Number(b.engine !== null) - Number(a.engine !== null))
  return {
    id: 'uv',
    title: downloadTexts.wayUv,
    needs: project.databases.length > 0 ? downloadTexts.needsUvAndPostgres : downloadTexts.needsUv,
    steps: [
      unpack,
      { words: downloadTexts.stepInstall, command: 'uv sync --all-packages' },
      { words: downloadTexts.stepTestOnly, command: `${UV} pytest -n auto -m "not integration"` },
      { words: downloadTexts.stepSecrets, command: `${UV} python scripts/make_env.py` },
      ...(project.databases.length > 0
        ? [
            {
              words: downloadTexts.stepDatabase,
              command: `createdb --host=127.0.0.1 --username=USER ${project.name}`,
            },
          ]
        : []),
      ...inOrder.flatMap((service) => runService(service, project)),
    ],
  }
}

/** How a service is started as a process of this machine: with the database brought up to date before. */
function runService(service: Service, { name: database }: Project): readonly NextStep[] {
  const { name, engine, upstreams } = service
  const settings = [
    'PYTHONPATH=services',
    ...(engine ? [`DATABASE_URL=postgresql+asyncpg://USER:PASSWORD@127.0.0.1:5432/${database}`] : []),
    ...upstreams.map((call) => `${urlVariable(call.service)}=${localUrl(call.port)}`),
  ].join(' ')
  const run = `${settings} ${UV} --env-file .env`
  const migrate: NextStep = {
    words: downloadTexts.stepMigrate(name),
    command: `${run} alembic --config=services/${name}/alembic.ini upgrade head`,
  }
  const start = { words: downloadTexts.stepRun(name), command: `${run} python -m ${name}` }
  return engine ? [migrate, start] : [start]
}

function localUrl(port: number): string {
  return `http://127.0.0.1:${port}`
}
