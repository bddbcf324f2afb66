import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { exec } from './exec'

/** Where machines have programs. */
const PROGRAMS = ['/opt/homebrew/bin', '/usr/local/bin', '/usr/bin']

/** A program that the tests of generated projects need is not on this machine. */
export class MissingTool extends Error {}

/** The programs that generated projects are tested with. */
export interface Tools {
  readonly uv: string
  /** Path of the interpreter. */
  readonly python: string
  /** As `3.11`. */
  readonly pythonVersion: string
}

// Where packages come from and how that is trusted is the machine's own business.
const FOR_PACKAGES = /^(UV_|PIP_|SSL_CERT_|(HTTPS?|ALL|NO)_PROXY$)/i

/** What a program of ours sees of this process's environment: nothing that could make a test pass by chance. */
export function bareEnvironment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { ...pick((name) => ['PATH', 'HOME', 'TMPDIR'].includes(name)), LANG: 'C.UTF-8', ...extra }
}

/** As `bareEnvironment`, for programs that install packages. */
export function installEnvironment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const packages = pick((name) => FOR_PACKAGES.test(name) && name !== 'UV_PROJECT_ENVIRONMENT')
  return bareEnvironment({ ...packages, UV_PYTHON_DOWNLOADS: 'never', ...extra })
}

function pick(wanted: (name: string) => boolean): Record<string, string> {
  const inherited = Object.entries(process.env).filter(([name]) => wanted(name))
  return Object.fromEntries(inherited.map(([name, value]) => [name, value ?? '']))
}

async function works(command: string, args: readonly string[]): Promise<string | undefined> {
  const { code, output } = await exec(command, args, { env: bareEnvironment(), timeoutSeconds: 30 })
  return code === 0 ? output.trim() : undefined
}

/** Interpreters that version managers keep aside of the path. */
function managedPythons(version: string): readonly string[] {
  const root = join(process.env.PYENV_ROOT ?? join(homedir(), '.pyenv'), 'versions')
  if (!existsSync(root)) return []
  return readdirSync(root)
    .filter((name) => name === version || name.startsWith(`${version}.`))
    .map((name) => join(root, name, 'bin', 'python3'))
}

async function findPython(version: string): Promise<string> {
  const asked = `python${version}`
  const print = 'import sys; print(f"{sys.version_info[0]}.{sys.version_info[1]} {sys.executable}")'
  for (const candidate of [asked, ...managedPythons(version), 'python3']) {
    const [found, path] = (await works(candidate, ['-c', print]))?.split(' ') ?? []
    if (found === version && path) return path
  }
  throw new MissingTool(
    `Python ${version} is missing. Install it (on Debian 12: apt-get install python3 python3-venv), ` +
      'or name another with --python (3.11 or newer).',
  )
}

/** Whether the program that checks what Prometheus reads is on this machine; nothing else comes with it. */
export async function hasPromtool(): Promise<boolean> {
  return (await works('promtool', ['--version'])) !== undefined
}

/** Finds uv and the interpreter, or says what to install. */
export async function findTools(pythonVersion: string): Promise<Tools> {
  if ((await works('uv', ['--version'])) === undefined) {
    throw new MissingTool('uv is missing. Install it with: python3 -m pip install uv')
  }
  return { uv: 'uv', python: await findPython(pythonVersion), pythonVersion }
}

/** Programs of RabbitMQ: its own script, not one that changes to a user of the system, and Erlang's port mapper. */
export interface RabbitMqPrograms {
  readonly server: string
  readonly epmd: string
}

export async function findRabbitMq(): Promise<RabbitMqPrograms> {
  const scripts = ['/usr/lib/rabbitmq/bin', '/opt/homebrew/sbin', '/usr/local/sbin']
  const server = findIn(scripts, 'rabbitmq-server')
  const epmd = findIn(PROGRAMS, 'epmd')
  if (server && epmd) return { server, epmd }
  throw new MissingTool('RabbitMQ is missing. Install it with: apt-get install rabbitmq-server')
}

export async function findRedis(): Promise<string> {
  const found = findIn(PROGRAMS, 'redis-server')
  if (found) return found
  throw new MissingTool('Redis is missing. Install it with: apt-get install redis-server')
}

function findIn(folders: readonly string[], program: string): string | undefined {
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path))
}

/** The folder with initdb and pg_ctl, or a sentence that says what to install. */
export async function findPostgres(): Promise<string> {
  const root = '/usr/lib/postgresql'
  const packaged = existsSync(root)
    ? readdirSync(root)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(root, version, 'bin'))
    : []
  const found = [...packaged, ...PROGRAMS].find((folder) =>
    ['initdb', 'pg_ctl'].every((name) => existsSync(join(folder, name))),
  )
  if (found) return found
  throw new MissingTool('PostgreSQL is missing. Install it with: apt-get install postgresql-15')
}
