import type { TestServer } from '../contributions'
import { toYaml, type YamlObject } from '../formats/yaml'
import type { Contributor } from '../generated-file'
import { allContributions, testServersOf } from './shared-contributions'

const CHECKOUT = { uses: 'actions/checkout@v5' }
const UV = { uses: 'astral-sh/setup-uv@v7' }
const NEWEST_PYTHON = '3.13'
const PYTHONS = ['3.11', NEWEST_PYTHON]

/** The workflow that judges every change: what `make` does, on machines of GitHub. */
export const ciWorkflow: Contributor = {
  id: 'ci-workflow',
  *files(project) {
    if (!project.options.ci) return
    const contributions = allContributions(project)
    const servers = testServersOf(project)
    const content = toYaml({
      name: 'CI',
      on: { pull_request: null, push: { branches: ['main'] } },
      permissions: { contents: 'read' },
      concurrency: {
        group: '${{ github.workflow }}-${{ github.ref }}',
        'cancel-in-progress': true,
      },
      jobs: {
        check: job(15, python(NEWEST_PYTHON), [{ run: 'make check' }]),
        test: {
          ...job(15, python('${{ matrix.python-version }}'), [{ run: 'make test' }]),
          strategy: { 'fail-fast': false, matrix: { 'python-version': PYTHONS } },
        },
        'test-integration': servers.length > 0 ? integrationJob(servers) : undefined,
        manifests: project.options.kubernetes ? manifestsJob() : undefined,
        images: contributions.length > 0 ? imagesJob() : undefined,
      },
    })
    yield {
      path: '.github/workflows/ci.yml',
      content,
      source: ciWorkflow.id,
      causes: [{ at: { part: 'project' } }],
    }
  },
}

/** The command of the project: kubectl is on these machines, what it needs besides is fetched by uv. */
function manifestsJob(): YamlObject {
  return job(10, [CHECKOUT, UV], [{ run: 'make k8s-check' }])
}

function python(version: string): YamlObject[] {
  return [CHECKOUT, { ...UV, with: { 'python-version': version } }, { run: 'make install' }]
}

function job(minutes: number, setUp: readonly YamlObject[], steps: readonly YamlObject[]): YamlObject {
  return { 'runs-on': 'ubuntu-latest', 'timeout-minutes': minutes, steps: [...setUp, ...steps] }
}

function integrationJob(servers: readonly TestServer[]): YamlObject {
  const env = Object.fromEntries(servers.map(({ variable, url }) => [variable, url]))
  const { steps, ...rest } = job(15, python(NEWEST_PYTHON), [{ run: 'make test-integration', env }])
  return {
    ...rest,
    services: Object.fromEntries(servers.map(({ name, container }) => [name, container])),
    steps,
  }
}

function imagesJob(): YamlObject {
  return job(
    30,
    [CHECKOUT, { run: 'make env' }],
    [{ run: 'docker compose --file docker-compose.dev.yml build' }],
  )
}
