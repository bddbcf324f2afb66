import { join } from 'node:path'
import { Checks } from './checks'
import { type Design, exampleDesigns, flowDesign, randomDesign } from './designs'
import { runFlow } from './live/run-flow'
import { runLive } from './live/run-live'
import { namedSeeds } from './named-seeds'
import { type Options, WrongUse } from './options'
import { runPlanted } from './planted'
import type { Result } from './report'
import type { Task } from './schedule'
import type { Outcome, Prepared } from './stages'
import { prepare, type Run, testDesign, toResult } from './test-design'
import type { Tools } from './tools'
import { runTwins } from './twin'

/** All examples, and what is tried once. */
const REPEAT_ONCE = 'npm run test:generated -- --designs 0'

/** A run, and where it says what it found out. */
export interface Plan extends Run {
  readonly tools: Tools
  readonly note: (result: Result) => void
}

/**
 * What a run does, in this order: the first example, also live, planted with faults and with hostile texts; the other
 * examples; seeds that once failed; random designs.
 */
export function* planTasks(options: Options, plan: Plan): Iterable<Task> {
  const examples = chooseExamples(options)
  const seeds = chooseSeeds(options).map(randomDesign)
  const isComplete = options.example === undefined && !options.randomOnly
  const [first, ...others] = [...examples, ...seeds]
  if (!first) return
  yield stages(plan, first)
  if (options.live > 0) yield live(plan, first, true)
  if (options.flow > 0) yield flow(plan, options.flow)
  if (isComplete) {
    yield once(plan, { ...first, repeat: REPEAT_ONCE }, 'planted', true, ({ subject, project }) =>
      runPlanted(subject, project, plan.checkers),
    )
    yield hostile(plan, examples)
  }
  for (const design of others) yield stages(plan, design)
  for (const design of others.slice(0, Math.max(options.live - 1, 0))) yield live(plan, design, false)
}

function chooseExamples({ example, randomOnly }: Options): readonly Design[] {
  if (randomOnly) return []
  const all = exampleDesigns()
  if (example === undefined) return all
  const chosen = all.filter(({ id }) => id === example)
  if (chosen.length > 0) return chosen
  throw new WrongUse(`There is no example “${example}”: ${all.map(({ id }) => id).join(', ')}.`)
}

function chooseSeeds({ designs, seed, randomOnly, example }: Options): readonly number[] {
  const fresh = Array.from({ length: designs }, (_, index) => seed + index)
  const named = randomOnly || example !== undefined ? [] : namedSeeds.map(({ seed: once }) => once)
  return [...new Set([...named, ...fresh])]
}

function stages(plan: Plan, design: Design): Task {
  return {
    id: design.id,
    always: false,
    run: async (lane) => plan.note(await testDesign(plan, design, lane)),
  }
}

function live(plan: Plan, design: Design, always: boolean): Task {
  const repeat = `${design.repeat} --live 1`
  return once(plan, { ...design, repeat }, 'live', always, ({ subject, project }) =>
    runLive(subject, project, join(plan.work, `${design.id}-postgres`)),
  )
}

/** Its stages are those of any design; what happens when everything around it fails is tried beside. */
function flow(plan: Plan, repetitions: number): Task {
  const design = flowDesign()
  return once(plan, design, 'flow', true, ({ subject, project }) =>
    runFlow(subject, project, join(plan.work, `${design.id}-flow`), repetitions),
  )
}

function hostile({ tools, note }: Plan, examples: readonly Design[]): Task {
  return {
    id: 'hostile texts',
    always: true,
    run: async () => {
      const outcomes = await runTwins(tools, examples)
      const design = 'hostile-texts'
      note({ design, services: 0, entities: 0, outcomes, coverage: [], once: true, repeat: REPEAT_ONCE })
    },
  }
}

/** Something that is tried with a design besides its stages, in a folder of its own. */
function once(
  plan: Plan,
  { id, topology, repeat }: Design,
  what: string,
  always: boolean,
  check: (prepared: Prepared) => Promise<readonly Outcome[]>,
): Task {
  const design = { id: `${id}-${what}`, topology, repeat }
  const run = async (lane: number) => {
    const checks = new Checks()
    const prepared = await prepare(plan, design, lane, checks)
    // That the design can be generated and installed counts among its own stages.
    const outcomes = prepared ? await check(prepared) : checks.outcomes.filter(({ ok }) => !ok)
    plan.note({ ...toResult(design, outcomes), once: true })
  }
  return { id: design.id, always, run }
}
