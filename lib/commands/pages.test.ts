import { beforeEach, describe, expect, it } from 'vitest'
import { openDocument } from '@/lib/store/document'
import { select, selectNothing, useSelection } from '@/lib/store/selection'
import { useView } from '@/lib/store/view'
import { emptyTopology } from '@/lib/topology/fresh'
import type { Topology } from '@/lib/topology/model/topology'
import { closePart, focusTarget } from './focus'
import { pageOf } from './pages'

const step = { step: 'answer', status: 204 } as const
const design: Topology = {
  ...emptyTopology(),
  nodes: [
    {
      id: 'api',
      type: 'service',
      kind: 'business_api',
      domain: 'lending',
      resources: [{ entity: 'loan' }],
      useCases: [{ id: 'u', name: 'apply', method: 'POST', path: '/apply', input: [], steps: [step] }],
    },
    { id: 'queue', type: 'queue', name: 'loans', messages: ['m'] },
    { id: 'data', type: 'service', kind: 'postgres_data_api', domain: 'main' },
  ],
  entities: [{ id: 'loan', owner: 'data', name: 'loan', fields: [] }],
  messages: [{ id: 'm', type: 'event', name: 'loan.created', fields: [] }],
}
const now = () => {
  const { nodes, links, open } = useSelection.getState()
  return { nodes, links, open }
}

beforeEach(() => {
  openDocument(design, 'document')
  selectNothing()
})

describe('pages of the inspector', () => {
  it('are there for entities, messages and items with lists of their own', () => {
    const page = (path: (string | number)[]) => pageOf(design, { part: 'node', id: 'api', path })
    expect(page(['useCases', 0, 'steps', 0, 'status'])).toEqual({
      part: 'node',
      id: 'api',
      path: ['useCases', 0],
    })
    expect(page(['useCases', 1])).toBeUndefined()
    expect(page(['resources', 0, 'operations'])).toBeUndefined()
    expect(page(['domain'])).toBeUndefined()
    expect(pageOf(design, { part: 'entity', id: 'loan', path: ['fields', 0] })).toEqual({
      part: 'entity',
      id: 'loan',
    })
    expect(pageOf(design, { part: 'message', id: 'gone' })).toBeUndefined()
  })

  it('are opened by what is about something in them, with the node that they belong to', () => {
    focusTarget({ part: 'node', id: 'api', path: ['useCases', 0, 'steps', 0] })
    expect(now()).toEqual({
      nodes: ['api'],
      links: [],
      open: { part: 'node', id: 'api', path: ['useCases', 0] },
    })
    focusTarget({ part: 'message', id: 'm', path: ['name'] })
    expect(now()).toEqual({ nodes: ['queue'], links: [], open: { part: 'message', id: 'm' } })
    focusTarget({ part: 'entity', id: 'loan' })
    expect(now()).toEqual({ nodes: ['data'], links: [], open: { part: 'entity', id: 'loan' } })
    focusTarget({ part: 'project', path: ['name'] })
    expect(now()).toEqual({ nodes: [], links: [], open: undefined })
  })

  it('are left for the place where they are listed', () => {
    select({ nodes: ['queue'], open: { part: 'message', id: 'm' } })
    expect(closePart()).toBe(true)
    expect(now()).toEqual({ nodes: ['queue'], links: [], open: undefined })
    expect(useView.getState().focus).toEqual({ part: 'message', id: 'm' })
    expect(closePart()).toBe(false)
  })
})
