import { describe, expect, it } from 'vitest'
import { examples } from '@/lib/examples/examples'
import * as edits from '@/lib/topology/edits'
import { emptyTopology } from '@/lib/topology/fresh'
import { namesIn } from '@/lib/topology/names'
import { randomDocument } from '@/lib/topology/random/random-document'
import { renameField } from '@/lib/topology/rename-field'
import { addKind } from './add-node'
import { describeChange } from './describe-change'
import { setAt } from './set-at'

const [lending] = examples
if (!lending) throw new Error('There is no example.')
const design = lending.topology
const api = design.nodes.find((node) => node.type === 'service' && node.kind === 'business_api')
const [entity] = design.entities
const [link] = design.links
if (!api || !entity || !link) throw new Error('The example has changed.')
const nameOfStep = (edit: edits.Edit, before = design) => describeChange(before, edit(before))

describe('the name of a step', () => {
  const empty = emptyTopology()
  const note = { id: 'n', x: 0, y: 0, text: '' }
  it.each([
    ['one node', nameOfStep(edits.addNode({ id: 'x', type: 'redis' })), 'Add Redis'],
    [
      'what it brings along',
      nameOfStep(addKind(empty, 'postgres_data_api', { x: 0, y: 0 }).edit, empty),
      'Add PostgreSQL data API',
    ],
    ['a node that goes', nameOfStep(edits.removeNodes([api.id])), 'Delete finance_lending_api'],
    [
      'nodes that go',
      nameOfStep(edits.removeNodes(design.nodes.map(({ id }) => id))),
      `Delete ${design.nodes.length} nodes`,
    ],
    [
      'a link',
      nameOfStep(edits.addLink({ id: 'x', type: 'calls', from: api.id, to: api.id })),
      'Connect finance_lending_api to finance_lending_api',
    ],
    ['an entity', nameOfStep(edits.addEntity({ ...entity, id: 'x', name: 'credit' })), 'Add entity credit'],
    ['an entity that goes', nameOfStep(edits.removeEntity(entity.id)), `Delete entity ${entity.name}`],
    [
      'a new name',
      nameOfStep(edits.changeEntity(entity.id, { name: 'credit' })),
      `Rename ${entity.name} to credit`,
    ],
    [
      'a field renamed',
      nameOfStep(renameField(entity.id, 0, 'other')),
      `Rename ${entity.fields[0]?.name} to other`,
    ],
    [
      'a new field',
      nameOfStep(
        edits.changeEntity(entity.id, { fields: [...entity.fields, { name: 'note', type: 'text' }] }),
      ),
      `Add field note of ${entity.name}`,
    ],
    [
      'a field that goes',
      nameOfStep(edits.changeEntity(entity.id, { fields: entity.fields.slice(1) })),
      `Delete field ${entity.fields[0]?.name} of ${entity.name}`,
    ],
    [
      'a changed field',
      nameOfStep(setAt({ part: 'entity', id: entity.id, path: ['fields', 0, 'unique'] }, false)),
      `Change field ${entity.fields[0]?.name} of ${entity.name}`,
    ],
    ['a port', nameOfStep(edits.changeNode(api.id, { port: 9000 })), 'Change finance_lending_api'],
    [
      'the project',
      nameOfStep(edits.changeProject({ locale: design.project.locale === 'en' ? 'ru' : 'en' })),
      'Change project settings',
    ],
    [
      'the project renamed',
      nameOfStep(edits.changeProject({ name: 'bank' })),
      `Rename ${design.project.name} to bank`,
    ],
    ['one move', nameOfStep(edits.placeNodes([{ node: api.id, x: 9000, y: 0 }])), 'Move finance_lending_api'],
    [
      'a pin',
      nameOfStep(
        edits.placeNodes([
          {
            ...(design.layout?.positions.find(({ node }) => node === api.id) ?? { node: api.id, x: 0, y: 0 }),
            pinned: true,
          },
        ]),
      ),
      'Pin finance_lending_api',
    ],
    [
      'moves',
      nameOfStep(edits.placeNodes(design.nodes.map(({ id }) => ({ node: id, x: 9000, y: 9000 })))),
      `Move ${design.nodes.length} nodes`,
    ],
    [
      'a note',
      nameOfStep((topology) => ({
        ...topology,
        layout: { positions: [], ...topology.layout, notes: [note] },
      })),
      'Add a note',
    ],
    ['nothing', describeChange(design, design), 'No change'],
  ])('says what was done: %s', (_, name, expected) => {
    expect(name.en).toBe(expected)
    expect(name.ru).toMatch(/[а-яё]/i)
  })

  it('is there in both languages for any two documents', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const [before, next] = [randomDocument(seed), randomDocument(seed + 1)]
      const { en, ru } = describeChange(before, next)
      expect([en, ru].every((words) => words.length > 3 && !words.includes('undefined'))).toBe(true)
      for (const name of namesIn(before)) expect(nameOfStep(name.rename('other'), before).en).not.toBe('')
    }
  })
})
