import { expect, test } from 'vitest'
import { examples } from '@/lib/examples/examples'
import { notes } from '@/lib/examples/notes'
import { publishing } from '@/lib/testing/publishing'
import type { Access } from '@/lib/topology/model/basics'
import type { Service } from '@/lib/topology/model/service'
import type { Step } from '@/lib/topology/model/step'
import type { Topology } from '@/lib/topology/model/topology'
import { generate } from './generate'
import { resolveProject } from './resolve-project'

/** Data APIs that take units, by name. */
function takers(topology: Topology): readonly string[] {
  return resolveProject(topology)
    .services.filter(({ takesUnits }) => takesUnits)
    .map(({ name }) => name)
}

const dataApis = (topology: Topology): readonly string[] =>
  resolveProject(topology)
    .services.filter(({ kind, callers }) => kind === 'postgres_data_api' && callers.length > 0)
    .map(({ name }) => name)

function withAccess(topology: Topology, access: Access): Topology {
  const links = topology.links.map((link) => (link.type === 'calls' ? { ...link, access } : link))
  return { ...topology, links }
}

function withSteps(topology: Topology, steps: readonly Step[]): Topology {
  const useCases = [{ id: 'u', name: 'act', method: 'POST' as const, path: '/act', input: [], steps }]
  const act = (service: Service): Service => {
    if (service.kind === 'business_api') return { ...service, useCases }
    return service.kind === 'worker' ? { ...service, schedules: [] } : service
  }
  return {
    ...topology,
    nodes: topology.nodes.map((node) => (node.type === 'service' ? act(node) : node)),
  }
}

const entity = notes.topology.entities[0]?.id ?? ''

const rowByRow = examples.filter(({ topology }) => topology.messages.length === 0)

test.each(rowByRow)('nothing of it is in what only writes row by row: $id', ({ topology: drawn }) => {
  const topology = withSteps(drawn, [])
  expect(takers(topology)).toEqual([])
  const paths = [...generate(topology).keys()]
  expect(paths.filter((path) => /outbox|units|writables/.test(path))).toEqual([])
})

test.each(examples)('a caller that publishes writes units: $id', ({ topology }) => {
  expect(takers(publishing(topology))).toEqual(dataApis(topology))
  expect(takers(withAccess(publishing(topology), 'read'))).toEqual([])
  expect(takers({ ...publishing(topology), entities: [] })).toEqual([])
})

test('a caller writes units by steps, if these write', () => {
  const writing: Step = { step: 'create', entity, values: [] }
  const reading: Step = { step: 'find', as: 'found', entity, where: [] }
  expect(takers(withSteps(notes.topology, [writing]))).toEqual(dataApis(notes.topology))
  expect(takers(withSteps(notes.topology, [reading]))).toEqual([])
})

test('migrations, tables, transactions and routes have their part of it', () => {
  const before = generate(notes.topology)
  const files = generate(publishing(notes.topology))
  const folder = `services/${dataApis(notes.topology)[0] ?? ''}`
  for (const [path, part] of [
    ['alembic/versions/0001_initial.py', 'create_outbox()'],
    ['infrastructure/database/tables/__init__.py', 'OUTBOX'],
    ['infrastructure/database/session.py', 'SqlOutbox'],
    ['application/ports.py', 'Outbox'],
    ['main.py', 'units_router'],
    ['tests/fakes.py', 'MemoryOutbox'],
    ['tests/contract/conftest.py', 'LetPass'],
  ] as const) {
    expect(before.get(`${folder}/${path}`)?.content, path).not.toContain(part)
    expect(files.get(`${folder}/${path}`)?.content, path).toContain(part)
  }
})

test('callers that write by steps need no messages, and then nothing is said of their client', () => {
  const test = `services/${dataApis(notes.topology)[0] ?? ''}/tests/contract/test_outbox_client.py`
  const steps: readonly Step[] = [{ step: 'create', entity, values: [] }]
  expect(generate(publishing(notes.topology)).has(test)).toBe(true)
  expect(generate(withSteps(notes.topology, steps)).has(test)).toBe(false)
})
