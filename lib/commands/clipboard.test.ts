import { beforeEach, describe, expect, it, vi } from 'vitest'
import { kindById } from '@/lib/catalog/catalog'
import { financeLending } from '@/lib/examples/finance-lending'
import { judge } from '@/lib/rules/judge'
import { currentTopology, openDocument, undoStep, useDocument } from '@/lib/store/document'
import { select, useSelection } from '@/lib/store/selection'
import { useSession } from '@/lib/store/session'
import { useView } from '@/lib/store/view'
import { addNote } from '@/lib/topology/edits'
import { emptyTopology } from '@/lib/topology/fresh'
import { addAt } from './add-at'
import {
  copySelection,
  cutSelection,
  duplicateBy,
  duplicateSelection,
  nothingToDuplicate,
  pasteText,
} from './clipboard'
import { selectAll } from './edit-selection'

const errors = () => judge(currentTopology()).filter(({ severity }) => severity === 'error')
const positions = () => new Map(currentTopology().layout?.positions.map((place) => [place.node, place]))
const api = () =>
  currentTopology().nodes.find((node) => node.type === 'service' && node.kind === 'business_api')

beforeEach(() => {
  openDocument(financeLending.topology, 'document')
  useView.setState({ notices: [] })
})

describe('copy and paste', () => {
  it('puts a service there again, with its calls, as one step, without a new error', () => {
    const before = currentTopology()
    select({ nodes: [api()?.id ?? ''] })
    pasteText(copySelection())
    expect(currentTopology().nodes).toHaveLength(before.nodes.length + 1)
    expect(errors()).toEqual([])
    expect(useDocument.getState().history.past).toHaveLength(1)
    undoStep()
    expect(currentTopology()).toBe(before)
  })

  it('pastes twice, and never exactly onto what is there', () => {
    select({ nodes: [api()?.id ?? ''] })
    const content = copySelection()
    const at = { x: 640, y: 400 }
    pasteText(content, at)
    pasteText(content, at)
    const places = [...positions().values()].map(({ x, y }) => `${x} ${y}`)
    expect(new Set(places).size).toBe(places.length)
    expect(errors()).toEqual([])
  })

  it('opens a whole project in an empty document', () => {
    const { nodes, entities, links } = currentTopology()
    selectAll()
    const content = copySelection()
    openDocument(emptyTopology(), 'other')
    pasteText(content)
    expect(currentTopology().nodes).toHaveLength(nodes.length)
    expect(currentTopology().entities).toHaveLength(entities.length)
    expect(currentTopology().links).toHaveLength(links.length)
    expect(errors()).toEqual([])
  })

  it('brings entities to the data API that is there, and says so', () => {
    selectAll()
    const content = copySelection()
    openDocument(emptyTopology(), 'other')
    addAt(kindById('postgres_data_api'), { x: 0, y: 0 })
    const entities = currentTopology().entities.length
    pasteText(content, { x: 900, y: 0 })
    expect(currentTopology().nodes.filter(({ type }) => type === 'database')).toHaveLength(1)
    expect(currentTopology().entities.length).toBeGreaterThan(entities)
    expect(useView.getState().notices.at(-1)?.detail?.en).toContain('data_api')
  })

  it('says that a text is foreign, and changes nothing', () => {
    const before = currentTopology()
    pasteText('{"hello": "world"}')
    expect(currentTopology()).toBe(before)
    expect(useView.getState().notices.at(-1)?.text.en).toContain('Nothing was changed')
  })

  it('says of a damaged design why it is not opened, as for a file', () => {
    const before = currentTopology()
    const fault = () => useSession.getState().fault
    pasteText('{"topoforge": 99}')
    expect(fault()?.reason).toBe('too-new')
    vi.stubGlobal('location', { origin: 'https://here.example' })
    pasteText('https://here.example/#1abc')
    expect(fault()?.reason).toBe('damaged')
    useSession.setState({ fault: undefined })
    pasteText('https://elsewhere.example/page#part')
    expect(fault()).toBeUndefined()
    expect(useView.getState().notices.at(-1)?.text.en).toContain('Nothing was changed')
    expect(currentTopology()).toBe(before)
    vi.unstubAllGlobals()
  })

  it('copies, cuts, pastes and duplicates notes, alone and with nodes, a step each', () => {
    const note = { id: 'note-1', x: 0, y: 0, text: 'Ask the bank' }
    openDocument(addNote(note)(financeLending.topology), 'notes')
    const before = currentTopology()
    const notes = () => currentTopology().layout?.notes ?? []
    select({ nodes: ['note-1'] })
    expect(nothingToDuplicate()).toBeUndefined()
    duplicateSelection()
    const [first, second] = notes()
    expect(second).toMatchObject({ text: note.text })
    expect({ x: second?.x, y: second?.y }).not.toEqual({ x: first?.x, y: first?.y })
    expect(useSelection.getState().nodes).toEqual([second?.id])
    undoStep()
    expect(currentTopology()).toBe(before)

    selectAll()
    expect(useSelection.getState().nodes).toContain('note-1')
    select({ nodes: ['note-1', api()?.id ?? ''] })
    const content = cutSelection()
    expect(notes()).toEqual([])
    pasteText(content, { x: 400, y: 400 })
    expect(notes()).toHaveLength(1)
    expect(currentTopology().nodes).toHaveLength(before.nodes.length)
    undoStep()
    undoStep()
    expect(currentTopology()).toBe(before)
  })

  it('puts a copy exactly where it is dragged to', () => {
    const node = api()?.id ?? ''
    const before = currentTopology()
    const place = positions().get(node)
    duplicateBy([node], { x: 80, y: 160 })
    const [copy = ''] = useSelection.getState().nodes
    expect(copy).not.toBe(node)
    expect(positions().get(node)).toEqual(place)
    expect(positions().get(copy)).toMatchObject({ x: (place?.x ?? 0) + 80, y: (place?.y ?? 0) + 160 })
    undoStep()
    expect(currentTopology()).toBe(before)
  })

  it('cuts as one step', () => {
    const before = currentTopology()
    select({ nodes: [api()?.id ?? ''] })
    cutSelection()
    expect(currentTopology().nodes).toHaveLength(before.nodes.length - 1)
    undoStep()
    expect(currentTopology()).toBe(before)
  })
})

describe('duplicating', () => {
  it('selects the copy, which stands on nothing', () => {
    select({ nodes: [api()?.id ?? ''] })
    duplicateSelection()
    const [copy] = useSelection.getState().nodes
    expect(copy).not.toBe(api()?.id)
    expect(errors()).toEqual([])
  })

  it('is refused for what a project has only once', () => {
    select({
      nodes: currentTopology()
        .nodes.filter(({ type }) => type === 'database')
        .map(({ id }) => id),
    })
    expect(nothingToDuplicate()?.en).toContain('only one')
  })
})
