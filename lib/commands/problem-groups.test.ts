import { describe, expect, it } from 'vitest'
import { kindById } from '@/lib/catalog/catalog'
import { judge } from '@/lib/rules/judge'
import { addNode } from '@/lib/topology/edits'
import { emptyTopology } from '@/lib/topology/fresh'
import { judgementOf } from './judgement'
import { GROUPINGS, groupProblems } from './problem-groups'

const add = (kind: Parameters<typeof kindById>[0], id: string) =>
  addNode(kindById(kind).create(id, new Set()))
const broken = [
  add('postgres_database', 'database'),
  add('postgres_data_api', 'data'),
  add('business_api', 'api'),
].reduce((made, change) => change(made), emptyTopology())

describe('problems in groups', () => {
  it('loses and doubles none, however they are grouped', () => {
    const findings = judge(broken)
    for (const grouping of GROUPINGS) {
      const grouped = groupProblems(broken, findings, grouping).flatMap((group) => group.findings)
      expect(new Set(grouped)).toEqual(new Set(findings))
      expect(grouped).toHaveLength(findings.length)
    }
  })

  it('has the worst first, and names the nodes', () => {
    const { findings } = judgementOf(broken)
    expect(groupProblems(broken, findings, 'severity')[0]?.key).toBe('error')
    const places = groupProblems(broken, findings, 'place').map(({ title }) => title.en)
    expect(places).toContain('PostgreSQL')
  })

  it('counts what cannot be generated yet nowhere', () => {
    const drawn = add('bot', 'bot')(emptyTopology())
    const { findings, notYet, errors } = judgementOf(drawn)
    expect(notYet.length).toBeGreaterThan(0)
    for (const { rule } of [...findings, ...errors]) expect(rule).not.toBe('not-generated-yet')
  })
})
