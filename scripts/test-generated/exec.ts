import { type ChildProcess, spawn } from 'node:child_process'

/** How a program ended, and everything it printed. */
export interface Finished {
  readonly code: number
  readonly output: string
  readonly seconds: number
}

export interface ExecOptions {
  readonly cwd?: string
  /** The whole environment of the program: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>
  readonly input?: string
  readonly timeoutSeconds?: number
}

const MOST_OUTPUT = 400_000

const running = new Set<ChildProcess>()

// Whatever ends this process, nothing that it has started is left behind.
process.on('exit', () => {
  for (const child of running) killGroup(child, 'SIGKILL')
})
for (const [signal, code] of [['SIGINT', 130] as const, ['SIGTERM', 143] as const]) {
  process.on(signal, () => process.exit(code))
}

// The framework's types ask every environment for NODE_ENV; a Python program has no use for it.
const toProcessEnv = (env: Readonly<Record<string, string>>) => ({ ...env }) as NodeJS.ProcessEnv

/** Runs a program to its end. A program that cannot be started ends with 127, one that takes too long with 124. */
export function exec(command: string, args: readonly string[], options: ExecOptions): Promise<Finished> {
  const began = Date.now()
  return new Promise((answer) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: toProcessEnv(options.env),
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      // A group of its own, so that what it starts ends with it.
      detached: true,
    })
    running.add(child)
    let output = ''
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-MOST_OUTPUT)
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    child.stdin?.end(options.input)
    let late = false
    const timer = setTimeout(
      () => {
        late = true
        killGroup(child, 'SIGKILL')
      },
      (options.timeoutSeconds ?? 600) * 1000,
    )
    const finish = (code: number) => {
      clearTimeout(timer)
      running.delete(child)
      const note = late ? `\nstopped after ${options.timeoutSeconds ?? 600} s` : ''
      answer({ code: late ? 124 : code, output: output + note, seconds: (Date.now() - began) / 1000 })
    }
    child.on('error', (error) => {
      output += String(error)
      finish(127)
    })
    child.on('close', (code) => finish(code ?? 1))
  })
}

/** Starts a program that goes on, to be ended by its pid; both outputs go to `log`. */
export function start(
  command: string,
  args: readonly string[],
  options: { cwd: string; env: Readonly<Record<string, string>>; log: number },
): ChildProcess {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: toProcessEnv(options.env),
    stdio: ['ignore', options.log, options.log],
    detached: true,
  })
  running.add(child)
  child.on('close', () => running.delete(child))
  return child
}

/** Sends a signal to a program that was started here and to what it has started itself. */
export function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // It ended in the meantime.
  }
}
