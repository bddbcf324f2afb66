import { join } from 'node:path'
import { runChild } from './child.mjs'
import { root } from './fingerprint.mjs'
import { findFreePort } from './free-port.mjs'

/** So often it is asked for, this many milliseconds apart. */
const TRIES = 150
const PAUSE = 200

/** Serves the designer as it is built on a free port of this machine; answers its address and how to end it. */
export async function serve() {
  const port = await findFreePort()
  const address = `http://127.0.0.1:${port}`
  const next = join(root, 'node_modules/next/dist/bin/next')
  const server = runChild([next, 'start', '--hostname', '127.0.0.1', '--port', String(port)], {
    stdio: 'ignore',
  })
  const close = async () => {
    server.end()
    await server.done
  }
  for (let tries = 0; tries < TRIES; tries += 1) {
    const answer = await fetch(address).catch(() => undefined)
    if (answer?.ok) return { address, close }
    await new Promise((resume) => setTimeout(resume, PAUSE))
  }
  await close()
  throw new Error(`Nothing answers at ${address}.`)
}
