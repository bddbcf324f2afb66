import { flowsOf } from '@/lib/topology/flows'
import type { Lookup } from '@/lib/topology/lookup'
import { giveRedis, hasRedisFor, redisLinks } from '../repairs/redis'
import type { Finding, Rule } from '../rule'
import { caches } from '../sketch'
import { flowing } from '../sketch-messages'
import { nodeName, text } from '../words'

export const consumerWithoutRedis: Rule = {
  id: 'consumer-without-redis',
  group: 'communication',
  severity: 'error',
  title: text(
    'A consumer keeps its idempotency records in Redis.',
    'Потребитель хранит в Redis записи о том, что уже обработал.',
  ),
  why: text(
    'RabbitMQ may deliver a message twice; without a record of it the work would be done twice.',
    'RabbitMQ может доставить сообщение дважды; без такой записи работа выполнится два раза.',
  ),
  check,
  examples: {
    valid: [{ name: text('The worker uses Redis', 'Воркер пользуется Redis'), topology: flowing() }],
    invalid: [
      {
        name: text('A consumer without Redis', 'Потребитель без Redis'),
        topology: withoutLinks(flowing(), 'scoring-caches-redis'),
      },
      {
        name: text('Redis for something else only', 'Redis только для другого'),
        topology: flowing({ links: [{ ...caches('scoring', 'redis'), uses: ['cache'] } as never] }),
      },
    ],
  },
}

function withoutLinks(topology: ReturnType<typeof flowing>, id: string) {
  return { ...topology, links: topology.links.filter((link) => link.id !== id) }
}

function* check(look: Lookup): Generator<Finding> {
  for (const { id, kind } of look.services) {
    if (kind !== 'worker' && kind !== 'bot') continue
    const links = look
      .linksTo(id, 'consumes')
      .filter((link) => flowsOf(look).consumersOf(link.from).includes(link))
    if (links.length === 0 || hasRedisFor(look, id, 'idempotency')) continue
    const name = nodeName(look, id)
    const [cache] = redisLinks(look, id)
    yield {
      message: cache
        ? text(
            `${name} does not use Redis for idempotency; let it.`,
            `${name} не хранит в Redis записи об обработанном; разрешите это связи.`,
          )
        : text(
            `${name} consumes messages and has no Redis to remember them; connect it.`,
            `${name} потребляет сообщения, а помнить обработанные негде; соедините с Redis.`,
          ),
      at: [
        cache ? { part: 'link', id: cache.id, path: ['uses'] } : { part: 'node', id },
        ...(cache ? [{ part: 'node', id } as const] : []),
        ...links.map((link) => ({ part: 'link', id: link.id }) as const),
      ],
      fix: {
        label: cache
          ? text('Use Redis for idempotency too', 'Хранить в Redis и записи об обработанном')
          : text('Connect Redis', 'Соединить с Redis'),
        edit: giveRedis(id, 'idempotency'),
        safe: true,
        completes: true,
      },
    }
  }
}
