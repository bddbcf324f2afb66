import { describe, expect, it } from 'vitest'
import { fixAllSafe } from './fix-all'
import { errorsOf, judge, targetKey } from './judge'
import { tenseOf, toImperative, toPast } from './past-tense'
import { api, bot, calls, entity, lending, sketch, string, worker } from './sketch'

const wrong = lending({
  nodes: [api('portal', { port: 9000 }), { ...api('lending'), id: 'twin' }, bot('support')],
  links: [calls('portal', 'gone')],
  entities: [entity('loan', [string('class'), string('qty')])],
})

describe('judging', () => {
  it('tells errors first, each with its rule, and once for each document', () => {
    const findings = judge(wrong)
    const severities = findings.map(({ severity }) => severity)
    expect(severities).toEqual([...severities].sort())
    expect(new Set(findings.map(({ rule }) => rule))).toContain('port-out-of-range')
    expect(judge(wrong)).toBe(findings)
    expect(errorsOf(wrong).every(({ severity }) => severity === 'error')).toBe(true)
  })

  it('holds repairs back while two parts share an id', () => {
    const twins = { ...wrong, nodes: [...wrong.nodes, { ...api('other'), id: 'portal' }] }
    const fixable = judge(twins).filter(({ fix }) => fix)
    expect(fixable.map(({ rule }) => rule)).toEqual(['duplicate-id'])
    const next = fixable[0]?.fix?.edit(twins)
    expect(next && judge(next).filter(({ fix }) => fix).length).toBeGreaterThan(3)
  })

  it('keeps terminals and readers safe from names', () => {
    const hostile = sketch({ nodes: [worker('x', { domain: '\x1b[2J\u202Edrop' })] })
    for (const { message } of judge(hostile))
      expect(`${message.en}${message.ru}`).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })

  it('says of an empty name that there is none, and quotes no nothing', () => {
    const unnamed = lending({
      nodes: [api('')],
      entities: [entity('', [string('')])],
    })
    const said = judge(unnamed).map(({ message }) => message.en)
    expect(said).toContainEqual(expect.stringMatching(/^The domain is empty; use /))
    expect(said).toContainEqual(expect.stringMatching(/^The entity has no name; use /))
    expect(said.filter((words) => words.includes('""'))).toEqual([])
  })

  it('applies every safe fix at once', () => {
    const { topology, fixed } = fixAllSafe(wrong)
    expect(fixed.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['port-out-of-range', 'duplicate-name', 'reserved-name', 'abbreviated-name']),
    )
    expect(new Set(errorsOf(topology).map(({ rule }) => rule))).toEqual(new Set(['not-generated-yet']))
    expect(fixAllSafe(lending())).toEqual({ topology: lending(), fixed: [] })
  })

  it('keys a target by its place', () => {
    expect(targetKey({ part: 'project' })).not.toBe(targetKey({ part: 'node', id: 'project' }))
    expect(targetKey({ part: 'node', id: 'a', path: ['b'] })).toBe('["node","a","b"]')
  })
})

describe('tenses of verbs', () => {
  it.each([
    ['create', 'created'],
    ['apply', 'applied'],
    ['cancel', 'cancelled'],
    ['stop', 'stopped'],
    ['submit', 'submitted'],
    ['pay', 'paid'],
    ['send', 'sent'],
    ['play', 'played'],
    ['check_out', 'check_outed'],
    ['approve_2', 'approved_2'],
  ])('%s → %s', (order, past) => {
    expect(toPast(order)).toBe(past)
    expect(tenseOf(past)).toBe('past')
    expect(tenseOf(order)).toBe('order')
  })

  it('goes back where letters tell', () => {
    expect(['sent', 'scored', 'notified', 'started', 'xyzzed'].map(toImperative)).toEqual([
      'send',
      'score',
      'notify',
      'start',
      undefined,
    ])
    expect(['put', 'read', 'feed'].map(tenseOf)).toEqual(['both', 'both', 'order'])
  })
})
