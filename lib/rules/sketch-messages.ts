import type { Message } from '@/lib/topology/model/message'
import type { Step } from '@/lib/topology/model/step'
import type { Topology } from '@/lib/topology/model/topology'
import type { Constant, NamedValue } from '@/lib/topology/model/value'
import { caches, consumes, event, lending, publishes, queue, type Sketch, worker } from './sketch'

export function task(name: string): Message {
  return { ...event(name), type: 'task' }
}

/** A step that publishes a message, by its id. */
export function publish(message: string): Step {
  return { step: 'publish', message, values: [] }
}

/** A value that is the same every time. */
export function constant(name: string, value: Constant): NamedValue {
  return { name, value: { value: 'constant', constant: value } }
}

export const redis = { id: 'redis', type: 'redis' } as const

/**
 * The small sound design with a flow in it: `lending` publishes `loan.created` into `loans`, the worker `scoring`
 * consumes and handles it, and keeps its idempotency records in Redis. What is added replaces what has the same id.
 */
export function flowing(more: Sketch = {}): Topology {
  const nodes = [
    queue('loans', ['loan-created']),
    worker('scoring', { handlers: [{ id: 'on_created', message: 'loan-created', steps: [] }] }),
    redis,
  ]
  const links = [publishes('lending', 'loans'), consumes('loans', 'scoring'), caches('scoring', 'redis')]
  const merged = <T extends { readonly id: string }>(base: readonly T[], added: readonly T[] = []) => [
    ...base.filter(({ id }) => !added.some((one) => one.id === id)),
    ...added,
  ]
  return lending({
    ...more,
    nodes: merged(nodes, more.nodes),
    links: merged(links, more.links),
    messages: merged([event('loan.created')], more.messages),
  })
}
