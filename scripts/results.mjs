import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './fingerprint.mjs'

/** Where test runners leave their own reports. */
export const REPORTS = join(root, '.cache', 'reports')

const FOLDER = join(root, '.results')

/** Leaves `.results/<name>.json`, from which CI makes its end: how many passed and failed, and what failed. */
export function writeResult(name, { passed, failed, failures = [] }) {
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify({ passed, failed, failures })}\n`)
}

/** Forgets what an earlier run of these left, so that a run that dies is not taken for its forerunner. */
export function clearResults(...names) {
  for (const name of names) rmSync(join(FOLDER, `${name}.json`), { force: true })
}

/** All results that are there, by name. */
export function readResults() {
  if (!existsSync(FOLDER)) return {}
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'))
  return Object.fromEntries(
    files.map((file) => [file.slice(0, -5), JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))]),
  )
}

/** The JSON in a report that a test runner wrote, or nothing if it wrote none. */
export function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}
