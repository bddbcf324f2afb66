import { beforeEach, describe, expect, it } from 'vitest'
import { addNode, changeProject, placeNodes, removeNodes } from '@/lib/topology/edits'
import { emptyTopology } from '@/lib/topology/fresh'
import { currentTopology, edit, openDocument, redoStep, settle, undoStep, useDocument } from './document'

const rename = (name: string) => edit(changeProject({ name }), { merge: 'project.name' })
const database = { id: 'db', type: 'database', engine: 'postgres' } as const

beforeEach(() => openDocument(emptyTopology(), 'document'))

describe('the open document', () => {
  it('takes a typed name as one step and the next field as another', () => {
    for (const name of ['f', 'fi', 'finance']) rename(name)
    settle()
    rename('lending')
    undoStep()
    expect(currentTopology().project.name).toBe('finance')
    undoStep()
    expect(currentTopology().project.name).toBe('project')
    redoStep()
    expect(currentTopology().project.name).toBe('finance')
  })

  it('brings back a removed node where it stood, with one step', () => {
    edit(addNode(database, { x: 80, y: 40 }))
    edit(removeNodes(['db']))
    expect(currentTopology().layout?.positions).toEqual([])
    undoStep()
    expect(currentTopology().nodes).toEqual([database])
    expect(currentTopology().layout?.positions).toEqual([{ node: 'db', x: 80, y: 40 }])
  })

  it('gives a place to a node that comes without one', () => {
    edit(addNode(database))
    expect(currentTopology().layout?.positions).toMatchObject([{ node: 'db' }])
  })

  it('joins the small moves of one key into one step', () => {
    edit(addNode(database, { x: 0, y: 0 }))
    for (const x of [8, 16, 24]) edit(placeNodes([{ node: 'db', x, y: 0 }]), { merge: 'nudge db' })
    undoStep()
    expect(currentTopology().layout?.positions).toMatchObject([{ x: 0, y: 0 }])
  })

  it('begins a history of its own for every document that is opened', () => {
    rename('finance')
    openDocument(emptyTopology())
    expect(useDocument.getState().history.past).toEqual([])
    expect(useDocument.getState().id).not.toBe('document')
  })
})
