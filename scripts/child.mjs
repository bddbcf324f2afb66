/** Programs that run as long as this one does, and no longer. */
import { spawn } from 'node:child_process'
import { root } from './fingerprint.mjs'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']
/** Who does not end when asked is ended, after so many milliseconds. */
const PATIENCE = 5000

/**
 * Runs a Node program of the repository. It ends with this one however that ends, killed outright included: it watches
 * the channel between both (`end-with-parent.mjs`). Answers how to end it, and a promise of its exit code; that of one
 * that was told to end is 0.
 */
export function runChild(args, { stdio = 'inherit' } = {}) {
  const watch = new URL('end-with-parent.mjs', import.meta.url).href
  const child = spawn(process.execPath, ['--import', watch, ...args], {
    cwd: root,
    stdio: ['ignore', stdio, 'inherit', 'ipc'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', TOPOFORGE_PARENT: String(process.pid) },
  })
  let isLeaving = false
  const end = (signal = 'SIGTERM') => {
    isLeaving = true
    child.kill(signal)
    setTimeout(() => child.kill('SIGKILL'), PATIENCE).unref()
  }
  for (const signal of SIGNALS) process.on(signal, end)
  const done = new Promise((resolve) => {
    child.on('exit', (code) => {
      for (const signal of SIGNALS) process.off(signal, end)
      resolve({ code: isLeaving ? 0 : (code ?? 1), isLeaving })
    })
  })
  return { end, done }
}

/**
 * Under npm, which does not pass every signal on: tells when npm is gone. Without npm nothing is watched, because a
 * program in the background may outlive its shell.
 */
export function onNpmGone(tell) {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && tell(), 300).unref()
}
