import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { killGroup, start } from '../exec'
import { Client } from './http'

const STOP_SECONDS = 15

/** How a process ended after it was asked to. */
export interface Ending {
  readonly service: string
  readonly seconds: number
  readonly how: string
  readonly clean: boolean
}

/** One service of the project as a process of its own. */
export class ServiceProcess {
  private constructor(
    readonly service: string,
    readonly client: Client,
    private readonly child: ChildProcess,
    private readonly log: string,
  ) {}

  /** Starts `command`; everything it prints goes to the file `log`. */
  static start(
    service: string,
    port: number,
    command: readonly [string, ...string[]],
    options: { cwd: string; env: Readonly<Record<string, string>>; log: string },
  ): ServiceProcess {
    const file = openSync(options.log, 'a')
    const [program, ...args] = command
    const child = start(program, args, { cwd: options.cwd, env: options.env, log: file })
    closeSync(file)
    return new ServiceProcess(service, new Client(`http://127.0.0.1:${port}`), child, options.log)
  }

  get ended(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null
  }

  /** Everything it has printed so far. */
  output(): string {
    return readFileSync(this.log, 'utf8')
  }

  /** The status that a path answers with, or 0 when nothing answers. */
  async probe(path: string): Promise<number> {
    try {
      return (await this.client.send('GET', path)).status
    } catch {
      return 0
    }
  }

  /** Waits until a path answers with a status; throws with the log when it does not. */
  async waitFor(path: string, status: number, seconds: number): Promise<void> {
    const end = Date.now() + seconds * 1000
    let last = 0
    while (Date.now() < end && !this.ended) {
      last = await this.probe(path)
      if (last === status) return
      await sleep(100)
    }
    const state = this.ended ? `ended with ${this.child.exitCode ?? this.child.signalCode}` : `last: ${last}`
    throw new Error(
      `${this.service} did not answer ${path} with ${status} (${state})\n${this.output().slice(-4000)}`,
    )
  }

  /** Ends it at once, as a machine does that fails. */
  async kill(): Promise<void> {
    killGroup(this.child, 'SIGKILL')
    while (!this.ended) await sleep(5)
  }

  /** Asks it to end, and ends it when it does not. */
  async stop(): Promise<Ending> {
    const began = Date.now()
    this.child.kill('SIGTERM')
    while (!this.ended && Date.now() - began < STOP_SECONDS * 1000) await sleep(20)
    const late = !this.ended
    if (late) killGroup(this.child, 'SIGKILL')
    const how = late ? 'had to be killed' : String(this.child.exitCode ?? this.child.signalCode)
    // uvicorn hands the signal on after it has shut down.
    const clean = ['0', '143', 'SIGTERM'].includes(how)
    return { service: this.service, seconds: (Date.now() - began) / 1000, how, clean }
  }
}
