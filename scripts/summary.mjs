/**
 * The last line of CI: `N passed, N failed`, over the result files of the test runners. Arguments are the names of
 * the steps that failed; there are at least as many failures as failed steps, told by a runner or not.
 */
import { readResults } from './results.mjs'

const failedSteps = process.argv.slice(2)
const results = Object.values(readResults())
const passed = results.reduce((sum, result) => sum + result.passed, 0)
const told = results.reduce((sum, result) => sum + result.failed, 0)
const failed = Math.max(told, failedSteps.length)

if (failedSteps.length > 0) console.log(`Failed steps: ${failedSteps.join(', ')}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
