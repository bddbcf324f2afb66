import { kindOf } from '@/lib/catalog/catalog'
import type { Lookup } from '@/lib/topology/lookup'
import type { Finding } from './rule'

type Judge = (look: Lookup) => Iterable<Finding>
type Keys = (look: Lookup) => readonly unknown[]

const NOTHING: readonly Finding[] = []

/**
 * The same check, which remembers that it found nothing: as long as the parts of a design that it looks at are the
 * very same, it is not asked again. A finding is made anew each time, since its repair looks at the whole design.
 */
export function untilChanged(keysOf: Keys, judge: Judge): Judge {
  let quiet: readonly unknown[] | undefined
  return (look) => {
    const keys = keysOf(look)
    if (quiet && isSame(quiet, keys)) return NOTHING
    const found = [...judge(look)]
    quiet = found.length === 0 ? keys : undefined
    return found
  }
}

/** Whether two lists hold the very same things. */
export function isSame(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index])
}

/** For what depends on entities alone. */
export const byEntities: Keys = ({ topology }) => [topology.entities]

/** For what depends on links, and on which kind of node stands at their ends. */
export const byShape: Keys = ({ topology }) => {
  const keys: unknown[] = [topology.links]
  for (const node of topology.nodes) keys.push(node.id, kindOf(node))
  return keys
}

/** For what depends on the ways of messages: links, messages, and what services do. */
export const byFlows: Keys = ({ topology }) => {
  const keys: unknown[] = [topology.links, topology.messages, topology.entities]
  for (const node of topology.nodes) {
    keys.push(node.id)
    if (node.type === 'queue') keys.push(node.messages)
    if (node.type !== 'service') continue
    if (node.kind === 'business_api') keys.push(node.resources, node.useCases)
    if (node.kind === 'worker') keys.push(node.handlers, node.schedules)
    if (node.kind === 'bot') keys.push(node.handlers, node.commands)
  }
  return keys
}
