import { describe, expect, it } from 'vitest'
import { judge } from '@/lib/rules/judge'
import { doAnything } from '@/lib/testing/random-operation'
import { canonical } from '@/lib/topology/canonical'
import { type Topology, topologySchema } from '@/lib/topology/model/topology'
import { Chance } from '@/lib/topology/random/chance'
import { randomDesign } from '@/lib/topology/random/random-design'
import { refusedIn } from './admit'
import { currentTopology, openDocument, redoStep, undoStep, useDocument } from './document'
import { versionsOf } from './history'

const RUNS = 200
const OPERATIONS = 500
/** A run alone, after it failed: `TOPOFORGE_SEED=17 npx vitest run lib/store/laws.test.ts`. */
const ONLY = process.env.TOPOFORGE_SEED
/**
 * After every operation the parts that no document had before are parsed (`refusedIn`). The whole document goes
 * through the whole schema, and its loose ends through the rules, only so often, and at the end of each run:
 * doing it 100,000 times would take minutes. So a fault of `refusedIn` itself shows some operations late.
 */
const WHOLE_EVERY = 50

const seeds = ONLY ? [Number(ONLY)] : Array.from({ length: RUNS }, (_, index) => index + 1)

describe(`${RUNS} runs of ${OPERATIONS} random operations`, () => {
  it('keep the format, the ends of links and the history, and go back and forth without a difference', () => {
    let operations = 0
    for (const seed of seeds) operations += run(seed)
    expect(operations).toBe(seeds.length * OPERATIONS)
  }, 120_000)
})

function run(seed: number): number {
  const chance = new Chance(seed)
  openDocument(chance.flag() ? randomDesign(seed, { services: chance.int(1, 6) }) : randomDesign(seed))
  const done: string[] = []
  try {
    for (let count = 1; count <= OPERATIONS; count += 1) {
      const before = useDocument.getState()
      done.push(doAnything(chance))
      checkHistory(before)
      checkPresent(count % WHOLE_EVERY === 0)
    }
    checkPresent(true)
    checkThereAndBack()
  } catch (fault) {
    throw new Error(`Seed ${seed}, after ${done.length} operations: ${done.slice(-5).join(', ')}`, {
      cause: fault,
    })
  }
  return done.length
}

type State = ReturnType<typeof useDocument.getState>

/** Nothing that was undone or kept is other than it was; only the newest step may be a new one. */
function checkHistory(before: State): void {
  const { history, id, checkpoints } = useDocument.getState()
  if (history.present !== history.current.topology) throw new Error('The present is not the current version.')
  if (id !== before.id) return
  const [was, is] = [versionsOf(before.history), versionsOf(history)]
  const same = is.length === was.length && is.every((version, index) => version === was[index])
  // A new step keeps all that is behind it; a joined one takes the place of the newest.
  const grown = history.future.length === 0 && history.past.every((version, index) => version === was[index])
  if (!same && !grown) throw new Error('The history holds what was never there.')
  if (before.checkpoints.length > checkpoints.length) throw new Error('A checkpoint is gone.')
}

function checkPresent(whole: boolean): void {
  const topology = currentTopology()
  const problem = refusedIn(topology)
  if (problem) throw new Error(`The format refuses ${problem.path.join('.')}: ${problem.message.en}`)
  freeze(topology)
  if (!whole) return
  topologySchema.parse(topology)
  checkEnds(topology)
}

/** A link ends at nodes that are there, or a rule says that it does not. */
function checkEnds(topology: Topology): void {
  const nodes = new Set(topology.nodes.map(({ id }) => id))
  const loose = topology.links.filter(({ from, to }) => !nodes.has(from) || !nodes.has(to))
  if (loose.length === 0) return
  const told = new Set(judge(topology).flatMap(({ at }) => at.map(({ id }) => id)))
  for (const { id } of loose) if (!told.has(id)) throw new Error(`No rule tells of the loose end of ${id}.`)
}

/** Undo to the start and redo to the end pass the very same documents, twice. */
function checkThereAndBack(): void {
  while (useDocument.getState().history.future.length > 0) redoStep()
  const versions = versionsOf(useDocument.getState().history).map(({ topology }) => topology)
  const texts = versions.map((topology, index) => (index % 10 === 0 ? textOf(topology) : ''))
  const last = structuredClone(versions.at(-1))
  for (const topology of versions.toReversed()) {
    if (currentTopology() !== topology) throw new Error('Undo came to another document.')
    undoStep()
  }
  for (const [index, topology] of versions.entries()) {
    if (currentTopology() !== topology) throw new Error('Redo came to another document.')
    if (texts[index] && texts[index] !== textOf(currentTopology())) throw new Error('A document was changed.')
    redoStep()
  }
  expect(currentTopology()).toEqual(last)
}

function textOf(topology: Topology): string {
  return JSON.stringify(canonical(topology))
}

const frozen = new WeakSet<object>()

/** Whoever changes a document in place, instead of making a new one, fails at once. */
function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || frozen.has(value)) return
  frozen.add(value)
  Object.freeze(value)
  for (const part of Object.values(value)) freeze(part)
}
