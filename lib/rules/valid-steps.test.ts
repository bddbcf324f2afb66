import { expect, it } from 'vitest'
import { randomStepsDesign } from '@/lib/testing/random-steps'
import type { Place } from '@/lib/topology/at'
import { fieldPlaces } from '@/lib/topology/field-places'
import { lookup } from '@/lib/topology/lookup'
import { type Topology, topologySchema } from '@/lib/topology/model/topology'
import { namesIn } from '@/lib/topology/names'
import { Chance } from '@/lib/topology/random/chance'
import { renameAt } from '@/lib/topology/rename-at'
import { analysisOf } from '@/lib/topology/steps/analysis'
import { STEP_TYPES } from '@/lib/topology/steps/phases'
import { judge } from './judge'

const SEEDS = 320
const SLOW = 300_000
const ABOUT_STEPS = new Set([
  'invalid-step',
  'split-write',
  'invalid-use-case',
  'invalid-schedule',
  'invalid-command',
  'invalid-operation',
])

const said = (topology: Topology) =>
  judge(topology)
    .filter(({ rule }) => ABOUT_STEPS.has(rule))
    .map(({ rule, message }) => `${rule}: ${message.en}`)

it(
  `raises no false alarm about ${SEEDS} random designs with steps, of every type`,
  () => {
    const types = new Set<string>()
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const topology = randomStepsDesign(seed)
      expect([seed, topologySchema.safeParse(topology).error]).toEqual([seed, undefined])
      expect([seed, said(topology)]).toEqual([seed, []])
      const look = lookup(topology)
      for (const service of look.services)
        for (const { points } of analysisOf(look, service).lists)
          for (const { step } of points) types.add(step.step)
    }
    expect([...types].sort()).toEqual([...STEP_TYPES].sort())
  },
  SLOW,
)

/** Names that steps name: of fields, operations, use cases, entities, results and values of enums. */
function renamable(topology: Topology): readonly Place[] {
  const look = lookup(topology)
  const results = look.services.flatMap((service) =>
    analysisOf(look, service).lists.flatMap(({ points }) =>
      points.flatMap(({ step, path }): Place[] =>
        'as' in step && step.as ? [{ part: 'node', id: service.id, path: [...path, 'as'] }] : [],
      ),
    ),
  )
  const named = namesIn(topology).filter(({ role }) =>
    ['field', 'operation', 'use_case', 'entity'].includes(role),
  )
  const values = [...fieldPlaces(topology)].flatMap(({ place, fields }) =>
    fields.flatMap((field, index) =>
      field.type === 'enum'
        ? field.values.map((_, at) => ({ ...place, path: [...place.path, index, 'values', at, 'name'] }))
        : [],
    ),
  )
  return [...named.map(({ place }) => place), ...results, ...values]
}

it(
  'finds as much after a renaming as before, whatever is renamed',
  () => {
    for (let seed = 1; seed <= 120; seed += 1) {
      const chance = new Chance(seed)
      let topology = randomStepsDesign(seed)
      for (const place of chance.some(renamable(topology), 6)) {
        const next = renameAt(place, `renamed_${chance.int(0, 999_999)}`)
        topology = next?.(topology) ?? topology
        expect([seed, place, said(topology)]).toEqual([seed, place, []])
      }
    }
  },
  SLOW,
)
