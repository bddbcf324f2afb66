import type { Lookup } from '@/lib/topology/lookup'
import { giveRedis, hasRedisFor, redisLinks } from '../repairs/redis'
import type { Finding, Rule } from '../rule'
import { bot, caches, calls, lending } from '../sketch'
import { redis } from '../sketch-messages'
import { nodeName, text } from '../words'

export const botWithoutRedis: Rule = {
  id: 'bot-without-redis',
  group: 'communication',
  severity: 'warning',
  title: text('A bot keeps the state of its dialogues in Redis.', 'Бот хранит состояние диалогов в Redis.'),
  why: text(
    'In memory it is lost with every restart, in the middle of a conversation.',
    'В памяти оно пропадает при каждом перезапуске, посреди разговора.',
  ),
  check,
  examples: {
    valid: [
      {
        name: text('The bot uses Redis', 'Бот пользуется Redis'),
        topology: lending({
          nodes: [bot('support'), redis],
          links: [calls('support', 'lending'), caches('support', 'redis')],
        }),
      },
    ],
    invalid: [
      {
        name: text('A bot without Redis', 'Бот без Redis'),
        topology: lending({ nodes: [bot('support')], links: [calls('support', 'lending')] }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const { id, kind } of look.services) {
    if (kind !== 'bot' || hasRedisFor(look, id, 'sessions')) continue
    const [cache] = redisLinks(look, id)
    // A consumer without Redis is told as an error, and the repair is the same.
    if (!cache && look.linksTo(id, 'consumes').length > 0) continue
    const name = nodeName(look, id)
    yield {
      message: text(
        `${name} forgets its dialogues with every restart; keep them in Redis.`,
        `${name} забывает диалоги при каждом перезапуске; храните их в Redis.`,
      ),
      at: [
        cache ? { part: 'link', id: cache.id, path: ['uses'] } : { part: 'node', id },
        ...(cache ? [{ part: 'node', id } as const] : []),
      ],
      fix: {
        label: cache
          ? text('Use Redis for sessions too', 'Хранить в Redis и диалоги')
          : text('Connect Redis', 'Соединить с Redis'),
        edit: giveRedis(id, 'sessions'),
        safe: true,
        completes: true,
      },
    }
  }
}
