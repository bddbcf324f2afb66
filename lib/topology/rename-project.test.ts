import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { emptyTopology } from './fresh'
import { renameAt } from './rename-at'

const NAME = { part: 'project', path: ['name'] } as const
const named = (name: string, context: string) => ({
  ...emptyTopology(),
  project: { ...emptyTopology().project, name, context },
})

it('takes a context along that is the one of the name, letter by letter', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 30 }), { maxLength: 6 }), (names) => {
      let topology = emptyTopology()
      for (const name of [...names, 'loans and credits'])
        topology = renameAt(NAME, name)?.(topology) ?? topology
      expect(topology.project).toMatchObject({ name: 'loans and credits', context: 'loans_and_credits' })
    }),
  )
})

it('leaves a context that a person chose', () => {
  const next = renameAt(NAME, 'loans')?.(named('lending', 'finance'))
  expect(next?.project).toMatchObject({ name: 'loans', context: 'finance' })
})
