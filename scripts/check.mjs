/**
 * `npm run check`: runs every script of package.json whose name begins with `check:`, goes on after a failure and
 * shows the output of those that failed. Names after `--` choose: `npm run check -- types layers`.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './fingerprint.mjs'
import { ensureInstalled, ensureTemplates, requireNode } from './prepare.mjs'

const AT_ONCE = 2

/** Runs one check; answers its exit code and everything it printed. */
function runCheck(name) {
  return new Promise((answer) => {
    const child = spawn('npm', ['run', '--silent', `check:${name}`], { cwd: root })
    const output = []
    child.stdout.on('data', (chunk) => output.push(chunk))
    child.stderr.on('data', (chunk) => output.push(chunk))
    child.on('close', (code) => answer({ code, output: Buffer.concat(output).toString() }))
  })
}

async function runAll(names) {
  const waiting = [...names]
  const failed = []
  const worker = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      const started = Date.now()
      const { code, output } = await runCheck(name)
      const seconds = ((Date.now() - started) / 1000).toFixed(1)
      if (code !== 0) failed.push(name)
      console.log(code === 0 ? `ok      ${name} (${seconds} s)` : `FAILED  ${name} (${seconds} s)\n${output}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return failed
}

// The tools of the checks ask for more than Topoforge itself does.
requireNode([20, 19])
ensureInstalled()
await ensureTemplates()
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const wanted = process.argv.slice(2)
const names = Object.keys(scripts)
  .filter((script) => script.startsWith('check:'))
  .map((script) => script.slice('check:'.length))
  .filter((name) => wanted.length === 0 || wanted.includes(name))

const failed = await runAll(names)
console.log(failed.length === 0 ? `All ${names.length} checks passed.` : `Failed: ${failed.join(', ')}`)
process.exitCode = failed.length > 0 ? 1 : 0
