import { createServer } from 'node:net'

/** Can a server listen on this port of this machine? Asked on both loopback addresses. */
export async function isPortFree(port) {
  const answers = await Promise.all(['127.0.0.1', '::1'].map((host) => canListen(port, host)))
  return answers.every(Boolean)
}

function canListen(port, host) {
  return new Promise((answer) => {
    const server = createServer()
    // A machine without IPv6 cannot have the port taken there.
    server.once('error', (error) => answer(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'))
    server.listen({ port, host, exclusive: true }, () => server.close(() => answer(true)))
  })
}

/** A free port for a test's server, below those that the system hands out for outgoing connections. */
export async function findFreePort() {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    if (await isPortFree(port)) return port
  }
  throw new Error('no free port between 20000 and 32000')
}
