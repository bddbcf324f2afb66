import type { Lookup } from '@/lib/topology/lookup'
import { isGoodLink } from './link-fault'

const known = new WeakMap<Lookup, Map<string, ReadonlySet<string>>>()

/** Every service from which this one is reached by calls; found once for as long as one link is dragged. */
export function callersOf(look: Lookup, id: string): ReadonlySet<string> {
  const answers = known.get(look) ?? new Map<string, ReadonlySet<string>>()
  known.set(look, answers)
  const callers = answers.get(id) ?? collect(look, id)
  answers.set(id, callers)
  return callers
}

function collect(look: Lookup, id: string): ReadonlySet<string> {
  const found = new Set<string>()
  const waiting = [id]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const link of look.linksTo(next, 'calls')) {
      if (found.has(link.from) || !isGoodLink(look, link)) continue
      found.add(link.from)
      waiting.push(link.from)
    }
  }
  return found
}
