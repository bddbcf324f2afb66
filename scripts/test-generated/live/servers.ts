import { join } from 'node:path'
import { findPostgres, findRabbitMq, findRedis } from '../tools'
import { Postgres } from './postgres'
import { RabbitMq } from './rabbitmq'
import { Redis } from './redis'

/** The variables that tell tests where a server is. */
export const SERVER_VARIABLES = ['TEST_POSTGRES_URL', 'TEST_RABBITMQ_URL', 'TEST_REDIS_URL'] as const
export type ServerVariable = (typeof SERVER_VARIABLES)[number]

/** A server that is started when it is first asked for. */
class Started<T extends { remove(): Promise<void> }> {
  private server: Promise<T> | undefined

  constructor(private readonly create: () => Promise<T>) {}

  get(): Promise<T> {
    this.server ??= this.create()
    return this.server
  }

  async remove(): Promise<void> {
    // One that did not start has said so to whoever asked for it.
    const server = await this.server?.catch(() => undefined)
    await server?.remove()
  }
}

/** The servers that integration tests of all designs of a run use, each started when the first one needs it. */
export class Servers {
  private readonly postgres: Started<Postgres>
  private readonly rabbitmq: Started<RabbitMq>
  private readonly redis: Started<Redis>
  private readonly tried = new Set<string>()

  constructor(folder: string) {
    this.postgres = new Started(async () =>
      Postgres.create(await findPostgres(), join(folder, 'servers-postgres')),
    )
    this.rabbitmq = new Started(async () =>
      RabbitMq.create(await findRabbitMq(), join(folder, 'servers-rabbitmq')),
    )
    this.redis = new Started(async () => Redis.create(await findRedis(), join(folder, 'servers-redis')))
  }

  /** Whether nothing with this text was tried here before. */
  isFirst(text: string): boolean {
    const isFirst = !this.tried.has(text)
    this.tried.add(text)
    return isFirst
  }

  /** PostgreSQL itself: migrations are tried on databases of their own. */
  database(): Promise<Postgres> {
    return this.postgres.get()
  }

  /** Where tests find the servers that these variables name. */
  async addresses(variables: Iterable<ServerVariable>): Promise<Readonly<Record<string, string>>> {
    const found: Record<string, string> = {}
    for (const variable of variables) found[variable] = await this.address(variable)
    return found
  }

  async remove(): Promise<void> {
    await this.postgres.remove()
    await this.rabbitmq.remove()
    await this.redis.remove()
  }

  private async address(variable: ServerVariable): Promise<string> {
    if (variable === 'TEST_POSTGRES_URL') return (await this.postgres.get()).url('postgres')
    if (variable === 'TEST_RABBITMQ_URL') return (await this.rabbitmq.get()).url
    return (await this.redis.get()).url
  }
}
