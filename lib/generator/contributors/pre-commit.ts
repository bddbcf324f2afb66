import { remark } from '../formats/remark'
import { toYaml, type YamlObject } from '../formats/yaml'
import type { Contributor } from '../generated-file'
import { hasMessages } from '../parts'

const HEADING = 'The tools are those of the project, so that a commit is judged like the build.'
const PYTHON = ['python', 'pyi']

function hook(
  id: string,
  name: string,
  entry: string,
  types: readonly string[],
  more: YamlObject = {},
): YamlObject {
  return { id, name, entry, language: 'system', types_or: types, ...more }
}

const WHOLE = { pass_filenames: false }

const HOOKS: readonly YamlObject[] = [
  hook('ruff-check', 'ruff check', 'uv run ruff check --fix', PYTHON),
  hook('ruff-format', 'ruff format', 'uv run ruff format', PYTHON),
  hook('mypy', 'mypy', 'uv run mypy .', PYTHON, WHOLE),
  hook(
    'import-linter',
    'import-linter',
    'env PYTHONPATH=services uv run lint-imports',
    ['python', 'toml'],
    WHOLE,
  ),
]

const CONTRACTS = hook(
  'contracts',
  'OpenAPI descriptions are current',
  'env PYTHONPATH=services uv run python scripts/export_openapi.py --check',
  ['python', 'json'],
  WHOLE,
)

const MESSAGES = hook(
  'messages',
  'Schemas of messages are current',
  'env PYTHONPATH=services uv run python scripts/export_events.py --check',
  ['python', 'json'],
  WHOLE,
)

/** What is checked before each commit, where a person installs it. */
export const preCommit: Contributor = {
  id: 'pre-commit',
  *files(project) {
    const hasApis = project.services.some(({ port }) => port !== null)
    const hooks = [...HOOKS, ...(hasApis ? [CONTRACTS] : []), ...(hasMessages(project) ? [MESSAGES] : [])]
    const content = toYaml({ repos: remark(HEADING, [{ repo: 'local', hooks }]) })
    yield {
      path: '.pre-commit-config.yaml',
      content,
      source: preCommit.id,
      causes: [{ at: { part: 'project' } }],
    }
  },
}
