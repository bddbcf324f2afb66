import { combine, type Edit, removeNodes } from '@/lib/topology/edits'
import type { Lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import { removal } from '../repairs/removal'
import type { Finding, Rule } from '../rule'
import { caches, lending } from '../sketch'
import { redis } from '../sketch-messages'
import { text } from '../words'

export const severalRedis: Rule = {
  id: 'several-redis',
  group: 'communication',
  severity: 'error',
  title: text('One Redis serves the project.', 'Весь проект обслуживает один Redis.'),
  why: text(
    'Every service has its own prefix of keys in it; a second server would only be one more thing to run.',
    'У каждого сервиса в нём свой префикс ключей; второй сервер лишь добавил бы хлопот.',
  ),
  check,
  examples: {
    valid: [
      {
        name: text('One Redis for all', 'Один Redis на всех'),
        topology: lending({
          nodes: [redis],
          links: [caches('lending', 'redis'), caches('records', 'redis')],
        }),
      },
    ],
    invalid: [
      {
        name: text('A Redis for each', 'У каждого свой Redis'),
        topology: lending({
          nodes: [redis, { id: 'redis_2', type: 'redis' }],
          links: [caches('lending', 'redis'), caches('records', 'redis_2')],
        }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  const ids = look.topology.nodes.flatMap(({ type, id }) => (type === 'redis' ? [id] : [])).sort()
  const [first, second, ...more] = ids
  if (first === undefined || second === undefined) return
  const others = [second, ...more]
  const label = text('Merge into one', 'Объединить в один')
  // What a step or an entity names cannot go.
  const isMergeable = others.every((id) => removal(look, id, label).fix)
  yield {
    message: text(
      `There are ${ids.length} Redis; one serves all services.`,
      `В проекте несколько Redis (${ids.length}); одного хватит всем сервисам.`,
    ),
    at: [{ part: 'node', id: second }, ...[...more, first].map((id) => ({ part: 'node', id }) as const)],
    ...(isMergeable && {
      fix: {
        label,
        edit: combine(redirect(new Set(others), first), removeNodes(others)),
        safe: false,
      },
    }),
  }
}

/** Links to the others lead to the first one; a service that had several keeps one, with the uses of all. */
function redirect(others: ReadonlySet<string>, first: string): Edit {
  return (topology) => {
    const kept = new Map<string, Link>()
    const moveEnd = (id: string) => (others.has(id) ? first : id)
    for (const link of topology.links) {
      const moved = { ...link, from: moveEnd(link.from), to: moveEnd(link.to) }
      const isAtRedis = moved.from === first || moved.to === first
      const key = isAtRedis ? `${moved.type} ${moved.from} ${moved.to}` : `${link.id} ${kept.size}`
      const known = kept.get(key)
      kept.set(key, known ? unite(known, moved) : moved)
    }
    return { ...topology, links: [...kept.values()] }
  }
}

function unite(known: Link, other: Link): Link {
  if (known.type !== 'caches' || other.type !== 'caches') return known
  const { uses, ...rest } = known
  return uses && other.uses ? { ...rest, uses: [...new Set([...uses, ...other.uses])] } : rest
}
