import { expect, it } from 'vitest'
import { emptyTopology } from './fresh'
import type { Topology } from './model/topology'
import { renameField } from './rename-field'

const topology: Topology = {
  ...emptyTopology(),
  nodes: [
    {
      id: 'w',
      type: 'service',
      kind: 'worker',
      domain: 'work',
      schedules: [
        {
          id: 's',
          name: 'daily',
          cron: '0 0 * * *',
          steps: [
            {
              step: 'find',
              entity: 'loan',
              where: [{ field: 'due', operator: '<', value: { value: 'today' } }],
              orderBy: 'due',
              as: 'loans',
            },
            {
              step: 'for_each',
              of: 'loans',
              steps: [
                { step: 'update', target: 'item', values: [{ name: 'due', value: { value: 'today' } }] },
              ],
            },
            { step: 'load', entity: 'user', by: 'due', value: { value: 'new_id' }, as: 'user' },
          ],
        },
      ],
    },
  ],
  entities: [
    {
      id: 'loan',
      owner: 'd',
      name: 'loan',
      fields: [
        { name: 'due', type: 'date' },
        { name: 'code', type: 'string' },
        { name: 'due', type: 'date' },
      ],
      indexes: [{ fields: ['code', 'due'], unique: true }],
    },
  ],
}

it('renames a field where indexes and steps name it, and nowhere else', () => {
  const text = JSON.stringify(renameField('loan', 0, 'due_on')(topology))
  expect(text.match(/due_on/g)).toHaveLength(5)
  expect(text).toContain('"by":"due"')
  expect(renameField('loan', 0, 'due_on')(topology).entities[0]?.indexes).toEqual([
    { fields: ['code', 'due_on'], unique: true },
  ])
})

it('leaves what names a shared name with the first field that has it', () => {
  const next = renameField('loan', 2, 'due_2')(topology)
  expect(next.entities[0]?.fields.map(({ name }) => name)).toEqual(['due', 'code', 'due_2'])
  expect(next.entities[0]?.indexes).toEqual(topology.entities[0]?.indexes)
  expect(next.nodes).toEqual(topology.nodes)
})

it('changes nothing where there is no such field', () => {
  expect(renameField('loan', 9, 'x')(topology)).toBe(topology)
  expect(renameField('gone', 0, 'x')(topology)).toBe(topology)
})
