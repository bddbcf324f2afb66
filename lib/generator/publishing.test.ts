import { describe, expect, it } from 'vitest'
import { errorsOf } from '@/lib/rules/judge'
import { tellingAlone, tellingOfRows } from '@/lib/testing/telling'
import { emptyTopology } from '@/lib/topology/fresh'
import type { Topology } from '@/lib/topology/model/topology'
import { generate } from './generate'

function filesOf(topology: Topology) {
  const files = generate(topology)
  return {
    paths: [...files.keys()],
    read: (end: string) => [...files].find(([path]) => path.endsWith(end))?.[1].content ?? '',
  }
}

describe('a service whose writes are told', () => {
  const { read } = filesOf(tellingOfRows())
  const service = read('/application/services/order_service.py')

  it('is generated', () => {
    expect(errorsOf(tellingOfRows())).toEqual([])
  })

  it('fills the event from the row that it is about to write', () => {
    expect(service).toContain('unit.create(ORDERS, fresh.id, command.values)')
    expect(service).toContain('OrderCreated.model_validate(fresh)')
    expect(service).toContain('OrderUpdated.model_validate(changed)')
    expect(service).toContain('entity_version=before.version + 1')
  })

  it('gives an event the same id whenever its request is repeated', () => {
    expect(service).toContain('occasion.new_id("order.created", 1)')
  })

  it('relays what its data API keeps, and is ready when RabbitMQ is there', () => {
    expect(read('_sales_api/container.py')).toContain('relay = Relay(')
    expect(read('_sales_api/main.py')).toContain('"rabbitmq": container.broker.ping')
    expect(read('docker-compose.dev.yml')).toMatch(/RABBITMQ_URL: amqp:/)
    expect(read('services/project_sales_api/pyproject.toml')).toContain('"shared[http,messaging,web]"')
  })

  it('asks the same of its callers as one that tells nothing', () => {
    const silent = { ...tellingOfRows(), messages: [] }
    const nodes = silent.nodes.filter(({ type }) => type !== 'queue')
    const links = silent.links.filter(({ type }) => type !== 'publishes')
    const contract = 'contracts/openapi/project_sales_api.json'
    expect(read(contract)).toBe(filesOf({ ...silent, nodes, links }).read(contract))
  })
})

describe('a service that keeps nothing', () => {
  const { paths, read } = filesOf(tellingAlone())

  it('publishes before it answers', () => {
    expect(errorsOf(tellingAlone())).toEqual([])
    expect(read('/infrastructure/messaging/units.py')).toContain('await self._publisher.publish(outgoing)')
    expect(paths.filter((path) => /http\/units|relay=|fake_units/.test(path))).toEqual([])
  })

  it('lets a message wait as long as is drawn', () => {
    expect(read('/use_cases/remind.py')).toContain('delay_seconds=60')
  })

  it('is tested by what reaches the broker', () => {
    const tests = read('/tests/use_cases/test_remind.py')
    expect(tests).toContain('"reminder.send"')
    expect(tests).toContain('async def test_repetition(')
    expect(tests).not.toContain('world')
  })
})

it('nothing is published where nothing is drawn', () => {
  const [service] = tellingAlone().nodes
  const alone = { ...emptyTopology(), nodes: [{ ...service, useCases: [] }] } as Topology
  const traces = [...generate(alone).values()].filter(
    ({ path, content }) => /^(services|shared)/.test(path) && /publish|broker|rabbit/i.test(content),
  )
  expect(traces.map(({ path }) => path)).toEqual([])
})
