import type { Lookup } from '@/lib/topology/lookup'
import { isGoodLink } from '../link-fault'
import { removal } from '../repairs/removal'
import type { Finding, Rule } from '../rule'
import { caches, lending } from '../sketch'
import { redis } from '../sketch-messages'
import { text } from '../words'

export const unusedRedis: Rule = {
  id: 'unused-redis',
  group: 'communication',
  severity: 'warning',
  title: text('Somebody uses Redis where it is drawn.', 'Если Redis нарисован, им кто-нибудь пользуется.'),
  why: text(
    'A server that nobody uses still has to be run, watched and updated.',
    'Сервер, который никому не нужен, всё равно приходится запускать и обновлять.',
  ),
  check,
  examples: {
    valid: [
      {
        name: text('An API caches in it', 'API кэширует в нём'),
        topology: lending({ nodes: [redis], links: [caches('lending', 'redis')] }),
      },
    ],
    invalid: [{ name: text('Redis alone', 'Redis сам по себе'), topology: lending({ nodes: [redis] }) }],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const { type, id } of look.topology.nodes) {
    if (type !== 'redis' || look.linksTo(id, 'caches').some((link) => isGoodLink(look, link))) continue
    yield {
      message: text(
        'Nobody uses Redis; connect a service, or remove it.',
        'Redis никто не использует; соедините его с сервисом или уберите.',
      ),
      at: [{ part: 'node', id }],
      ...removal(look, id, text('Remove Redis', 'Убрать Redis')),
    }
  }
}
