import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Topology } from '@/lib/topology/model/topology'
import { topologySchema } from '@/lib/topology/model/topology'
import { RULE_GROUPS } from './groups'
import { errorsOf, judge } from './judge'
import type { Rule } from './rule'
import { drawnRules, ruleById, rules } from './rules'

/** It blocks the download alone, and designs may say more than can be built. */
const ASIDE = 'not-generated-yet'

describe('the table of rules', () => {
  it('has a line for every file, and a file for every line', () => {
    const files = readdirSync(join(import.meta.dirname, 'laws')).map((file) => file.replace(/\.ts$/, ''))
    expect(rules.map(({ id }) => id).sort()).toEqual(files.sort())
    for (const rule of rules) expect(ruleById(rule.id)).toBe(rule)
  })

  it('lists the rules of a group together, in the order of the groups', () => {
    const groups = [...new Set(rules.map(({ group }) => group))]
    expect(groups).toEqual(Object.keys(RULE_GROUPS))
    const order = rules.map(({ group }) => groups.indexOf(group))
    expect(order).toEqual([...order].sort((a, b) => a - b))
  })

  it.each(rules)('$id says everything in both languages', ({ title, why, examples, undrawable }) => {
    const shown = examples
      ? [...examples.valid, ...examples.invalid]
      : [undrawable.valid, undrawable.invalid, { name: undrawable.because }]
    const texts = [title, why, ...shown.map(({ name }) => name)]
    for (const { en, ru } of texts) {
      expect(en.trim()).toBe(en)
      expect(ru.trim()).toBe(ru)
      expect(en.length * ru.length).toBeGreaterThan(0)
    }
    for (const { en, ru } of [title, why]) {
      expect(en).toMatch(/^[A-Z{].*\.$/)
      expect(ru).toMatch(/^[А-ЯA-Z].*\.$/)
    }
  })
})

function idsOf(topology: Topology, without: readonly string[] = []): readonly string[] {
  const ids = new Set(errorsOf(topology).map(({ rule }) => rule))
  return [...ids].filter((id) => id !== ASIDE && !without.includes(id)).sort()
}

const examplesOf = (which: 'valid' | 'invalid') =>
  drawnRules.flatMap((rule) =>
    rule.examples[which].map((example) => ({ id: rule.id, name: example.name.en, rule, example })),
  )

describe('valid examples', () => {
  it.each(examplesOf('valid'))('$id: $name', ({ rule, example: { topology } }) => {
    expect(topologySchema.safeParse(topology).error).toBeUndefined()
    expect(judge(topology).filter((finding) => finding.rule === rule.id)).toEqual([])
    expect(idsOf(topology)).toEqual([])
  })
})

describe('invalid examples', () => {
  it.each(examplesOf('invalid'))('$id: $name', ({ rule, example: { topology, also = [] } }) => {
    const own = judge(topology).filter((finding) => finding.rule === rule.id)
    expect(own.length).toBeGreaterThan(0)
    expect(idsOf(topology, also)).toEqual(rule.severity === 'error' && rule.id !== ASIDE ? [rule.id] : [])
    expect(also.filter((id) => !judge(topology).some((finding) => finding.rule === id))).toEqual([])
  })

  it.each(examplesOf('invalid'))('$id: $name, told in whole sentences', ({ rule, example: { topology } }) => {
    for (const finding of judge(topology).filter((one) => one.rule === rule.id)) expectTold(finding, rule)
  })
})

function expectTold({ message, fix, severity }: ReturnType<typeof judge>[number], rule: Rule): void {
  for (const { en, ru } of [message, ...(fix ? [{ en: `${fix.label.en}.`, ru: `${fix.label.ru}.` }] : [])]) {
    expect(en).toMatch(/\.$/)
    expect(ru).toMatch(/[а-яё].*\.$/i)
    expect(`${en}${ru}`).not.toMatch(/undefined|\[object|NaN/)
  }
  expect(severity).toBe(rule.severity)
}
