import { beforeEach, describe, expect, it } from 'vitest'
import { kindById } from '@/lib/catalog/catalog'
import { currentTopology, openDocument, undoStep } from '@/lib/store/document'
import { select, useSelection } from '@/lib/store/selection'
import { emptyTopology } from '@/lib/topology/fresh'
import { addAt } from './add-at'
import { label } from './shortcuts'
import { commandById, commands, runCommand } from './table'

const origin = { x: 0, y: 0 }
const add = (kind: Parameters<typeof kindById>[0]) => addAt(kindById(kind), origin)

beforeEach(() => openDocument(emptyTopology(), 'document'))

describe('the table of commands', () => {
  it('gives no id and no key to two commands', () => {
    const ids = commands.map(({ id }) => id)
    const keys = commands.flatMap((command) => command.keys.map((key) => label(key, false)))
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('has words in both languages for every command', () => {
    for (const { title } of commands) expect([title.en, title.ru].every(Boolean)).toBe(true)
  })

  it('says why a command cannot be done, and does nothing then', () => {
    expect(runCommand(commandById('undo'))?.en).toBe('Nothing to undo')
    expect(runCommand(commandById('delete'))?.en).toBe('Nothing is selected')
  })

  it('leaves the browser its own Ctrl+L', () => {
    expect(commands.flatMap(({ keys }) => keys).some(({ code, mod }) => code === 'KeyL' && mod)).toBe(false)
  })
})

describe('adding nodes', () => {
  it('brings a data API together with its database and link, as one step', () => {
    add('postgres_data_api')
    expect(currentTopology().nodes).toHaveLength(2)
    expect(currentTopology().links).toMatchObject([{ type: 'stores' }])
    undoStep()
    expect(currentTopology().nodes).toEqual([])
    expect(currentTopology().links).toEqual([])
  })

  it('brings the data API of a database', () => {
    add('postgres_database')
    expect(
      currentTopology()
        .nodes.map((node) => node.type)
        .sort(),
    ).toEqual(['database', 'service'])
    expect(currentTopology().links).toMatchObject([{ type: 'stores' }])
  })

  it('brings the queue of a worker with its first message, and Redis', () => {
    add('worker')
    const { nodes, links, messages } = currentTopology()
    expect(nodes.map(({ type }) => type).sort()).toEqual(['queue', 'redis', 'service'])
    expect(links.map(({ type }) => type).sort()).toEqual(['caches', 'consumes'])
    expect(messages).toMatchObject([{ name: 'jobs.requested' }])
    expect(currentTopology().layout?.positions).toHaveLength(3)
    undoStep()
    expect(currentTopology().nodes).toEqual([])
  })

  it('refuses a second data API of one engine, by its rule', () => {
    add('postgres_data_api')
    expect(runCommand(commandById('add:postgres_data_api'))?.en).toContain('PostgreSQL')
    add('postgres_data_api')
    expect(currentTopology().nodes).toHaveLength(2)
  })
})

describe('the selection', () => {
  it('is deleted with its links, and comes back with one undo', () => {
    add('postgres_data_api')
    const [first] = currentTopology().nodes
    select({ nodes: first ? [first.id] : [] })
    runCommand(commandById('delete'))
    expect(currentTopology().links).toEqual([])
    undoStep()
    expect(currentTopology().links).toHaveLength(1)
  })

  it('is duplicated with the calls that start at it', () => {
    add('business_api')
    runCommand(commandById('duplicate'))
    const domains = currentTopology().nodes.map((node) => ('domain' in node ? node.domain : ''))
    expect(new Set(domains).size).toBe(2)
    expect(useSelection.getState().nodes).toEqual([currentTopology().nodes[1]?.id])
  })
})
