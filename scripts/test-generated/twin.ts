import { join } from 'node:path'
import * as z from 'zod'
import { root } from '../fingerprint.mjs'
import { Checks } from './checks'
import type { Design } from './designs'
import { exec } from './exec'
import { makeTwins } from './hostile'
import type { Outcome } from './stages'
import { bareEnvironment, type Tools } from './tools'
import { changedPython, findDifferences, formsOf, type Twins } from './twin-trees'

const answerSchema = z.union([
  z.object({ name: z.string(), message: z.string() }),
  z.object({ compared: z.number() }),
])

/** Compares the syntax trees of every Python file of twins, all in one process. */
async function comparePython(tools: Tools, all: readonly Twins[]): Promise<readonly string[]> {
  const lines = all.flatMap((twins) =>
    [...changedPython(twins)].map(([path, before, after]) =>
      JSON.stringify({
        name: `${twins.name} ${path}`,
        harmless: before,
        hostile: after,
        marker: twins.marker,
        forms: formsOf(twins),
      }),
    ),
  )
  const script = join(root, 'scripts', 'test-generated', 'compare_trees.py')
  const { code, output } = await exec(tools.python, [script], {
    env: bareEnvironment(),
    input: lines.join('\n'),
  })
  if (code !== 0) throw new Error(output)
  const answers = output
    .split('\n')
    .filter(Boolean)
    .map((line) => answerSchema.parse(JSON.parse(line)))
  const compared = answers.flatMap((answer) => ('compared' in answer ? [answer.compared] : []))[0]
  if (compared !== lines.length) throw new Error(`compared ${compared} of ${lines.length} files`)
  return answers.flatMap((answer) => ('message' in answer ? [`${answer.name}: ${answer.message}`] : []))
}

/** Hostile texts change nothing but texts: every tree stays what it is with harmless ones. */
export async function runTwins(tools: Tools, designs: readonly Design[]): Promise<readonly Outcome[]> {
  const checks = new Checks('hostile ')
  const made = await checks.run('generate', async () => makeTwins(designs))
  if (!made) return checks.outcomes
  await checks.run('data and prose', async () => {
    refuse(
      made.twins.flatMap((twins) => [...findDifferences(twins)].map((fault) => `${twins.name}, ${fault}`)),
    )
  })
  await checks.run('Python', async () => refuse(await comparePython(tools, made.twins)))
  const rules = [...new Set(made.refused.map(({ rule }) => rule))].join(', ')
  console.log(
    `hostile texts: ${made.twins.length} designs compared, ${made.refused.length} refused (${rules})`,
  )
  return checks.outcomes
}

function refuse(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error([`${faults.length} differences`, ...faults.slice(0, 30)].join('\n'))
}
