import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findFreePort } from '../../free-port.mjs'
import type { RabbitMqPrograms } from '../tools'
import { Daemon } from './daemon'

const START_SECONDS = 90
/** What a client of AMQP 0-9-1 says first. */
const GREETING = 'AMQP\x00\x00\x09\x01'

/** A RabbitMQ of our own on loopback, with a port mapper of its own that ends with it. */
export class RabbitMq {
  private constructor(
    private readonly begin: () => Daemon,
    private broker: Daemon,
    private readonly mapper: Daemon,
    private readonly folder: string,
    private readonly port: number,
  ) {}

  static async create({ server, epmd }: RabbitMqPrograms, folder: string): Promise<RabbitMq> {
    const [port, mapperPort, nodePort] = await findPorts()
    mkdirSync(folder, { recursive: true })
    // Started here, since one that the broker starts would outlive it.
    const mapper = Daemon.start('epmd', {
      program: epmd,
      args: ['-address', '127.0.0.1', '-port', String(mapperPort)],
      folder,
    })
    const env = environmentOf(folder, { port, mapperPort, nodePort })
    const begin = () => Daemon.start('rabbitmq', { program: server, args: [], folder, env })
    const rabbitmq = new RabbitMq(begin, begin(), mapper, folder, port)
    try {
      await rabbitmq.answering()
    } catch (error) {
      await rabbitmq.remove()
      throw error
    }
    return rabbitmq
  }

  get url(): string {
    return `amqp://guest:guest@127.0.0.1:${this.port}/`
  }

  /** Ends it at once, as an outage does; what it has confirmed is kept. */
  async stop(): Promise<void> {
    await this.broker.kill()
  }

  /** Starts it again, with what it has kept. */
  async start(): Promise<void> {
    this.broker = this.begin()
    await this.answering()
  }

  private answering(): Promise<void> {
    return this.broker.waitUntilAnswering(this.port, GREETING, START_SECONDS)
  }

  async remove(): Promise<void> {
    for (const daemon of [this.broker, this.mapper]) await daemon.kill()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

interface Ports {
  readonly port: number
  readonly mapperPort: number
  readonly nodePort: number
}

function environmentOf(folder: string, { port, mapperPort, nodePort }: Ports): Record<string, string> {
  const config = join(folder, 'rabbitmq.conf')
  const plugins = join(folder, 'enabled_plugins')
  writeFileSync(config, 'log.console = true\nlog.console.level = warning\n')
  writeFileSync(plugins, '[].\n')
  return {
    HOME: folder,
    RABBITMQ_NODENAME: `topoforge-${port}@localhost`,
    RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
    RABBITMQ_NODE_PORT: String(port),
    RABBITMQ_DIST_PORT: String(nodePort),
    RABBITMQ_MNESIA_BASE: join(folder, 'data'),
    RABBITMQ_LOG_BASE: join(folder, 'logs'),
    RABBITMQ_LOGS: '-',
    RABBITMQ_CONFIG_FILE: config,
    RABBITMQ_ENABLED_PLUGINS_FILE: plugins,
    RABBITMQ_PID_FILE: join(folder, 'pid'),
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-kernel inet_dist_use_interface {127,0,0,1}',
    ERL_EPMD_PORT: String(mapperPort),
    ERL_EPMD_ADDRESS: '127.0.0.1',
  }
}

async function findPorts(): Promise<readonly [number, number, number]> {
  for (;;) {
    const ports = [await findFreePort(), await findFreePort(), await findFreePort()] as const
    if (new Set(ports).size === ports.length) return ports
  }
}
