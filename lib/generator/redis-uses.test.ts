import { describe, expect, test } from 'vitest'
import { examples } from '@/lib/examples/examples'
import { errorsOf } from '@/lib/rules/judge'
import { keeping } from '@/lib/testing/keeping'
import type { RedisUse } from '@/lib/topology/model/link'
import type { Topology } from '@/lib/topology/model/topology'
import { generate } from './generate'

const shop = designOf('shop')

function designOf(id: string): Topology {
  const topology = examples.find((example) => example.id === id)?.topology
  if (!topology) throw new Error(`There is no example ${id}`)
  const nodes = topology.nodes.filter(({ type }) => type !== 'redis')
  return { ...topology, nodes, links: topology.links.filter(({ type }) => type !== 'caches') }
}

function filesOf(...uses: readonly RedisUse[]) {
  const files = generate(uses.length > 0 ? keeping(shop, uses) : shop)
  const all = [...files.values()]
  return {
    text: all.map(({ path, content }) => `${path}\n${content}`).join('\n'),
    read: (end: string) => all.find(({ path }) => path.endsWith(end))?.content ?? '',
  }
}

describe('where Redis is not drawn', () => {
  test('nothing speaks of it, nor of what it could be used for', () => {
    expect(filesOf().text.match(/redis|row_cache|rate_limit|too-many-requests|event-stream/i)).toBeNull()
  })
})

const TRACES: Readonly<Record<string, RegExp>> = {
  cache: /row_cache|read_cached|CACHE_SECONDS/,
  rate_limit: /rate_limit|RATE_LIMIT_PER_MINUTE|TRUSTED_PROXIES|too-many-requests|\b429\b/,
  pub_sub: /shared\.changes|event-stream|EventStream/,
}

describe.each(['cache', 'rate_limit', 'pub_sub'] as const)('%s', (use) => {
  const { text, read } = filesOf(use)

  test('is fine, and brings what it is about and no other use', () => {
    expect(errorsOf(keeping(shop, [use]))).toEqual([])
    for (const [other, trace] of Object.entries(TRACES)) {
      if (other === use) expect(text).toMatch(trace)
      else expect(text).not.toMatch(trace)
    }
  })

  test('brings a client of Redis to who uses it, and nobody waits for the server', () => {
    expect(read('_api/pyproject.toml')).toMatch(/"shared\[http,(messaging,)?redis,web\]"/)
    expect(read('_data_api/pyproject.toml')).not.toContain('redis')
    const compose = read('docker-compose.dev.yml')
    expect(compose).toContain('REDIS_URL: redis://')
    expect(compose).not.toMatch(/redis:\n +condition: service_healthy/)
  })
})

test('what goes along with a row is told to the cache, however far', () => {
  const clients = [...generate(keeping(designOf('finance-lending'), ['cache'])).values()]
  const loans = clients.find(({ path }) => path.endsWith('_api/infrastructure/http/loan_client.py'))
  expect(loans?.content).toContain('dependents = ("loan_payment",)')
})
