import { describe, expect, it } from 'vitest'
import { emptyTopology } from '@/lib/topology/fresh'
import type { Topology } from '@/lib/topology/model/topology'
import { setAt, valueAt } from './set-at'

const design: Topology = {
  ...emptyTopology(),
  entities: [
    {
      id: 'loan',
      owner: 'data',
      name: 'loan',
      fields: [
        { name: 'amount', type: 'integer' },
        { name: 'state', type: 'enum', values: [{ name: 'new' }] },
      ],
      indexes: [{ fields: ['amount', 'state'] }],
    },
  ],
}
const inLoan = (...path: (string | number)[]) => ({ part: 'entity', id: 'loan', path }) as const

describe('setAt', () => {
  it('puts a value where nothing stood, and takes it away with what held it', () => {
    const place = { part: 'project', path: ['options', 'ci'] } as const
    const without = setAt(place, false)(design)
    expect(without.project.options).toEqual({ ci: false })
    expect(setAt(place, undefined)(without).project).toEqual(design.project)
  })

  it('changes a value deep inside a part and leaves the others as they are', () => {
    const changed = setAt(inLoan('fields', 1, 'values', 0, 'name'), 'open')(design)
    expect(valueAt(changed, inLoan('fields', 1, 'values'))).toEqual([{ name: 'open' }])
    expect(valueAt(changed, inLoan('fields', 0))).toBe(valueAt(design, inLoan('fields', 0)))
  })

  it('removes an item of a list', () => {
    expect(valueAt(setAt(inLoan('fields', 0), undefined)(design), inLoan('fields'))).toHaveLength(1)
  })

  it('renames a field together with the indexes that name it', () => {
    const changed = setAt(inLoan('fields', 0, 'name'), 'total')(design)
    expect(valueAt(changed, inLoan('indexes', 0, 'fields'))).toEqual(['total', 'state'])
  })

  it('lets a path follow the name that it says, and leaves one that a person wrote', () => {
    const useCase = { id: 'u', name: 'run', method: 'POST', path: '/run', input: [], steps: [] } as const
    const api = { id: 'a', type: 'service', kind: 'business_api', domain: 'x', useCases: [useCase] } as const
    const place = { part: 'node', id: 'a', path: ['useCases', 0, 'name'] } as const
    const renamed = setAt(place, 'apply_for_loan')({ ...design, nodes: [api] })
    const path = { ...place, path: ['useCases', 0, 'path'] }
    expect(valueAt(renamed, path)).toBe('/apply-for-loan')
    const own = setAt(path, '/loans')(renamed)
    expect(valueAt(setAt(place, 'apply')(own), path)).toBe('/loans')
  })
})
