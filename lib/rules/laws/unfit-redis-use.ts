import { canUseRedisFor } from '@/lib/catalog/redis-uses'
import { changeLink } from '@/lib/topology/edits'
import type { Lookup } from '@/lib/topology/lookup'
import type { RedisUse } from '@/lib/topology/model/link'
import { redisLinks } from '../repairs/redis'
import type { Finding, Rule, Text } from '../rule'
import { caches, lending } from '../sketch'
import { flowing, redis } from '../sketch-messages'
import { nodeName, text } from '../words'

export const unfitRedisUse: Rule = {
  id: 'unfit-redis-use',
  group: 'communication',
  severity: 'error',
  title: text(
    'A service uses Redis for what its kind can use it for.',
    'Сервис использует Redis для того, для чего может его вид.',
  ),
  why: text(
    'Requests are limited where people ask, dialogues are kept where they are held: elsewhere there is nothing to do.',
    'Запросы ограничивают там, где их принимают, диалоги хранят там, где их ведут: в других местах делать нечего.',
  ),
  check,
  examples: {
    valid: [
      {
        name: text('An API that caches and limits', 'API с кэшем и ограничением'),
        topology: lending({
          nodes: [redis],
          links: [{ ...caches('lending', 'redis'), uses: ['cache', 'rate_limit', 'pub_sub'] } as never],
        }),
      },
      { name: text('A worker that names no use', 'Воркер, не назвавший назначения'), topology: flowing() },
    ],
    invalid: [
      {
        name: text('Dialogues of an API', 'Диалоги у API'),
        topology: lending({
          nodes: [redis],
          links: [{ ...caches('lending', 'redis'), uses: ['cache', 'sessions'] } as never],
        }),
      },
      {
        name: text('A worker that limits requests', 'Воркер ограничивает запросы'),
        topology: flowing({
          links: [{ ...caches('scoring', 'redis'), uses: ['idempotency', 'rate_limit'] } as never],
        }),
      },
    ],
  },
}

const WORDS: Readonly<Record<RedisUse, Text>> = {
  cache: text('a cache', 'кэша'),
  rate_limit: text('limiting requests', 'ограничения запросов'),
  sessions: text('dialogues', 'диалогов'),
  pub_sub: text('live changes', 'живых изменений'),
  idempotency: text('idempotency', 'идемпотентности'),
}

function* check(look: Lookup): Generator<Finding> {
  for (const { id, kind } of look.services) {
    for (const link of redisLinks(look, id)) {
      const { uses } = link
      const unfit = uses?.find((use) => !canUseRedisFor(kind, use))
      if (!uses || !unfit) continue
      const fit = uses.filter((use) => canUseRedisFor(kind, use))
      const name = nodeName(look, id)
      yield {
        message: text(
          `${name} cannot use Redis for ${WORDS[unfit].en}.`,
          `${name} не может использовать Redis для ${WORDS[unfit].ru}.`,
        ),
        at: [
          { part: 'link', id: link.id, path: ['uses'] },
          { part: 'node', id },
        ],
        fix: {
          label: text('Keep what it can use Redis for', 'Оставить подходящее'),
          // Without a use of its own, a link is for what the service needs.
          edit: changeLink(link.id, { uses: fit.length > 0 ? fit : undefined }),
          safe: true,
        },
      }
    }
  }
}
