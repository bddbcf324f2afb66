import { describe, expect, it } from 'vitest'
import { addLink } from '@/lib/topology/edits'
import type { Topology } from '@/lib/topology/model/topology'
import { complete } from './complete'
import { errorsOf } from './judge'
import { judgeLink, judgeTargets } from './judge-link'
import {
  api,
  bot,
  calls,
  dataApi,
  database,
  lending,
  mongoApi,
  queue,
  sketch,
  stores,
  worker,
} from './sketch'

const city = lending({
  nodes: [
    api('portal'),
    worker('scoring'),
    bot('support'),
    queue('jobs'),
    mongoApi('audit'),
    database('mongo'),
    { id: 'redis', type: 'redis' },
  ],
  links: [calls('portal', 'lending'), stores('audit', 'mongo')],
})

const rulesOf = (from: string, to: string) => judgeLink(city, from, to)?.findings.map(({ rule }) => rule)

describe('a connection that is being dragged', () => {
  it('that is refused tells the way which is there already, where nothing is to repair', () => {
    const verdict = judgeLink(city, 'lending', 'postgres')
    expect(verdict?.repair).toBeUndefined()
    expect(verdict?.already?.en).toMatch(
      /_lending_api already reaches PostgreSQL through \w+_records_data_api\.$/,
    )
    expect(judgeLink(city, 'redis', 'lending')?.already).toBeUndefined()
    expect(judgeLink(city, 'portal', 'postgres')?.already).toBeUndefined()
    expect(judgeLink(city, 'portal', 'postgres')?.repair).toBeDefined()
  })

  it.each([
    ['lending', 'postgres', ['direct-database-access']],
    ['scoring', 'mongo', ['direct-database-access']],
    ['records', 'mongo', ['data-api-engine-mismatch']],
    ['records', 'lending', ['data-api-with-business-logic']],
    ['records', 'audit', ['data-api-with-business-logic']],
    ['lending', 'scoring', ['http-into-non-api']],
    ['lending', 'support', ['http-into-non-api']],
    ['lending', 'portal', ['call-cycle']],
    ['lending', 'lending', ['invalid-link']],
    ['jobs', 'lending', ['consumed-by-api']],
    ['redis', 'lending', ['invalid-link']],
    ['lending', 'records', ['duplicate-link']],
    ['records', 'postgres', ['duplicate-link']],
    ['portal', 'records', []],
    ['support', 'audit', []],
    ['scoring', 'jobs', []],
    ['jobs', 'scoring', []],
    ['lending', 'redis', []],
  ])('%s → %s is refused by %j', (from, to, rules) => {
    expect(rulesOf(from, to)).toEqual(rules)
  })

  it('is unknown where an end is missing', () => {
    expect(judgeLink(city, 'lending', 'gone')).toBeUndefined()
    expect(judgeTargets(city, 'gone').size).toBe(0)
  })

  it('is judged alike for all targets at once', () => {
    for (const { id } of city.nodes) {
      const verdicts = judgeTargets(city, id)
      for (const { id: to } of city.nodes) {
        const rules = verdicts.get(to)?.findings.map(({ rule }) => rule)
        expect(rules).toEqual(rulesOf(id, to))
      }
    }
  })

  it('is refused exactly where the dropped link would bring an error', () => {
    for (const { id: from } of city.nodes) {
      for (const [to, { link, findings }] of judgeTargets(city, from)) {
        const linked = addLink(link)(city)
        const brought = newErrors(city, complete(linked, [link.id])(linked)).filter(
          (rule) => rule !== 'not-generated-yet',
        )
        expect([from, to, findings.length > 0]).toEqual([from, to, brought.length > 0])
      }
    }
  })

  it('offers what builds the right thing instead, and nothing that only takes away', () => {
    const bare = sketch({ nodes: [api('lending'), database('postgres')] })
    const repaired = judgeLink(bare, 'lending', 'postgres')?.repair?.edit(bare)
    expect(repaired?.nodes.map((node) => node.type)).toEqual(['service', 'database', 'service'])
    expect(repaired && errorsOf(repaired)).toEqual([])
    expect(judgeLink(city, 'records', 'lending')?.repair).toBeUndefined()
    expect(judgeLink(city, 'lending', 'portal')?.repair).toBeDefined()
    expect(judgeLink(city, 'lending', 'scoring')?.repair).toBeDefined()
    expect(judgeLink(city, 'postgres', 'lending')?.repair).toBeUndefined()
  })

  it('reuses the data API that is there', () => {
    const two = lending({ nodes: [api('portal')] })
    const next = judgeLink(two, 'portal', 'postgres')?.repair?.edit(two)
    expect(next?.nodes).toHaveLength(two.nodes.length)
    expect(next?.links.at(-1)).toMatchObject({ type: 'calls', from: 'portal', to: 'records' })
  })

  it('keeps one database to one data API and one data API to one database', () => {
    const spare = lending({ nodes: [database('postgres', 'spare'), dataApi('user')] })
    expect(judgeLink(spare, 'records', 'spare')?.findings.map(({ rule }) => rule)).toEqual([
      'several-databases',
    ])
    expect(judgeLink(spare, 'user', 'postgres')?.findings.map(({ rule }) => rule)).toEqual([
      'shared-database',
    ])
  })
})

function newErrors(before: Topology, after: Topology): readonly string[] {
  const known = new Set(errorsOf(before).map(({ rule, at }) => JSON.stringify([rule, at])))
  return errorsOf(after)
    .filter(({ rule, at }) => !known.has(JSON.stringify([rule, at])))
    .map(({ rule }) => rule)
}
