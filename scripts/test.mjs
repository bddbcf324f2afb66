/**
 * `npm test`: installs and builds what is missing, then runs the unit tests and the browser tests.
 * `--unit` or `--browser` runs one of them; what follows `--` goes to its runner. A failure of the first does not
 * keep the second from running.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './fingerprint.mjs'
import { ensureBuilt, ensureInstalled, ensureTemplates, run } from './prepare.mjs'
import { clearResults, REPORTS, readReport, writeResult } from './results.mjs'

const bin = (path) => join(root, 'node_modules', path)

const suites = {
  unit: {
    prepare: ensureTemplates,
    command: (report) => [
      bin('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${report}`,
    ],
    count: (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }),
    failures: ({ testResults }) =>
      testResults.flatMap(({ name, message, assertionResults }) => {
        const failed = assertionResults.filter(({ status }) => status === 'failed')
        const told = failed.map(
          ({ fullName, failureMessages }) => `${fullName}\n${failureMessages.join('\n')}`,
        )
        return [...told, ...(told.length === 0 && message ? [message] : [])].map((text) => `${name}: ${text}`)
      }),
  },
  browser: {
    prepare: ensureBuilt,
    command: () => [bin('@playwright/test/cli.js'), 'test'],
    count: ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
    failures: ({ suites: files }) => files.flatMap(failedSpecs),
  },
}

/** What failed in a file of browser tests or a group in it, each with where it stands and what it said first. */
function failedSpecs({ specs = [], suites: groups = [] }) {
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ file, line, title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap(({ errors: said }) => said))
      return `${file}:${line}: ${title}\n${errors[0]?.message ?? ''}`
    })
  return [...own, ...groups.flatMap(failedSpecs)]
}

/** Runs one suite and leaves its result; a run that broke before its report counts as one failure. */
async function runSuite(name, extra) {
  const suite = suites[name]
  await suite.prepare()
  const file = join(REPORTS, `${name}.json`)
  mkdirSync(REPORTS, { recursive: true })
  rmSync(file, { force: true })
  process.env.TOPOFORGE_TEST_REPORT = file
  const code = run(process.execPath, [...suite.command(file), ...extra])
  const report = readReport(file)
  const { passed, failed } = report ? suite.count(report) : { passed: 0, failed: 0 }
  const result = {
    passed,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    failures: report && failed > 0 ? suite.failures(report) : [],
  }
  writeResult(name, result)
  return result
}

const [flags, extra] = splitArguments(process.argv.slice(2))
const chosen = Object.keys(suites).filter((name) => flags.length === 0 || flags.includes(`--${name}`))

/** Our own flags, and what goes on to the runner. */
function splitArguments(args) {
  const own = args.filter((arg) => arg === '--unit' || arg === '--browser')
  return [own, args.filter((arg) => !own.includes(arg) && arg !== '--')]
}

ensureInstalled()
clearResults(...chosen)
let failed = 0
for (const name of chosen) {
  const result = await runSuite(name, extra)
  console.log(`${name} tests: ${result.passed} passed, ${result.failed} failed`)
  failed += result.failed
}
process.exitCode = failed > 0 ? 1 : 0
