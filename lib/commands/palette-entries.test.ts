import { beforeEach, describe, expect, it } from 'vitest'
import { financeLending } from '@/lib/examples/finance-lending'
import { currentTopology, openDocument } from '@/lib/store/document'
import { useSelection } from '@/lib/store/selection'
import { paletteGroups } from './palette-entries'
import { commands } from './table'

const found = (query: string) =>
  paletteGroups(currentTopology(), query).flatMap(({ entries }) => entries.map(({ id }) => id))

beforeEach(() => openDocument(financeLending.topology, 'document'))

describe('the command palette', () => {
  it('lists every command before a letter is typed', () => {
    expect(new Set(found(''))).toEqual(new Set(commands.map(({ id }) => id)))
  })

  it('finds commands in both languages, whatever the language of the page', () => {
    expect(found('undo')).toContain('undo')
    expect(found('отменить')).toContain('undo')
    expect(found('tidy')[0]).toBe('tidy')
  })

  it('goes to nodes and entities, examples and rules', () => {
    const { nodes, entities } = currentTopology()
    expect(found('lending')).toContain(
      `go:node:${nodes.find((node) => 'domain' in node && node.domain === 'lending')?.id}:`,
    )
    expect(found(entities[0]?.name ?? '')).toContain(`go:entity:${entities[0]?.id}:`)
    expect(found('direct-database')).toContain('rule:direct-database-access')
    expect(found('example').some((id) => id.startsWith('example:'))).toBe(true)
  })

  it('selects what it goes to', () => {
    const [entity] = currentTopology().entities
    const entry = paletteGroups(currentTopology(), entity?.name ?? '')
      .flatMap(({ entries }) => entries)
      .find(({ id }) => id === `go:entity:${entity?.id}:`)
    entry?.run()
    expect(useSelection.getState().open).toMatchObject({ part: 'entity', id: entity?.id })
  })

  it('says why a command cannot be done now', () => {
    const entries = paletteGroups(currentTopology(), 'undo').flatMap((group) => group.entries)
    expect(entries.find(({ id }) => id === 'undo')?.refusal?.en).toBe('Nothing to undo')
  })
})
