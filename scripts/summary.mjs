/**
 * The end of CI: what failed, once more, because only the end of a long log may be at hand; then `N passed, N failed`,
 * over the result files of the test runners. Arguments are the names of the steps that failed; there are at least as
 * many failures as failed steps, told by a runner or not.
 */
import { stripVTControlCharacters } from 'node:util'
import { readResults } from './results.mjs'

const LINES_OF_A_FAILURE = 12

const failedSteps = process.argv.slice(2)
const results = Object.values(readResults())
const passed = results.reduce((sum, result) => sum + result.passed, 0)
const told = results.reduce((sum, result) => sum + result.failed, 0)
const failed = Math.max(told, failedSteps.length)

for (const failure of results.flatMap(({ failures = [] }) => failures)) {
  const lines = stripVTControlCharacters(failure).split('\n').slice(0, LINES_OF_A_FAILURE)
  console.log(`FAILED ${lines.join('\n  ')}\n`)
}
if (failedSteps.length > 0) console.log(`Failed steps: ${failedSteps.join(', ')}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
