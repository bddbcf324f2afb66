import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exec, type Finished } from './exec'
import { bareEnvironment, installEnvironment, type Tools } from './tools'

/** Packages of one set of pins, installed once for all designs that have it. */
export interface Environment {
  readonly key: string
  readonly bin: string
}

/** An environment, or what uv said when a project's own pins could not be installed. */
export type Installed = { readonly environment: Environment } | { readonly failure: Finished }

/**
 * Installs what projects declare. Every project resolves and installs its own pins into a `.venv` of its own, by
 * hard links from uv's cache; its tools then run from an environment shared by all projects with the same packages,
 * whose modules are compiled already.
 */
export class Environments {
  private readonly shared = new Map<string, Promise<Installed>>()

  constructor(
    private readonly tools: Tools,
    private readonly folder: string,
  ) {}

  async install(project: string): Promise<Installed> {
    const own = await this.sync(project, join(project, '.venv'))
    if (own.code !== 0) return { failure: own }
    const key = this.keyOf(join(project, '.venv'))
    const known = this.shared.get(key) ?? this.prepare(project, key)
    this.shared.set(key, known)
    return known
  }

  /** The interpreter and every third-party package with its version. */
  private keyOf(environment: string): string {
    const lib = join(environment, 'lib')
    const packages = readdirSync(lib)
      .flatMap((python) => readdirSync(join(lib, python, 'site-packages')))
      .filter((name) => name.endsWith('.dist-info') && !name.startsWith('shared-'))
      .sort()
    const identity = [this.tools.python, ...packages].join('\n')
    return `${this.tools.pythonVersion}-${createHash('sha256').update(identity).digest('hex').slice(0, 12)}`
  }

  private async prepare(project: string, key: string): Promise<Installed> {
    const root = join(this.folder, `env-${key}`)
    mkdirSync(this.folder, { recursive: true })
    const synced = await this.sync(project, root, '--no-install-workspace', '--frozen')
    if (synced.code !== 0) return { failure: synced }
    await this.compile(root)
    return { environment: { key, bin: join(root, 'bin') } }
  }

  private sync(project: string, environment: string, ...more: readonly string[]): Promise<Finished> {
    const args = [
      'sync',
      '--all-packages',
      '--all-groups',
      '--python',
      this.tools.python,
      '--no-progress',
      ...more,
    ]
    const env = installEnvironment({ UV_PROJECT_ENVIRONMENT: environment })
    return exec(this.tools.uv, args, { cwd: project, env, timeoutSeconds: 300 })
  }

  private async compile(root: string): Promise<void> {
    const stamp = join(root, 'compiled')
    if (existsSync(stamp)) return
    const args = ['-m', 'compileall', '-q', '-j', '2', join(root, 'lib')]
    await exec(join(root, 'bin', 'python'), args, { env: bareEnvironment() })
    writeFileSync(stamp, '')
  }
}

/** How a program of the shared environment is run in a project: it sees the project's own `shared`, and nothing else. */
export function projectEnvironment(
  project: string,
  { bin }: Environment,
  extra: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return bareEnvironment({
    PATH: `${bin}:${process.env.PATH ?? ''}`,
    PYTHONPATH: [join(project, 'services'), join(project, 'shared', 'src')].join(':'),
    ...extra,
  })
}
