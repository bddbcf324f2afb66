/**
 * `npm start`: installs, builds and serves the designer, doing only what is missing. The script in `package.json`
 * replaces its shell by `exec`, because a shell that waits for a program keeps npm's SIGINT to itself; where a shell
 * has no `exec`, its second half runs.
 */
import { join } from 'node:path'
import { onNpmGone, runChild } from './child.mjs'
import { root } from './fingerprint.mjs'
import { isPortFree } from './free-port.mjs'
import { ensureBuilt, ensureInstalled, stop } from './prepare.mjs'

const host = process.env.HOST ?? '127.0.0.1'
const port = Number(process.env.PORT ?? 3000)
const address = `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`

async function isServing() {
  const answer = await fetch(`http://${host}:${port}/`, { method: 'HEAD' }).catch(() => undefined)
  return answer?.ok === true
}

if (!Number.isInteger(port) || port < 1 || port > 65_535)
  stop(`PORT=${process.env.PORT} is not a port number.`, 2)
ensureInstalled()
const other = port === 65_535 ? 3000 : port + 1
const taken = `Port ${port} is taken. Stop what uses it, or choose another: PORT=${other} npm start`
if (!(await isPortFree(port))) stop(taken)
await ensureBuilt()
if (!(await isPortFree(port))) stop(taken)

const next = join(root, 'node_modules/next/dist/bin/next')
const server = runChild([next, 'start', '--hostname', host, '--port', String(port)], { stdio: 'ignore' })
onNpmGone(server.end)
let isOver = false
void server.done.then(({ code }) => {
  isOver = true
  process.exitCode = code
})

while (!isOver && !(await isServing())) await new Promise((resume) => setTimeout(resume, 100))
if (!isOver) console.log(`Topoforge is at ${address}  (stop it with Ctrl+C)`)
