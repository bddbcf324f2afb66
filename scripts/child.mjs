/** Programs that run as long as this one does, and no longer. */

import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
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
  // Where this file stands says nothing: programs of the repository are bundled to another folder.
  const watch = pathToFileURL(join(root, 'scripts/end-with-parent.mjs')).href
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

/** So often it is looked whether npm is still there, in milliseconds. */
const LOOKS_EVERY = 300

const parent = process.ppid
/**
 * The npm that runs this script, found when it begins. Shells may stay between both, and outlive npm: they are known
 * by the command that npm gave them. Without npm nobody is found.
 */
const npm = findNpm(process.env.npm_lifecycle_event, process.env.npm_lifecycle_script)

function findNpm(event, command) {
  if (event === undefined) return undefined
  let pid = parent
  for (let row = rowOf(pid); row && command && row.args.includes(command); row = rowOf(pid)) pid = row.parent
  return pid
}

/** What the system knows of a process: who started it, and by which words; where it cannot be asked, nothing. */
function rowOf(pid) {
  const asked = ['-ww', '-o', 'ppid=,args=', '-p', String(pid)]
  const row = rowInProc(pid) ?? spawnSync('ps', asked, { encoding: 'utf8' }).stdout
  const [, starter, args] = /^\s*(\d+)\s+(.*)/.exec(row ?? '') ?? []
  return starter === undefined ? undefined : { parent: Number(starter), args }
}

/** The same from the files of Linux, where `ps` need not be installed. */
function rowInProc(pid) {
  try {
    const [, starter] = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return `${starter} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')}`
  } catch {
    return undefined
  }
}

function isThere(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Somebody else's process is one, too.
    return error.code === 'EPERM'
  }
}

/**
 * Under npm, which does not pass every signal on: tells when npm is gone, or the shell below it. Without npm nothing
 * is watched, because a program in the background may outlive its shell.
 */
export function onNpmGone(tell) {
  if (npm === undefined) return
  const look = setInterval(() => {
    if (process.ppid === parent && isThere(npm)) return
    clearInterval(look)
    tell()
  }, LOOKS_EVERY)
  look.unref()
}
