import { expect, test } from 'vitest'
import { financeLending } from '@/lib/examples/finance-lending'
import { errorsOf } from '@/lib/rules/judge'
import type { Field } from '@/lib/topology/model/field'
import type { Topology } from '@/lib/topology/model/topology'
import { input } from '@/lib/topology/steps/written-values'
import { generate } from '../generate'

const place: Field = { name: 'place', type: 'object', fields: [{ name: 'city', type: 'string' }] }
const fields: readonly Field[] = [
  { name: 'tags', type: 'list', of: { type: 'string' } },
  { name: 'extra', type: 'json' },
  place,
]
const values = fields.map(({ name }) => ({ name, value: input(name) }))

/** A use case that publishes what it is asked with, and asks a system outside with it. */
function telling({ topology }: { readonly topology: Topology }): Topology {
  return {
    ...topology,
    messages: [{ id: 'told', type: 'event', name: 'thing.told', fields }],
    nodes: [
      ...topology.nodes.map((node) =>
        node.type === 'service' && node.kind === 'business_api'
          ? {
              ...node,
              useCases: [
                {
                  id: 'tell',
                  name: 'tell',
                  method: 'POST' as const,
                  path: '/tell',
                  input: fields,
                  steps: [
                    { step: 'call', target: 'partner', operation: 'ask', values },
                    { step: 'publish', message: 'told', values },
                  ] as const,
                },
              ],
            }
          : node,
      ),
      { id: 'queue', type: 'queue', name: 'things', messages: ['told'] },
      {
        id: 'partner',
        type: 'external',
        protocol: 'http',
        name: 'partner',
        operations: [{ name: 'ask', method: 'POST', path: '/', input: fields, output: [] }],
      },
    ],
    links: [
      ...topology.links,
      { id: 'publishes', type: 'publishes', from: 'lending', to: 'queue' },
      { id: 'asks', type: 'calls', from: 'lending', to: 'partner' },
    ],
  }
}

const design = telling(financeLending)
const files = generate(design)
const contentOf = (path: string) => files.get(path)?.content ?? ''

test('values with parts are published, and asked with', () => {
  expect(errorsOf(design)).toEqual([])
  const program = contentOf('services/finance_lending_api/application/use_cases/tell.py')
  for (const line of ['tags=asked.tags,', 'extra=asked.extra,']) expect(program.split(line)).toHaveLength(3)
  expect(program).toContain('place=to_partner_ask_asked_place(asked.place),')
  expect(program).toContain('place=to_thing_told_place(asked.place),')
})

test('messages have lists and JSON as services have them', () => {
  const message = contentOf('shared/src/shared/events/thing_told.py')
  expect(message).toContain('from shared.messaging.data import Json, MessageData, MessagePart')
  expect(message).toMatch(/tuple\[\s*\w+,\s*\.\.\.\s*\]/)
})
