import { describe, expect, it } from 'vitest'
import { type Topology, topologySchema } from '@/lib/topology/model/topology'
import { judge } from './judge'
import { drawnRules } from './rules'

const LISTS = ['nodes', 'links', 'entities', 'messages'] as const
type Part = Readonly<Record<string, unknown>>

/** What a person sees of findings. */
const told = (topology: Topology) =>
  judge(topology).map(({ rule, severity, message, at, fix }) => ({
    rule,
    severity,
    message,
    at,
    fix: fix?.label,
  }))

/** What is found in a copy, which has no part in common with what was judged before. */
const afresh = (topology: Topology) => told(structuredClone(topology))

/** What may stand in place of a value: nothing, something a little different, or what a part of its sort has there. */
function* others(key: string, value: unknown, parts: readonly Part[]): Generator<unknown> {
  yield undefined
  if (typeof value === 'string') yield `${value}_2`
  if (typeof value === 'number') yield value + 1
  if (Array.isArray(value) && value.length > 0) yield value.slice(1)
  const there = new Set(parts.map((part) => part[key]))
  for (const other of there) if (other !== value) yield other
}

/** Every design that differs from this one in one key of one part, as far as the format has it. */
function* neighbours(topology: Topology): Generator<Topology> {
  for (const list of LISTS) {
    const parts = topology[list] as unknown as readonly Part[]
    for (const [index, part] of parts.entries()) {
      yield { ...topology, [list]: parts.toSpliced(index, 1) }
      for (const [key, value] of Object.entries(part)) {
        if (key === 'id') continue
        for (const other of others(key, value, parts))
          yield { ...topology, [list]: parts.with(index, { ...part, [key]: other }) }
      }
    }
  }
  const { project } = topology
  yield { ...topology, project: { ...project, context: `${project.context}_2` } }
  yield { ...topology, project: { ...project, name: `${project.name}_2` } }
}

/** Larger designs have more neighbours than a test has time for, and nothing in them that smaller ones lack. */
const LARGEST = 12
const designs = drawnRules
  .flatMap(({ id, examples: { valid, invalid } }) =>
    [...valid, ...invalid].map(({ topology }, index) => [`${id} ${index}`, topology] as const),
  )
  .filter(([, { nodes, entities, messages }]) => nodes.length + entities.length + messages.length <= LARGEST)

describe('what rules remember of a design is what they would find in the next one', () => {
  it.each(designs)('%s', (_, topology) => {
    const atFirst = afresh(topology)
    judge(topology)
    for (const next of neighbours(topology)) {
      if (!topologySchema.safeParse(next).success) continue
      const remembered = told(next)
      expect(remembered).toEqual(afresh(next))
      judge({ ...next })
      expect(told({ ...topology })).toEqual(atFirst)
    }
  })
})
