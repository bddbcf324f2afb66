/** What every command needs before it can start, each made only when it is missing or out of date. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onNpmGone, runChild } from './child.mjs'
import { fingerprint, root } from './fingerprint.mjs'

const OLDEST_NODE = [20, 9]
const BUILD_STAMP = join(root, '.next', 'topoforge-build')
const BUILD_INPUTS = [
  'app',
  'components',
  'lib',
  'public',
  'templates',
  'next.config.mjs',
  'package-lock.json',
  'postcss.config.mjs',
  'scripts/build.mjs',
  'scripts/security-hashes.mjs',
  'scripts/security-headers.mjs',
  'tsconfig.json',
]

/** Ends the process with a plain sentence; for what a person has to do, not for faults of the program. */
export function stop(message, code = 1) {
  console.error(message)
  process.exit(code)
}

/** Runs a program in the repository, its output passed through (or all to stderr); answers its exit code. */
export function run(command, args, { output = 'inherit' } = {}) {
  const { status, signal } = spawnSync(command, args, {
    cwd: root,
    stdio: ['inherit', output, 'inherit'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  })
  return signal ? 1 : (status ?? 1)
}

/** Ends the process unless Node is at least this [major, minor]. */
export function requireNode(oldest = OLDEST_NODE) {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    stop(`This needs Node ${oldest.join('.')} or newer; here is ${process.versions.node}.`)
  }
}

/** Are the packages that stand in node_modules those of the lock? Other platforms' packages may be absent. */
function isInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  const there = JSON.parse(readFileSync(installed, 'utf8')).packages
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || there[path]?.version === version || (optional && !there[path]),
  )
}

/** Node is new enough and the packages of the lock are in place. */
export function ensureInstalled() {
  requireNode()
  if (isInstalled()) return
  // Said on stderr: the command line's own output may be piped into a file.
  console.error('Installing packages (once)…')
  const npm = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  if (run('npm', npm, { output: process.stderr }) !== 0) {
    stop('The packages could not be installed: see npm’s message above.')
  }
}

/** The compiled templates are those of the folder. */
export async function ensureTemplates() {
  const { compileTemplates } = await import('./compile-templates.mjs')
  await compileTemplates()
}

/** The production build is that of the sources as they stand. */
export async function ensureBuilt() {
  ensureInstalled()
  await ensureTemplates()
  const wanted = fingerprint(BUILD_INPUTS)
  if (existsSync(BUILD_STAMP) && readFileSync(BUILD_STAMP, 'utf8') === wanted) return
  console.error('Building…')
  const build = runChild(['scripts/build.mjs'])
  onNpmGone(build.end)
  const { code, isLeaving } = await build.done
  if (isLeaving) process.exit(0)
  if (code !== 0) stop('The build failed: see above.')
  writeFileSync(BUILD_STAMP, wanted)
}
