/**
 * `npm run test:generated`: generates designs, installs what they ask for, checks and tests them as their owners
 * would, and runs some as processes on a real PostgreSQL. docs/testing.md says what each stage promises.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './fingerprint.mjs'
import { clearResults, writeResult } from './results.mjs'
import { Checkers } from './test-generated/checkers'
import { writeReport } from './test-generated/detailed-report'
import { Environments } from './test-generated/environment'
import { Servers } from './test-generated/live/servers'
import { type Options, readOptions, USAGE, WrongUse } from './test-generated/options'
import { planTasks } from './test-generated/plan'
import {
  countChecks,
  failuresOf,
  type Result,
  toFailureText,
  toLine,
  toOnceLines,
  toTable,
} from './test-generated/report'
import { runInLanes } from './test-generated/schedule'
import { findTools, MissingTool } from './test-generated/tools'

const LANES = 2
const CACHE = join(root, '.cache', 'generated')

async function main(options: Options): Promise<boolean> {
  const began = Date.now()
  const late = () => options.budget !== undefined && Date.now() - began > options.budget * 60_000
  const tools = await findTools(options.python)
  const work = makeFolder(options)
  const results: Result[] = []
  const note = (result: Result) => {
    results.push(result)
    console.log(toLine(result))
    if (failuresOf(result).length > 0) console.log(toFailureText(result))
  }
  const environments = new Environments(tools, CACHE)
  const checkers = new Checkers(tools, CACHE)
  const keep = options.keep !== undefined
  const servers = options.servers ? new Servers(work) : undefined
  const plan = { environments, checkers, work, cache: CACHE, keep, tools, note, servers }
  const leftOut = await runInLanes(planTasks(options, plan), LANES, late).finally(() => servers?.remove())
  summarise(results, leftOut, options, (Date.now() - began) / 1000)
  const failed = results.some((result) => failuresOf(result).length > 0)
  if (!keep && !failed) rmSync(work, { recursive: true, force: true })
  if (failed) console.log(`The failing projects stand in ${work}`)
  return !failed && results.length > 0
}

// Outside of the repository: tools of Python would otherwise read its .gitignore.
function makeFolder({ keep }: Options): string {
  if (keep === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'topoforge-generated-'))
    // A database server that root starts runs as a user of its own, and must get to its folder inside.
    chmodSync(made, 0o711)
    return made
  }
  mkdirSync(keep, { recursive: true })
  return keep
}

function summarise(
  results: readonly Result[],
  leftOut: readonly string[],
  { budget }: Options,
  seconds: number,
): void {
  const counts = countChecks(results)
  console.log(`\nSeconds of each stage (! failed)\n${toTable(results)}\n\n${toOnceLines(results)}\n`)
  if (leftOut.length > 0) {
    console.log(
      `Left out, the budget of ${budget} min was used up: ${leftOut.length} of them (${leftOut.join(', ')})`,
    )
  }
  for (const result of results) {
    if (failuresOf(result).length > 0) console.log(`Failed: ${result.design}. Again: ${result.repeat}`)
  }
  console.log(
    `${counts.passed} checks passed, ${counts.failed} failed (stages of ${results.length} designs, ${Math.round(seconds)} s)`,
  )
  writeResult('generated', counts)
  writeReport(results)
}

/** Runs everything; answers the exit code. */
async function runAll(args: readonly string[]): Promise<number> {
  try {
    const options = readOptions(args)
    if (!options) {
      console.log(USAGE)
      return 0
    }
    clearResults('generated')
    return (await main(options)) ? 0 : 1
  } catch (error) {
    if (error instanceof WrongUse) {
      console.error(`${error.message}\n\n${USAGE}`)
      return 2
    }
    if (!(error instanceof MissingTool)) throw error
    console.error(error.message)
    return 1
  }
}

process.exit(await runAll(process.argv.slice(2)))
