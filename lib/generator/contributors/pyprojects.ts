import { kebabCase } from '@/lib/topology/naming'
import { pinsFor, readRequirement } from '../bill-of-materials'
import type { ImportContract } from '../contributions'
import { type TomlTable, toToml } from '../formats/toml'
import type { Contributor, GeneratedFile } from '../generated-file'
import { contributionsOf } from '../kinds'
import { hasMessages, isObserved } from '../parts'
import type { Project, Service } from '../project'
import { generalContracts } from '../python/contracts'
import { sharedBase, sharedExtras, sharedForTests, sharedRequirements } from '../python/shared-package'
import { PYTHON_VERSIONS, toolConfig } from '../python/tool-config'

const CHECK_REQUIREMENTS = [
  // Coverage is told to follow its switches, and does not start without it.
  'greenlet',
  'import-linter',
  'mypy',
  'packaging',
  'pre-commit',
  'pytest',
  'pytest-asyncio',
  'pytest-cov',
  'pytest-randomly',
  'pytest-xdist',
  'ruff',
]

/** What reads the description of messages, and the alerts. */
const YAML_CHECK_REQUIREMENTS = ['pyyaml', 'types-pyyaml']

const FROM_WORKSPACE: TomlTable = { path: ['tool', 'uv', 'sources'], values: { shared: { workspace: true } } }
const VIRTUAL = { package: false } as const

/** The workspace, its members and what they need: one pyproject for the project, one for each service. */
export const pyprojects: Contributor = {
  id: 'pyprojects',
  *files(project) {
    yield file('pyproject.toml', rootTables(project), project)
    yield file('shared/pyproject.toml', sharedTables(project), project)
    for (const service of project.services) {
      yield file(`services/${service.name}/pyproject.toml`, serviceTables(service, project), service)
    }
  },
}

function file(path: string, tables: readonly TomlTable[], cause: Project | Service): GeneratedFile {
  const at = 'origin' in cause ? cause.origin : ({ part: 'project' } as const)
  return { path, content: toToml(tables), source: pyprojects.id, causes: [{ at }] }
}

function head(name: string, description: string, dependencies: readonly string[]): TomlTable {
  return {
    path: ['project'],
    values: {
      name: kebabCase(name),
      version: '0.1.0',
      description,
      'requires-python': PYTHON_VERSIONS,
      dependencies: [...dependencies].sort(),
    },
  }
}

function rootTables(project: Project): readonly TomlTable[] {
  const contributions = project.services.map((service) => contributionsOf(service, project))
  const checks = [
    ...CHECK_REQUIREMENTS,
    ...(hasMessages(project) || isObserved(project) ? YAML_CHECK_REQUIREMENTS : []),
    ...contributions.flatMap((item) => item.checkRequirements ?? []),
  ]
  const needed = [
    ...checks,
    ...sharedRequirements(project),
    ...contributions.flatMap((item) => item.requirements),
  ]
  const foreign = needed.filter((requirement) => readRequirement(requirement).name !== 'shared')
  const members = ['shared', ...project.services.map(({ name }) => `services/${name}`)]
  return [
    head(project.name, 'A workspace of services that talk over HTTP.', []),
    {
      path: ['dependency-groups'],
      values: { dev: [...new Set([...checks, sharedForTests(project)])].sort() },
    },
    FROM_WORKSPACE,
    { path: ['tool', 'uv'], values: { ...VIRTUAL, 'constraint-dependencies': pinsFor(foreign) } },
    { path: ['tool', 'uv', 'workspace'], values: { members } },
    ...toolConfig,
    ...importRules(
      project,
      contributions.flatMap(({ contracts }) => contracts),
    ),
  ]
}

function importRules(project: Project, contracts: readonly ImportContract[]): readonly TomlTable[] {
  const packages = [...project.services.map(({ name }) => name), 'shared']
  return [
    {
      path: ['tool', 'importlinter'],
      values: { root_packages: packages, include_external_packages: true },
    },
    ...[...generalContracts(project), ...contracts].map((values) => ({
      path: ['tool', 'importlinter', 'contracts'],
      several: true,
      values,
    })),
  ]
}

function sharedTables(project: Project): readonly TomlTable[] {
  const description = 'What every service of the project has in common: infrastructure, no business data.'
  return [
    head('shared', description, sharedBase(project)),
    { path: ['project', 'optional-dependencies'], values: sharedExtras(project) },
    {
      path: ['build-system'],
      values: { requires: ['uv_build>=0.13.9,<0.14'], 'build-backend': 'uv_build' },
    },
  ]
}

function serviceTables(service: Service, project: Project): readonly TomlTable[] {
  const { description, requirements } = contributionsOf(service, project)
  return [
    head(service.name, description, requirements),
    { path: ['tool', 'uv'], values: VIRTUAL },
    FROM_WORKSPACE,
  ]
}
