import { describe, expect, it } from 'vitest'
import { expectMended, mendAll } from '@/lib/testing/mending'
import { judge } from './judge'
import { drawnRules } from './rules'

const examples = drawnRules.flatMap(({ id, examples: { invalid } }) =>
  invalid.map(({ name, topology }) => ({ id, name: name.en, topology })),
)

describe('fixes of the examples', () => {
  it.each(examples)('$id: $name', ({ topology }) => {
    for (const finding of judge(topology)) if (finding.fix) expectMended(topology, finding)
    mendAll(topology)
  })

  it('belongs to every rule of which the design says so', () => {
    const without = drawnRules.filter(({ id, examples: { invalid } }) =>
      invalid.every(({ topology }) => judge(topology).every(({ rule, fix }) => rule !== id || !fix)),
    )
    expect(without.map(({ id }) => id).sort()).toEqual([
      'ambiguous-domain',
      'event-cycle',
      'event-with-two-owners',
      'generic-context',
      'long-name',
      'long-text',
      'name-too-long',
      'not-generated-yet',
      'split-write',
      'too-large',
    ])
  })
})
