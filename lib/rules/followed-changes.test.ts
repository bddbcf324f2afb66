import { expect, test } from 'vitest'
import type { Link } from '@/lib/topology/model/link'
import { errorsOf } from './judge'
import { api, caches, lending } from './sketch'
import { redis } from './sketch-messages'

function withUses(uses: Extract<Link, { type: 'caches' }>['uses']) {
  const { entities, nodes } = lending()
  const entity = entities[0]
  const drawn = nodes.find(({ id }) => id === 'lending')
  const path = `/${entity?.plural ?? `${entity?.name}s`}/changes`
  const useCase = { id: 'follow', name: 'look', method: 'GET', path, input: [], steps: [] } as const
  const resources = [{ entity: entity?.id ?? '', operations: ['read'] }] as const
  return lending({
    nodes: [api('lending', { ...drawn, resources, useCases: [useCase] } as never), redis],
    links: [{ ...caches('lending', 'redis'), uses } as never],
  })
}

test('the path over which changes are followed is taken where they are told live, and only there', () => {
  const rulesOf = (uses: Extract<Link, { type: 'caches' }>['uses']) =>
    errorsOf(withUses(uses)).map(({ rule }) => rule)
  expect(rulesOf(['pub_sub'])).toContain('invalid-use-case')
  expect(rulesOf(['cache'])).not.toContain('invalid-use-case')
})
