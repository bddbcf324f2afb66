import type { Message } from '@/lib/topology/model/message'
import type { Node } from '@/lib/topology/model/node'
import type { Topology } from '@/lib/topology/model/topology'

const event: Message = { id: 'queued-event', type: 'event', name: 'bell.rung', fields: [] }
const task: Message = { id: 'queued-task', type: 'task', name: 'bell.ring', fields: [] }

/** The design with an event in two queues and a task in one of them, which nobody publishes or consumes. */
export function queued(topology: Topology): Topology {
  const queues: readonly Node[] = [
    { id: 'queued-bells', type: 'queue', name: 'bells_that_rang', messages: [event.id] },
    {
      id: 'queued-tasks',
      type: 'queue',
      name: 'bell_tasks',
      messages: [task.id, event.id],
      prefetch: 1,
      retries: 0,
      deadLetter: false,
    },
  ]
  return {
    ...topology,
    nodes: [...topology.nodes, ...queues],
    messages: [...topology.messages, event, task],
  }
}
