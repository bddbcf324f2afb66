import { expect, test } from 'vitest'
import { examples } from '@/lib/examples/examples'
import { publishing } from '@/lib/testing/publishing'
import { randomDesign } from '@/lib/topology/random/random-design'
import { generateProject } from '../generate'
import { generatedKind } from '../kinds'
import type { Project, Service } from '../project'
import { resolveProject } from '../resolve-project'
import type { OpenApi } from './document'

const topologies = [
  ...examples.map(({ id, topology }) => ({ id, topology })),
  ...examples.map(({ id, topology }) => ({ id: `${id} with units`, topology: publishing(topology) })),
  ...Array.from({ length: 8 }, (_, seed) => ({ id: `seed ${seed}`, topology: randomDesign(seed) })),
]

// Whether the rest agrees only Python can tell: tests/contract/test_openapi.py of every download does.
test.each(topologies)('classes and functions have the words of the description: $id', ({ topology }) => {
  const project = resolveProject(topology)
  for (const service of project.services) {
    const api = generatedKind(service.kind)?.openapi?.(service, project)
    if (api) expect(wordsOfCode(service, project)).toMatchObject(wordsOfApi(api))
  }
})

/** Docstrings of the classes and functions that an API describes, by their names. */
function wordsOfApi({ paths, components }: OpenApi): Record<string, string> {
  const operations = Object.values(paths).flatMap((item) => Object.values(item))
  const models = Object.values(components.schemas).filter(({ title }) => title !== undefined)
  return Object.fromEntries([
    ...operations.map(({ operationId, description }) => [`def ${operationId}`, description]),
    ...models.map(({ title, description }) => [`class ${title}`, description]),
  ])
}

/** The first docstring behind each class and function of a service and of what all services share. */
function wordsOfCode(service: Service, project: Project): Record<string, string> {
  const files = generateProject({ ...project, services: [service] })
  const words: Record<string, string> = {}
  for (const { path, content } of files.values()) {
    if (!path.endsWith('.py') || path.includes('/tests/')) continue
    for (const found of content.matchAll(/^ *(?:async )?((?:class|def) \w+)\b[^"]*?:\n +"""([^"]+)"""$/gm)) {
      const [, name = '', docstring = ''] = found
      words[name] ??= docstring
    }
  }
  return words
}
