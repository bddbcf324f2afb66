import { describe, expect, it } from 'vitest'
import { queued } from '@/lib/testing/queued'
import { emptyTopology } from '@/lib/topology/fresh'
import { generate } from './generate'

const plain = generate(emptyTopology())
const withQueues = generate(queued(emptyTopology()))

function read(files: typeof plain, path: string): string {
  return files.get(path)?.content ?? ''
}

describe('messages', () => {
  it('leave no trace where no queue is drawn', () => {
    // The law that no process is of two types names what makes one a worker.
    const laws = 'tests/architecture/test_mixed_service_types.py'
    const traces = [...plain.values()].filter(
      ({ path, content }) => path !== laws && /messaging|aio-pika|rabbit/i.test(`${path}\n${content}`),
    )
    expect(traces.map(({ path }) => path)).toEqual([])
  })

  it('bring the package, what it needs and the pins of all that', () => {
    expect(withQueues.has('shared/src/shared/messaging/broker.py')).toBe(true)
    expect(read(withQueues, 'shared/pyproject.toml')).toContain('messaging = ["aio-pika"]\nredis = ["redis"]')
    const root = read(withQueues, 'pyproject.toml')
    expect(root).toContain('"shared[messaging,redis,schedule,testing]"')
    expect(root).toContain('"aio-pika==10.2.1"')
    expect(root).toContain('"aiormq==')
  })

  it('are declared as they are drawn: an event in every queue that carries it, a task in its own', () => {
    const plan = read(withQueues, 'shared/src/shared/events/plan.py')
    expect(plan).toContain(`ExchangePlan(\n            "${contextOf(plan)}.events",\n            "topic",`)
    expect(plan.match(/key="bell\.rung"/g)).toHaveLength(2)
    expect(plan).toContain(`exchange="${contextOf(plan)}.tasks",\n                    key="bell.ring"`)
    expect(plan).toContain('retries=0,\n            dead_letter=False,')
  })
})

describe('the module of a message', () => {
  const unheard = { id: 'unheard', type: 'event', name: 'thing.forgotten', fields: [] } as const
  const design = queued(emptyTopology())
  const files = generate({
    ...design,
    messages: [
      ...design.messages.map((message) =>
        message.type === 'event'
          ? { ...message, fields: [{ name: 'note', type: 'string', optional: true } as const] }
          : message,
      ),
      unheard,
    ],
  })

  it('has its data, and its kind with the exchange', () => {
    const module = read(files, 'shared/src/shared/events/bell_rung.py')
    expect(module).toContain('class BellRung(MessageData):')
    expect(module).toContain('    note: NoteValue = None')
    expect(module).toMatch(/BELL_RUNG_KIND: Final = MessageKind\(\n {4}exchange="[a-z_]+\.events",/)
    expect(read(files, 'shared/src/shared/events/bell_ring.py')).toMatch(/exchange="[a-z_]+\.tasks"/)
  })

  it('is there only where a queue carries it', () => {
    expect([...files.keys()].filter((path) => path.includes('forgotten'))).toEqual([])
  })
})

function contextOf(plan: string): string {
  return /context="([a-z_]+)"/.exec(plan)?.[1] ?? ''
}
