import { newLink } from '@/lib/catalog/links'
import { emptyTopology } from '@/lib/topology/fresh'
import type { Message } from '@/lib/topology/model/message'
import type { BusinessApi } from '@/lib/topology/model/service'
import type { Topology } from '@/lib/topology/model/topology'
import { input } from '@/lib/topology/steps/written-values'

/** A design with one entity whose writes go out as events: whatever callers create, change and delete. */
export function tellingOfRows(): Topology {
  const told = (verb: string): Message => ({
    id: `order-${verb}`,
    type: 'event',
    name: `order.${verb}`,
    fields: [
      { name: 'id', type: 'uuid' },
      { name: 'amount', type: 'decimal', precision: 8, scale: 2 },
    ],
  })
  const messages = ['created', 'updated', 'deleted'].map(told)
  return {
    ...emptyTopology(),
    nodes: [
      { id: 'sales', type: 'service', kind: 'business_api', domain: 'sales' },
      { id: 'data', type: 'service', kind: 'postgres_data_api', domain: 'sales' },
      { id: 'database', type: 'database', engine: 'postgres' },
      { id: 'orders', type: 'queue', name: 'orders', messages: messages.map(({ id }) => id) },
    ],
    links: [
      newLink('calls', 'calls', 'sales', 'data'),
      newLink('stores', 'stores', 'data', 'database'),
      newLink('publishes', 'publishes', 'sales', 'orders'),
    ],
    entities: [
      {
        id: 'order',
        name: 'order',
        owner: 'data',
        fields: [{ name: 'amount', type: 'decimal', precision: 8, scale: 2 }],
      },
    ],
    messages,
  }
}

/** A design whose only service keeps nothing, and publishes a task after a while. */
export function tellingAlone(): Topology {
  const remind: NonNullable<BusinessApi['useCases']>[number] = {
    id: 'remind',
    name: 'remind',
    method: 'POST',
    path: '/reminders',
    input: [{ name: 'note', type: 'string', maxLength: 50 }],
    steps: [
      {
        step: 'publish',
        message: 'reminder-send',
        delaySeconds: 60,
        values: [{ name: 'note', value: input('note') }],
      },
    ],
  }
  return {
    ...emptyTopology(),
    nodes: [
      { id: 'reminders', type: 'service', kind: 'business_api', domain: 'reminders', useCases: [remind] },
      { id: 'tasks', type: 'queue', name: 'reminder_tasks', messages: ['reminder-send'] },
    ],
    links: [newLink('publishes', 'publishes', 'reminders', 'tasks')],
    messages: [
      {
        id: 'reminder-send',
        type: 'task',
        name: 'reminder.send',
        fields: [{ name: 'note', type: 'string', maxLength: 50 }],
      },
    ],
  }
}
