import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addNode, changeProject } from '@/lib/topology/edits'
import { emptyTopology } from '@/lib/topology/fresh'
import type { Topology } from '@/lib/topology/model/topology'
import { Database } from './database'
import { beginHistory, commit, type History, undo, versionsOf } from './history'
import type { Unsaved } from './journal'
import type { Portrait } from './record'
import { type Keepable, Shelf } from './shelf'

const portrait: Portrait = { width: 1, height: 1, boxes: [], lines: [], nodes: 0, problems: 0 }
const rename = (history: History, name: string) => commit(history, changeProject({ name })(history.present))
const start = beginHistory(emptyTopology())
const keepable = (given: Partial<Keepable> = {}): Keepable => ({
  id: 'a',
  base: 0,
  writer: 'tab-1',
  link: 'link',
  portrait,
  history: start,
  checkpoints: [],
  ...given,
})
const note = (given: Partial<Unsaved>): Unsaved => ({
  key: 'key',
  id: 'a',
  tab: 'tab-1',
  base: 1,
  time: 1,
  link: 'link',
  topology: named('noted'),
  ...given,
})
const named = (name: string): Topology => changeProject({ name })(emptyTopology())

let database: Database
let shelf: Shelf

beforeEach(async () => {
  await new Database().delete()
  database = new Database()
  shelf = new Shelf(database)
})

afterEach(() => database.close())

const presentOf = async (id: string) => (await shelf.read(id))?.history.present.project.name

describe('the shelf', () => {
  it('gives back a design with its history, checkpoints and shared parts', async () => {
    const node = { id: 'db', type: 'database', engine: 'postgres' } as const
    const drawn = commit(start, addNode(node)(start.present), { label: { en: 'Draw', ru: 'Рисунок' } })
    const history = undo(rename(rename(drawn, 'a'), 'b'))
    const checkpoint = { id: 'c', name: { en: 'c', ru: 'c' }, time: 1, byHand: true, topology: drawn.present }
    await shelf.keep(keepable({ history, checkpoints: [checkpoint] }))
    const kept = await shelf.read('a')
    expect(kept?.history).toEqual(history)
    expect(kept?.checkpoints).toEqual([checkpoint])
    const nodes = new Set(kept?.history.past.slice(1).map(({ topology }) => topology.nodes))
    expect([...nodes]).toEqual([kept?.history.present.nodes])
    expect(kept?.checkpoints[0]?.topology).toBe(kept?.history.past[1]?.topology)
  })

  it('refuses to overwrite what the tab has not seen', async () => {
    await shelf.keep(keepable())
    const theirs = { base: 1, writer: 'tab-2', history: rename(start, 'theirs') }
    expect(await shelf.keep(keepable(theirs))).toEqual({ ok: true, revision: 2 })
    const mine = { base: 1, history: rename(start, 'mine') }
    expect(await shelf.keep(keepable(mine))).toEqual({ ok: false, fault: 'changed' })
    expect(await presentOf('a')).toBe('theirs')
  })

  it('says that it is full or forbidden, and keeps what it had', async () => {
    await shelf.keep(keepable())
    const full = Object.assign(new Error('full'), {
      name: 'AbortError',
      inner: { name: 'QuotaExceededError' },
    })
    database.contents.hook('updating', () => {
      throw full
    })
    expect(await shelf.keep(keepable({ base: 1, history: rename(start, 'b') }))).toEqual({
      ok: false,
      fault: 'full',
    })
    expect(await presentOf('a')).toBe('project')
    database.close()
    expect(await shelf.keep(keepable({ base: 1 }))).toEqual({ ok: false, fault: 'forbidden' })
  })

  it('keeps the nearest hundred steps of a long history', async () => {
    let history = start
    for (let step = 0; step < 250; step += 1) history = rename(history, `name_${step}`)
    await shelf.keep(keepable({ history }))
    const kept = await shelf.read('a')
    expect(kept?.history.past).toHaveLength(100)
    expect(kept?.history.present.project.name).toBe('name_249')
  })

  it('keeps fewer steps where each one is large', async () => {
    let history = start
    for (let step = 0; step < 20; step += 1) {
      const text = String(step).padEnd(5000, 'x')
      const notes = Array.from({ length: 50 }, (_, index) => ({ id: `n${index}`, x: 0, y: 0, text }))
      history = commit(history, { ...start.present, layout: { positions: [], notes } })
    }
    await shelf.keep(keepable({ history }))
    const kept = await shelf.read('a')
    expect(kept?.history.present).toEqual(history.present)
    expect(kept?.history.past).toHaveLength(7)
  })

  it('opens what can be read of a damaged record: the steps behind the bad one', async () => {
    const history = rename(rename(rename(start, 'a'), 'b'), 'c')
    await shelf.keep(keepable({ history }))
    const versions = versionsOf(history).map((version, index) =>
      index === 1 ? { ...version, topology: { ...version.topology, nodes: 1 as unknown as [] } } : version,
    )
    await database.contents.update('a', { versions })
    const kept = await shelf.read('a')
    expect(kept?.history.present.project.name).toBe('c')
    expect(kept?.history.past.map(({ topology }) => topology.project.name)).toEqual(['b'])
  })

  it('brings back what was deleted, for a day', async () => {
    await shelf.keep(keepable())
    await shelf.remove('a')
    expect(await shelf.list()).toEqual([])
    expect(await shelf.read('a')).toBeUndefined()
    await shelf.sweep()
    await shelf.bringBack('a')
    expect(await shelf.list()).toMatchObject([{ id: 'a', name: 'project' }])
    await shelf.remove('a')
    await shelf.sweep(Date.now() + 25 * 60 * 60 * 1000)
    expect(await database.contents.count()).toBe(0)
  })
})

