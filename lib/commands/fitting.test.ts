import { expect, test } from 'vitest'
import { errorsOf } from '@/lib/rules/judge'
import { emptyTopology } from '@/lib/topology/fresh'
import type { Topology } from '@/lib/topology/model/topology'
import { addKind } from './add-node'
import { fittingsFor } from './fitting'

function withKind(kind: Parameters<typeof addKind>[1]): { topology: Topology; id: string } {
  const empty = emptyTopology()
  const { edit, id } = addKind(empty, kind, { x: 0, y: 0 })
  return { topology: edit(empty), id }
}

const idsOf = (kind: Parameters<typeof addKind>[1]) => {
  const { topology, id } = withKind(kind)
  return fittingsFor(topology, id).map((fitting) => fitting.kind.id)
}

test('an API leads on to data, queues, Redis and systems outside, never to a database', () => {
  const kinds = idsOf('business_api')
  expect(kinds).toEqual(expect.arrayContaining(['postgres_data_api', 'queue', 'redis', 'external_http']))
  expect(kinds).not.toContain('postgres_database')
})

test('where only one may be, the one that is there is offered', () => {
  const { topology, id } = withKind('business_api')
  const [data] = fittingsFor(topology, id).filter(({ kind }) => kind.can.store === 'postgres')
  const grown = data?.edit({ x: 320, y: 0 })(topology) ?? topology
  const bot = addKind(grown, 'bot', { x: 0, y: 200 })
  const again = fittingsFor(bot.edit(grown), bot.id).filter(({ kind }) => kind.can.store === 'postgres')
  expect(again.map(({ existing }) => existing)).toEqual([data?.id])
})

test('choosing leaves no error that was not there, from every kind', () => {
  for (const kind of ['business_api', 'worker', 'bot', 'queue', 'postgres_data_api', 'redis'] as const) {
    const { topology, id } = withKind(kind)
    const before = new Set(real(topology))
    for (const fitting of fittingsFor(topology, id)) {
      const after = real(fitting.edit({ x: 320, y: 160 })(topology)).filter((rule) => !before.has(rule))
      expect({ kind, to: fitting.kind.id, after }).toEqual({ kind, to: fitting.kind.id, after: [] })
    }
  }
})

/** Errors that a drawing can be blamed for: what is not generated yet is none. */
function real(topology: Topology): readonly string[] {
  return errorsOf(topology)
    .map(({ rule }) => rule)
    .filter((rule) => rule !== 'not-generated-yet')
}
