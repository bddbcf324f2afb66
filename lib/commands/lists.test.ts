import { beforeEach, describe, expect, it } from 'vitest'
import { currentTopology, openDocument, undoStep } from '@/lib/store/document'
import { useView } from '@/lib/store/view'
import { emptyTopology } from '@/lib/topology/fresh'
import type { Field } from '@/lib/topology/model/field'
import type { Topology } from '@/lib/topology/model/topology'
import { changeType, fieldKindOf, insertWritten, writtenFields } from './fields'
import { duplicateItem, moveItem, removeItem } from './lists'
import { valueAt } from './set-at'
import { pickableFields, takeFields } from './take-fields'

const design: Topology = {
  ...emptyTopology(),
  entities: [
    {
      id: 'loan',
      owner: 'data',
      name: 'loan',
      fields: [
        { name: 'amount', type: 'integer', unique: true, label: { en: 'Amount' } },
        { name: 'state', type: 'enum', values: [{ name: 'new' }] },
        { name: 'pin', type: 'secret' },
      ],
    },
  ],
  messages: [{ id: 'm', type: 'event', name: 'loan.created', fields: [{ name: 'amount', type: 'integer' }] }],
}
const loan = { part: 'entity', id: 'loan', path: ['fields'] } as const
const message = { part: 'message', id: 'm', path: ['fields'] } as const
const fieldsOf = (place: typeof loan | typeof message) =>
  valueAt(currentTopology(), place) as readonly Field[]
const names = (place: typeof loan | typeof message = loan) => fieldsOf(place).map(({ name }) => name)

beforeEach(() => openDocument(design, 'document'))

describe('a list', () => {
  it('is reordered, and not beyond its ends', () => {
    expect(moveItem(loan, 0, 1)).toBe(true)
    expect(names()).toEqual(['state', 'amount', 'pin'])
    expect([moveItem(loan, 0, -1), moveItem(loan, 2, 3), moveItem(loan, 1, 1)]).toEqual([false, false, false])
  })

  it('duplicates an item under a name of its own', () => {
    expect(duplicateItem(loan, 0)).toBe(1)
    expect(names()).toEqual(['amount', 'amount_2', 'state', 'pin'])
  })

  it('gives back what was removed, as long as nothing else has happened', () => {
    removeItem(loan, 1, 'state')
    const notice = useView.getState().notices.at(-1)
    expect(notice?.text.en).toBe('Deleted: state')
    moveItem(loan, 0, 1)
    notice?.action?.run()
    expect(names()).toEqual(['pin', 'amount'])
    undoStep()
    notice?.action?.run()
    expect(names()).toEqual(['amount', 'state', 'pin'])
  })
})

describe('a list of fields', () => {
  it('takes what is written as one step, and says what it could not read', () => {
    const { added, unread } = insertWritten(loan, 1, 'email: email, owner -> loan, version: int, x: nothing')
    expect(names()).toEqual(['amount', 'email', 'owner', 'state', 'pin'])
    expect(added).toBe(2)
    expect(unread.map(({ why }) => why)).toEqual(['implicit', 'type'])
    undoStep()
    expect(names()).toEqual(['amount', 'state', 'pin'])
  })

  it('is written so that another list can take it', () => {
    const text = writtenFields(loan)
    expect(insertWritten(message, 1, text)).toMatchObject({ added: 2, unread: [{ why: 'there' }] })
    expect(names(message)).toEqual(['amount', 'state', 'pin'])
  })

  it('takes fields of an entity without what only a column has, and never a secret', () => {
    const [entity] = design.entities
    if (!entity) throw new Error('no entity')
    expect(pickableFields(entity).map(({ name }) => name)).not.toContain('pin')
    takeFields(message, entity, new Set(['id', 'amount', 'state']))
    expect(fieldsOf(message)).toEqual([
      { name: 'amount', type: 'integer' },
      { name: 'id', type: 'uuid' },
      { name: 'state', type: 'enum', values: [{ name: 'new' }] },
    ])
  })

  it('keeps the name, the label and the marks that a new type can have', () => {
    changeType({ ...loan, path: ['fields', 0] }, 'date')
    changeType({ ...loan, path: ['fields', 1] }, 'enum')
    expect(fieldsOf(loan).slice(0, 2)).toEqual([
      { name: 'amount', type: 'date', unique: true, label: { en: 'Amount' } },
      { name: 'state', type: 'enum', values: [{ name: 'new' }] },
    ])
  })

  it('knows whether its fields are stored, travel, or are parts of an object', () => {
    expect(fieldKindOf(loan)).toBe('entity')
    expect(fieldKindOf({ ...loan, path: ['fields', 1, 'fields'] })).toBe('object')
    expect(fieldKindOf(message)).toBe('travels')
    expect(fieldKindOf({ part: 'node', id: 'a', path: ['useCases', 0, 'input'] })).toBe('travels')
    expect(fieldKindOf({ part: 'node', id: 'a', path: ['useCases', 0, 'input', 1, 'fields'] })).toBe('object')
  })
})