describe('what a tab noted before it died', () => {
  beforeEach(async () => {
    await shelf.keep(keepable({ history: rename(start, 'saved') }))
  })

  it('becomes the newest step', async () => {
    expect(await shelf.takeIn(note({}), portrait)).toEqual({ as: 'a' })
    const kept = await shelf.read('a')
    expect(kept?.history.present.project.name).toBe('noted')
    expect(kept?.history.past.map(({ topology }) => topology.project.name)).toEqual(['project', 'saved'])
  })

  it('becomes the newest step also where the tab saved once more before', async () => {
    await shelf.keep(keepable({ base: 1, history: rename(start, 'saved again') }))
    expect(await shelf.takeIn(note({ base: 1 }), portrait)).toEqual({ as: 'a' })
    expect(await presentOf('a')).toBe('noted')
  })

  it('is a copy where another tab saved since, and both are there', async () => {
    await shelf.keep(keepable({ base: 1, writer: 'tab-2', history: rename(start, 'theirs') }))
    const result = await shelf.takeIn(note({}), portrait)
    const names = (await shelf.list()).map(({ name }) => name)
    expect(new Set(names)).toEqual(new Set(['theirs', 'noted']))
    expect(result).not.toEqual({ as: 'a' })
  })

  it('is nothing new where the shelf has it', async () => {
    expect(await shelf.takeIn(note({ topology: named('saved') }), portrait)).toBe('known')
    await shelf.keep(
      keepable({ base: 1, writer: 'tab-2', history: rename(rename(start, 'saved'), 'theirs') }),
    )
    expect(await shelf.takeIn(note({ topology: named('saved') }), portrait)).toBe('known')
  })

  it('goes back in the history where the tab had undone', async () => {
    expect(await shelf.takeIn(note({ topology: named('project') }), portrait)).toEqual({ as: 'a' })
    const kept = await shelf.read('a')
    expect(kept?.history.future.map(({ topology }) => topology.project.name)).toEqual(['saved'])
  })

  it('is a design of its own where none was saved, also where one of that id was deleted', async () => {
    expect(await shelf.takeIn(note({ id: 'b', base: 0 }), portrait)).toEqual({ as: 'b' })
    await shelf.remove('a')
    const result = await shelf.takeIn(note({}), portrait)
    expect(result).not.toEqual({ as: 'a' })
    expect((await shelf.list()).map(({ name }) => name)).toEqual(['noted', 'noted'])
  })
})
