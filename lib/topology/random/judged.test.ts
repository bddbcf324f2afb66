import { expect, test } from 'vitest'
import { examples } from '@/lib/examples/examples'
import { judge } from '@/lib/rules/judge'
import { randomDesign } from './random-design'

/** More on demand: `TOPOFORGE_DESIGNS=5000 npm run test:unit`. */
const DESIGNS = Number(process.env.TOPOFORGE_DESIGNS ?? 300)

test(`no rule finds an error in ${DESIGNS} random designs`, () => {
  for (let seed = 1; seed <= DESIGNS; seed += 1) {
    const errors = judge(randomDesign(seed)).filter(({ severity }) => severity === 'error')
    expect(
      errors.map(({ rule, message }) => `${rule}: ${message.en}`),
      `seed ${seed}`,
    ).toEqual([])
  }
}, 600_000)

test.each(examples)('$id has neither errors nor warnings', ({ topology }) => {
  const findings = judge(topology).filter(({ severity }) => severity !== 'info')
  expect(findings.map(({ rule, message }) => `${rule}: ${message.en}`)).toEqual([])
})
