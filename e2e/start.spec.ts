import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from '@playwright/test'
import { findFreePort, isPortFree } from '../scripts/free-port.mjs'

/** So long a server may take to come, and to go, in milliseconds. */
const COMES = 60_000
const GOES = 10_000

const answers = (port: number) =>
  fetch(`http://127.0.0.1:${port}/`, { method: 'HEAD' }).then(
    ({ ok }) => ok,
    () => false,
  )

const started: ChildProcess[] = []

/** npm with all that it starts is a group of its own, as in a terminal: the group gets what the keyboard sends. */
async function startOn(port: number, env: Readonly<Record<string, string>> = {}): Promise<ChildProcess> {
  const npm = spawn('npm', ['start'], {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: 'ignore',
    detached: true,
  })
  started.push(npm)
  await expect.poll(() => answers(port), { timeout: COMES }).toBe(true)
  return npm
}

function signalGroup(npm: ChildProcess, signal: NodeJS.Signals): void {
  process.kill(-(npm.pid ?? Number.NaN), signal)
}

/** A shell for npm that waits for what it runs and passes no signal on, as some systems have it. */
function waitingShell(): Readonly<Record<string, string>> {
  const path = test.info().outputPath('shell')
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, '#!/bin/sh\nsh "$@"\nexit $?\n', { mode: 0o755 })
  return { npm_config_script_shell: path }
}

/** The `scripts/start.mjs` below npm: its child, or the child of the shell between them. */
function startScriptBelow(pid: number): number {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
  const all = rows.split('\n').map((row) => row.trim().split(/\s+/))
  const below = (parent: string): string[][] =>
    all.filter(([, ppid]) => ppid === parent).flatMap((row) => [row, ...below(row[0] ?? '')])
  const found = below(String(pid)).find((row) => row.join(' ').includes('scripts/start.mjs'))
  if (!found) throw new Error('npm start runs no scripts/start.mjs')
  return Number(found[0])
}

test.describe('npm start ends with whoever is ended, and its port is free again', () => {
  test.setTimeout(COMES + 2 * GOES)

  // Whatever failed, nobody is left behind.
  test.afterEach(() => {
    for (const npm of started.splice(0)) {
      try {
        signalGroup(npm, 'SIGKILL')
      } catch {
        // All of them are gone.
      }
    }
  })

  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const) {
    test(`npm by ${signal}`, async () => {
      const port = await findFreePort()
      const npm = await startOn(port)
      npm.kill(signal)
      await expect.poll(() => isPortFree(port), { timeout: GOES }).toBe(true)
    })
  }

  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGKILL'] as const) {
    test(`npm by ${signal}, its shell waiting`, async () => {
      const port = await findFreePort()
      const npm = await startOn(port, waitingShell())
      npm.kill(signal)
      await expect.poll(() => isPortFree(port), { timeout: GOES }).toBe(true)
    })
  }

  for (const [keys, signal] of [
    ['Ctrl+C', 'SIGINT'],
    ['closing the terminal', 'SIGHUP'],
  ] as const) {
    test(`all by ${keys}, the shell waiting`, async () => {
      const port = await findFreePort()
      signalGroup(await startOn(port, waitingShell()), signal)
      await expect.poll(() => isPortFree(port), { timeout: GOES }).toBe(true)
    })
  }

  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    test(`the script below npm by ${signal}`, async () => {
      const port = await findFreePort()
      const npm = await startOn(port)
      const gone = new Promise((resolve) => npm.once('exit', resolve))
      process.kill(startScriptBelow(npm.pid ?? 0), signal)
      await expect.poll(() => isPortFree(port), { timeout: GOES }).toBe(true)
      await gone
    })
  }
})
