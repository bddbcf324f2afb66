import { join } from 'node:path'
import { Checks } from './checks'
import { type Design, exampleDesigns, randomDesign } from './designs'
import { runLive } from './live/run-live'
import { namedSeeds } from './named-seeds'
import { type Options, WrongUse } from './options'
import { runPlanted } from './planted'
import type { Result } from './report'
import type { Task } from './schedule'
import type { Outcome } from './stages'
import { type Prepared, prepare, type Run, testDesign, toResult } from './test-design'

/**
 * What a run does, in this order: examples, of which the first is also run live and planted with faults, then seeds
 * that once failed, then random designs.
 */
export function* planTasks(options: Options, run: Run, note: (result: Result) => void): Iterable<Task> {
  const examples = chooseExamples(options)
  const stages = (design: Design): Task => ({
    id: design.id,
    always: false,
    run: async (lane) => note(await testDesign(run, design, lane)),
  })
  const once = (
    design: Design,
    what: string,
    check: (prepared: Prepared) => Promise<readonly Outcome[]>,
  ): Task => ({
    id: `${design.id} ${what}`,
    always: true,
    run: async (lane) => note(await testOnce(run, { ...design, id: `${design.id}-${what}` }, lane, check)),
  })
  const live = (design: Design) =>
    once(design, 'live', ({ subject, project }) =>
      runLive(subject, project, join(run.work, `${design.id}-postgres`)),
    )

  const [first, ...others] = examples
  if (first) {
    yield stages(first)
    if (options.live > 0) yield live(first)
    yield once(first, 'planted', ({ subject, project }) => runPlanted(subject, project))
  }
  for (const design of others) yield stages(design)
  const seeds = chooseSeeds(options)
  for (const seed of seeds) yield stages(randomDesign(seed))
  const more = [...others, ...seeds.map(randomDesign)].slice(0, options.live - (first ? 1 : 0))
  for (const design of more) yield live(design)
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

/** Something that is tried with one design besides its stages, in a folder of its own. */
async function testOnce(
  run: Run,
  design: Design,
  lane: number,
  check: (prepared: Prepared) => Promise<readonly Outcome[]>,
): Promise<Result> {
  const checks = new Checks()
  const prepared = await prepare(run, design, lane, checks)
  if (!prepared) return toResult(design, checks.outcomes)
  return toResult(design, [...checks.outcomes, ...(await check(prepared))])
}
