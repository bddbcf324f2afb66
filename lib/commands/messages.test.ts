import { beforeEach, describe, expect, it } from 'vitest'
import { errorsOf } from '@/lib/rules/judge'
import { currentTopology, openDocument, undoStep } from '@/lib/store/document'
import { useSelection } from '@/lib/store/selection'
import { emptyTopology } from '@/lib/topology/fresh'
import { lookup } from '@/lib/topology/lookup'
import type { Topology } from '@/lib/topology/model/topology'
import {
  addToQueue,
  createImplied,
  createMessage,
  impliedEvents,
  newMessage,
  removeMessage,
} from './messages'

const design: Topology = {
  ...emptyTopology(),
  nodes: [
    { id: 'api', type: 'service', kind: 'business_api', domain: 'lending' },
    { id: 'data', type: 'service', kind: 'postgres_data_api', domain: 'main' },
    { id: 'queue', type: 'queue', name: 'loans', messages: [] },
  ],
  links: [
    { id: 'l1', type: 'calls', from: 'api', to: 'data' },
    { id: 'l2', type: 'publishes', from: 'api', to: 'queue' },
  ],
  entities: [
    {
      id: 'loan',
      owner: 'data',
      name: 'loan',
      fields: [
        { name: 'amount', type: 'integer', unique: true, default: 1 },
        { name: 'pin', type: 'secret' },
      ],
    },
  ],
}
const queued = () => {
  const node = lookup(currentTopology()).node('queue')
  return node?.type === 'queue' ? node.messages : []
}

beforeEach(() => openDocument(design, 'document'))

describe('messages', () => {
  it('are events in the past tense, tasks otherwise, and have a good name of their own', () => {
    const named = (written: string) => {
      const { name, type } = newMessage(design, written)
      return `${type} ${name}`
    }
    expect(['loan.approved', 'email.send', 'User Created', 'invoice.sent'].map(named)).toEqual([
      'event loan.approved',
      'task email.send',
      'event user.created',
      'event invoice.sent',
    ])
    const taken = { ...design, messages: [newMessage(design, 'loan.approved')] }
    expect(newMessage(taken, 'loan.approved').name).not.toBe('loan.approved')
  })

  it('are made in a queue as one step, and stand open', () => {
    createMessage('loan.approved', 'queue')
    const [message] = currentTopology().messages
    expect(queued()).toEqual([message?.id])
    expect(useSelection.getState().open).toEqual({ part: 'message', id: message?.id })
    undoStep()
    expect(currentTopology().messages).toEqual([])
    expect(queued()).toEqual([])
  })

  it('of the entities that the publishers of a queue reach are offered with their payload', () => {
    const events = impliedEvents(lookup(design), 'queue')
    expect(events.map(({ name }) => name)).toEqual(['loan.created', 'loan.updated', 'loan.deleted'])
    const [created] = events
    if (!created) throw new Error('no event')
    createImplied('queue', created)
    expect(currentTopology().messages).toMatchObject([
      {
        type: 'event',
        name: 'loan.created',
        fields: [
          { name: 'id', type: 'uuid' },
          { name: 'amount', type: 'integer' },
        ],
      },
    ])
    const about = errorsOf(currentTopology()).filter(({ at: [{ part }] }) => part === 'message')
    expect(about.filter(({ rule }) => rule !== 'not-generated-yet')).toEqual([])
  })

  it('that are removed leave no queue and no link that names them', () => {
    createMessage('loan.approved', 'queue')
    const [message] = currentTopology().messages
    if (!message) throw new Error('no message')
    addToQueue('queue', message.id)
    expect(queued()).toHaveLength(1)
    removeMessage(message.id)
    expect(queued()).toEqual([])
    undoStep()
    expect(queued()).toEqual([message.id])
  })
})
