import { mkdirSync, rmSync } from 'node:fs'
import { findFreePort } from '../../free-port.mjs'
import { Daemon } from './daemon'

const START_SECONDS = 10

/** A Redis of our own on loopback, which keeps nothing. */
export class Redis {
  private constructor(
    private readonly daemon: Daemon,
    private readonly folder: string,
    private readonly port: number,
  ) {}

  static async create(program: string, folder: string): Promise<Redis> {
    const port = await findFreePort()
    mkdirSync(folder, { recursive: true })
    const args = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no']
    const daemon = Daemon.start('redis', { program, args: [...args, '--dir', folder], folder })
    const redis = new Redis(daemon, folder, port)
    try {
      await daemon.waitUntilAnswering(port, 'PING\r\n', START_SECONDS)
    } catch (error) {
      await redis.remove()
      throw error
    }
    return redis
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}/0`
  }

  async remove(): Promise<void> {
    await this.daemon.kill()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
