import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { examples } from '@/lib/examples/examples'
import { financeLending } from '@/lib/examples/finance-lending'
import { read } from '@/lib/share/read'
import { hostileText } from '@/lib/testing/hostile-text'
import { canonical } from '@/lib/topology/canonical'
import type { Topology } from '@/lib/topology/model/topology'
import { generateProject } from '../generate'
import { resolveProject } from '../resolve-project'
import { contributors } from '.'
import { designFiles } from './design-files'
import { firstOfEach } from './shared-contributions'

const shared = contributors.filter(({ id }) => id !== 'service-files' && id !== 'api-descriptions')

/** The files of a project that are not those of its services. */
function sharedFiles(topology: Topology, only = shared): ReadonlyMap<string, string> {
  const files = generateProject(resolveProject(topology), only)
  return new Map([...files].map(([path, { content }]) => [path, content]))
}

describe('the design in the download', () => {
  test('is read back as the same, whatever is written in it', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const title = { ru: text, en: text }
        const topology = {
          ...financeLending.topology,
          project: { ...financeLending.topology.project, title },
        }
        const file = sharedFiles(topology, [designFiles]).get('.topoforge/topology.json') ?? ''
        const { layout: _, ...design } = canonical(topology)
        expect(file).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/mu)
        expect(read(file)).toMatchObject({ ok: true, topology: design })
      }),
      { numRuns: 50 },
    )
  })

  test('has where things stand in a file of its own, if they stand anywhere', () => {
    const { layout, ...placeless } = financeLending.topology
    const paths = (topology: Topology) => [...sharedFiles(topology, [designFiles]).keys()]
    expect(layout).toBeDefined()
    expect(paths(financeLending.topology)).toEqual(['.topoforge/layout.json', '.topoforge/topology.json'])
    expect(paths(placeless)).toEqual(['.topoforge/topology.json'])
  })
})

describe.each(examples.map(({ id, topology }) => [id, topology] as const))('compose of %s', (_, topology) => {
  const compose = parseYaml(sharedFiles(topology).get('docker-compose.dev.yml') ?? '')
  const services = Object.entries<Record<string, unknown>>(compose.services)
  const { services: drawn } = resolveProject(topology)

  test('has every service, and each has a health check', () => {
    expect(Object.keys(compose.services)).toEqual(
      expect.arrayContaining(drawn.map(({ name }) => name.replaceAll('_', '-'))),
    )
    expect(services.filter(([, service]) => !service.healthcheck)).toEqual([])
  })

  test('listens on loopback only', () => {
    const ports = services.flatMap(([, { ports: published = [] }]) => published as string[])
    expect(ports.filter((port) => !/^127\.0\.0\.1:\$\{[A-Z0-9_]+:-\d+\}:\d+$/.test(port))).toEqual([])
  })

  test('lets nobody but databases and data APIs into their network', () => {
    const inside = services.filter(([, { networks }]) => (networks as string[]).includes('data'))
    const dataApis = drawn.filter(({ engine }) => engine).map(({ name }) => name.replaceAll('_', '-'))
    expect(inside.map(([name]) => name).sort()).toEqual(
      ['postgres', ...dataApis, ...dataApis.map((name) => `${name}-migrate`)].sort(),
    )
  })

  test('asks for no variable that .env.example does not name', () => {
    const names = (text: string, pattern: RegExp) =>
      new Set([...text.matchAll(pattern)].map(([, name]) => name))
    const files = sharedFiles(topology)
    const composed = ['dev', 'observability'].map((name) => files.get(`docker-compose.${name}.yml`) ?? '')
    const wanted = names(composed.join('\n'), /\$\{([A-Z0-9_]+)/g)
    const known = names(files.get('.env.example') ?? '', /^(?:# )?([A-Z0-9_]+)=/gm)
    expect([...wanted].sort()).toEqual([...known].sort())
  })
})

test('options take files away', () => {
  const { topology } = financeLending
  const without = { ...topology, project: { ...topology.project, options: { ci: false } } }
  const before = [...sharedFiles(topology).keys()]
  const after = [...sharedFiles(without).keys()]
  expect(before.filter((path) => !after.includes(path))).toEqual(['.github/workflows/ci.yml'])
})

test('no .gitignore hides a file of the download', () => {
  const files = sharedFiles(financeLending.topology)
  const patterns = (files.get('.gitignore') ?? '').split('\n').filter((line) => line && !line.startsWith('#'))
  const hidden = [...files.keys()].filter((path) =>
    patterns.some((pattern) => {
      const name = pattern.replaceAll('/', '')
      return pattern.startsWith('/') ? path === name : path.split('/').includes(name)
    }),
  )
  expect(hidden).toEqual([])
})

test('what several services bring is there once', () => {
  expect(firstOfEach(['a', 'b', 'a'], (item) => item)).toEqual(['a', 'b'])
})
