import { join } from 'node:path'
import * as z from 'zod'
import { root } from '../fingerprint.mjs'
import { Checks } from './checks'
import { exec } from './exec'
import type { Outcome } from './stages'
import { bareEnvironment, type Tools } from './tools'
import { findDifferences, type Twins } from './twin-trees'

const answerSchema = z.union([
  z.object({ name: z.string(), message: z.string() }),
  z.object({ compared: z.number() }),
])

/** Compares the syntax trees of every Python file of twins, all in one process. */
async function comparePython(tools: Tools, all: readonly Twins[]): Promise<readonly string[]> {
  const lines = all.flatMap(({ name, marker, text, harmless, hostile }) =>
    [...hostile.values()]
      .filter(({ path }) => path.endsWith('.py'))
      .map(({ path, content }) => {
        const before = harmless.get(path)?.content ?? ''
        return JSON.stringify({ name: `${name} ${path}`, harmless: before, hostile: content, marker, text })
      }),
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
export async function runTwins(tools: Tools, all: readonly Twins[]): Promise<readonly Outcome[]> {
  const checks = new Checks('twin ')
  for (const twins of all) {
    await checks.run(twins.name, async () => refuse([...findDifferences(twins)]))
  }
  await checks.run('Python', async () => refuse(await comparePython(tools, all)))
  return checks.outcomes
}

function refuse(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(faults.slice(0, 20).join('\n'))
}
