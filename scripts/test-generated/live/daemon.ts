import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { killGroup, start } from '../exec'
import { bareEnvironment } from '../tools'

const ANSWER_SECONDS = 2

interface Command {
  readonly program: string
  readonly args: readonly string[]
  readonly folder: string
  readonly env?: Readonly<Record<string, string>>
}

/** A server that was started here, and is ended by its own pid. */
export class Daemon {
  private constructor(
    private readonly name: string,
    private readonly child: ChildProcess,
    private readonly log: string,
  ) {}

  static start(name: string, { program, args, folder, env }: Command): Daemon {
    const log = `${folder}/${name}.log`
    const file = openSync(log, 'a')
    const child = start(program, args, { cwd: folder, env: bareEnvironment(env), log: file })
    closeSync(file)
    return new Daemon(name, child, log)
  }

  /** Waits until it answers what is said to it at its port; throws with its log when it does not. */
  async waitUntilAnswering(port: number, greeting: string, seconds: number): Promise<void> {
    const end = Date.now() + seconds * 1000
    while (Date.now() < end && !this.ended) {
      if (await isAnswering(port, greeting)) return
      await sleep(100)
    }
    throw new Error(`${this.name} did not start\n${readFileSync(this.log, 'utf8').slice(-4000)}`)
  }

  /** Ends it at once, as an outage does. */
  async kill(): Promise<void> {
    killGroup(this.child, 'SIGKILL')
    while (!this.ended) await sleep(20)
  }

  private get ended(): boolean {
    return this.child.pid === undefined || this.child.exitCode !== null || this.child.signalCode !== null
  }
}

/** Whether anything comes back from a port of this machine. */
function isAnswering(port: number, greeting: string): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect(port, '127.0.0.1')
    const end = (is: boolean) => {
      socket.destroy()
      answer(is)
    }
    socket.setTimeout(ANSWER_SECONDS * 1000, () => end(false))
    socket.once('connect', () => socket.write(greeting, 'latin1'))
    socket.once('data', () => end(true))
    socket.once('error', () => end(false))
    socket.once('close', () => end(false))
  })
}
