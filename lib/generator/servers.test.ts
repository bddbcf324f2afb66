import { describe, expect, test } from 'vitest'
import { randomCasesDesign } from '@/lib/testing/random-cases'
import { generate } from './generate'
import { mailServer } from './mail'
import { rabbitmqServer, rabbitmqUrl } from './rabbitmq'
import { redisServer } from './redis'
import { needsOf } from './servers'

const servers = [rabbitmqServer('shop'), redisServer(), mailServer()]
const needs = needsOf(servers)

describe.each(servers.map((server) => [server.host, server] as const))('%s', (_, server) => {
  test('listens on loopback only, outside of the network of databases, and has a health check', () => {
    const { ports = [], networks, healthcheck } = server.container
    expect(ports.filter((port) => !/^127\.0\.0\.1:\$\{[A-Z_]+:-\d+\}:\d+$/.test(port))).toEqual([])
    expect(networks).toEqual(['app'])
    expect(healthcheck).toHaveProperty('test')
  })

  test('names in .env what its container asks for, secrets without a default', () => {
    const text = JSON.stringify(server.container)
    const asked = [...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name)
    const secrets = new Set([...text.matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name]) => name))
    const named = [...server.variables, ...server.ports]
    expect(named.map(({ name }) => name).sort()).toEqual([...new Set(asked)].sort())
    expect(named.filter(({ default: value }) => value === null).map(({ name }) => name)).toEqual([...secrets])
  })

  test('keeps its data in the volume that it names', () => {
    const kept = (server.container.volumes ?? []).map((line) => line.split(':')[0])
    expect(kept).toEqual(server.volume ? [server.volume] : [])
  })
})

test('a service that needs them waits for them and is told where they are', () => {
  expect(needs.dependsOn).toEqual({ rabbitmq: 'healthy', redis: 'healthy', mail: 'healthy' })
  expect(needs.environment).toHaveProperty('RABBITMQ_URL', rabbitmqUrl('shop'))
  expect(needs.settings.map(({ name }) => name)).toEqual(['RABBITMQ_URL', 'REDIS_URL'])
  expect(needs.shared.testServers.map(({ variable }) => variable)).toEqual([
    'TEST_RABBITMQ_URL',
    'TEST_REDIS_URL',
  ])
})

test('who needs no server adds nothing', () => {
  expect(needsOf([])).toEqual({
    shared: { variables: [], containers: {}, workloads: {}, volumes: [], testServers: [], consoles: [] },
    settings: [],
    environment: {},
    dependsOn: {},
    reaches: [],
  })
})

// In seed 12 a service may send messages and has no step that does.
test.each(Array.from({ length: 15 }, (_, index) => index + 1))(
  'make test-integration names every server that a test looks for: seed %i',
  (seed) => {
    const files = [...generate(randomCasesDesign(seed)).values()]
    const makefile = files.find(({ path }) => path === 'Makefile')?.content ?? ''
    const tests = files.filter(({ path }) => path.endsWith('.py') && !path.endsWith('test_process.py'))
    const wanted = tests.flatMap(({ content }) => content.match(/\bTEST_[A-Z]+_URL\b/g) ?? [])
    expect([...new Set(wanted)].filter((name) => !makefile.includes(name))).toEqual([])
  },
)
