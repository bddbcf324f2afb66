import { expect, test } from 'vitest'
import type { Link } from '@/lib/topology/model/link'
import { areUsesBuilt, canUseRedisFor, usesOver } from './redis-uses'

function linkFor(uses?: Extract<Link, { type: 'caches' }>['uses']) {
  return { id: 'link', type: 'caches', from: 'a', to: 'redis', ...(uses && { uses }) } as const
}

test('a link that names no use is for what the kind needs', () => {
  expect(usesOver(linkFor(), 'business_api')).toEqual(['cache'])
  expect(usesOver(linkFor(), 'worker')).toEqual(['idempotency'])
  expect(usesOver(linkFor(), 'bot')).toContain('sessions')
  expect(usesOver(linkFor(['pub_sub']), 'worker')).toEqual(['pub_sub'])
})

test('what a kind cannot do with Redis has no code', () => {
  expect(canUseRedisFor('business_api', 'sessions')).toBe(false)
  expect(canUseRedisFor('worker', 'rate_limit')).toBe(false)
  expect(areUsesBuilt(linkFor(['cache', 'rate_limit', 'pub_sub']), 'business_api')).toBe(true)
  expect(areUsesBuilt(linkFor(['idempotency', 'rate_limit']), 'worker')).toBe(false)
})

test('data APIs and bots are drawn with Redis, and not generated with it yet', () => {
  for (const kind of ['bot', 'postgres_data_api', 'redis'] as const)
    expect(areUsesBuilt(linkFor(), kind)).toBe(false)
})
