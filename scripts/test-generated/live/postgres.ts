import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findFreePort } from '../../free-port.mjs'
import { exec, type Finished } from '../exec'
import { bareEnvironment } from '../tools'

const SUPERUSER = 'postgres'

/** A PostgreSQL server of our own on loopback, with its own data folder. */
export class Postgres {
  private constructor(
    private readonly bin: string,
    private readonly folder: string,
    readonly port: number,
  ) {}

  /** Makes a cluster in `folder` and starts it. */
  static async create(bin: string, folder: string): Promise<Postgres> {
    const server = new Postgres(bin, folder, await findFreePort())
    mkdirSync(folder, { recursive: true, mode: 0o755 })
    if (isRoot()) await must('chown', [SUPERUSER, folder])
    const initialise = [
      '-D',
      server.data,
      '-A',
      'trust',
      '-U',
      SUPERUSER,
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '-N',
    ]
    await server.run('initdb', initialise)
    await server.start()
    return server
  }

  private get data(): string {
    return join(this.folder, 'data')
  }

  async start(): Promise<void> {
    const settings = [
      `-p ${this.port}`,
      '-h 127.0.0.1',
      `-k ${this.folder}`,
      '-c fsync=off',
      '-c max_connections=200',
    ]
    const log = join(this.folder, 'server.log')
    await this.run('pg_ctl', [
      '-D',
      this.data,
      '-w',
      '-t',
      '30',
      '-l',
      log,
      '-o',
      settings.join(' '),
      'start',
    ])
  }

  /** Stops the server at once, as an outage does; pg_ctl finds it by the pid in its own data folder. */
  async stop(): Promise<void> {
    await this.run('pg_ctl', ['-D', this.data, '-w', '-m', 'immediate', 'stop'])
  }

  async createDatabase(name: string): Promise<void> {
    await this.run('createdb', ['-h', '127.0.0.1', '-p', String(this.port), '-U', SUPERUSER, name])
  }

  /** For asyncpg through SQLAlchemy. */
  url(database: string): string {
    return `postgresql+asyncpg://${SUPERUSER}@127.0.0.1:${this.port}/${database}`
  }

  /** Stops the server, if it runs, and removes everything of it. */
  async remove(): Promise<void> {
    await this.stop().catch(() => undefined)
    rmSync(this.folder, { recursive: true, force: true })
  }

  private run(program: string, args: readonly string[]): Promise<Finished> {
    const path = join(this.bin, program)
    // The server refuses to run as root.
    return isRoot() ? must('runuser', ['-u', SUPERUSER, '--', path, ...args]) : must(path, args)
  }
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}

async function must(command: string, args: readonly string[]): Promise<Finished> {
  const finished = await exec(command, args, { cwd: '/', env: bareEnvironment(), timeoutSeconds: 60 })
  if (finished.code !== 0) throw new Error(`${command} ${args.join(' ')}\n${finished.output}`)
  return finished
}
