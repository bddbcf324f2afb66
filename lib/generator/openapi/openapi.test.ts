import { expect, test } from 'vitest'
import { examples } from '@/lib/examples/examples'
import { publishing } from '@/lib/testing/publishing'
import { CRUD_OPERATIONS } from '@/lib/topology/model/service'
import { randomDesign } from '@/lib/topology/random/random-design'
import { generatedKind } from '../kinds'
import type { Project, Service } from '../project'
import { resolveProject } from '../resolve-project'
import { CRUD_FACTS } from './crud'
import type { OpenApi, Operation, Schema } from './document'
import { openApiSchema } from './testing/meta-schema'

interface Described {
  readonly name: string
  readonly service: Service
  readonly api: OpenApi
}

function describedApis(name: string, project: Project): Described[] {
  return project.services.flatMap((service) => {
    const api = generatedKind(service.kind)?.openapi?.(service, project)
    return api ? [{ name: `${name} ${service.name}`, service, api }] : []
  })
}

const apis = [
  ...examples.flatMap(({ id, topology }) => describedApis(id, resolveProject(topology))),
  ...examples.flatMap(({ id, topology }) =>
    describedApis(`${id} with units`, resolveProject(publishing(topology))),
  ),
  ...Array.from({ length: 60 }, (_, seed) =>
    describedApis(`seed ${seed}`, resolveProject(randomDesign(seed))),
  ).flat(),
]

test('every description is OpenAPI', () => {
  for (const { name, api } of apis) expect(openApiSchema.safeParse(api).error, name).toBeUndefined()
})

test('every description refers to what it has, and has nothing else', () => {
  for (const { name, api } of apis) {
    const referred = JSON.stringify(api, plain).matchAll(/"#\/components\/schemas\/([^"]+)"/g)
    const names = new Set([...referred].map(([, schema]) => schema))
    expect(names, name).toEqual(new Set(Object.keys(api.components.schemas)))
  }
})

test('every operation that is offered is described, under a name of its own', () => {
  for (const { name, service, api } of apis) {
    const described = operations(api).map(({ method, path }) => `${method} ${path}`)
    expect(described.sort(), name).toEqual(
      [...PROBES, ...(service.takesUnits ? UNITS : []), ...offered(service)].sort(),
    )
    const ids = operations(api).map(({ operation }) => operation.operationId)
    expect(new Set(ids).size, name).toBe(ids.length)
  }
})

test('every part of a path that varies is a parameter', () => {
  for (const { path, operation } of apis.flatMap(({ api }) => operations(api))) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const declared = operation.parameters?.filter((parameter) => parameter.in === 'path') ?? []
    expect(declared.map(({ name }) => name)).toEqual(named)
  }
})

test('a data API asks for a token everywhere but for its probes, and says which', () => {
  for (const { name, service, api } of apis) {
    const asked = operations(api).filter(({ path }) => !path.startsWith('/health/'))
    const expected = service.kind === 'postgres_data_api' ? [{ serviceToken: [] }] : undefined
    for (const { operation } of asked) expect(operation.security, name).toEqual(expected)
    const schemes = new Set(asked.flatMap(({ operation }) => (operation.security ?? []).flatMap(Object.keys)))
    expect(new Set(Object.keys(api.components.securitySchemes ?? {})), name).toEqual(schemes)
  }
})

test('models require only what they have', () => {
  for (const { properties, required } of apis.flatMap(({ api }) => Object.values(api.components.schemas))) {
    expect(Object.keys(properties ?? {})).toEqual(expect.arrayContaining([...(required ?? [])]))
  }
})

test('a secret is written, never read', () => {
  const entities = apis.flatMap(({ service, api }) => service.entities.map((entity) => ({ entity, api })))
  const secrets = entities.flatMap(({ entity: { className, fields }, api }) =>
    fields.filter(({ type }) => type.type === 'secret').map(({ name }) => ({ className, name, api })),
  )
  expect(secrets.length).toBeGreaterThan(0)
  for (const { className, name, api } of secrets) {
    expect(property(api, `${className}Record`, name)).toBeUndefined()
    expect(property(api, `${className}Create`, name)).toBeDefined()
  }
})

const UNITS = ['post /units', 'post /outbox/leases', 'post /outbox/leases/{lease}/acknowledgements']
const PROBES = ['get /health/live', 'get /health/ready']

/** Methods and paths that the design asks for. */
function offered({ kind, resources, entities, searched, useCases, redis }: Service): string[] {
  const prefix = kind === 'business_api' ? '/api/v1' : ''
  const stored = entities.map((entity) => ({ entity, operations: CRUD_OPERATIONS }))
  const ofEntities = [...resources, ...stored].flatMap(({ entity, operations }) =>
    operations.map((operation) => {
      const { method, about } = CRUD_FACTS[operation]
      return `${method} ${prefix}${entity.path}${about === 'one' ? `/{${entity.name}_id}` : ''}`
    }),
  )
  const ofCases = useCases.map(({ method, path }) => `${method.toLowerCase()} ${prefix}${path}`)
  const ofSearches = searched.map(({ path }) => `post ${path}/search`)
  const followed = redis.includes('pub_sub') ? resources : []
  const ofChanges = followed.map(({ entity }) => `get ${prefix}${entity.path}/changes`)
  return [...ofEntities, ...ofSearches, ...ofCases, ...ofChanges]
}

function operations(api: OpenApi): { method: string; path: string; operation: Operation }[] {
  return Object.entries(api.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method, path, operation })),
  )
}

function property(api: OpenApi, model: string, name: string): Schema | undefined {
  return api.components.schemas[model]?.properties?.[name]
}

function plain(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}
