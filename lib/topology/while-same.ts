import type { Lookup } from './lookup'
import { isSame } from './per-item'

/** What an answer about a design depends on: as long as these are the very same things, so is the answer. */
export type Keys = (look: Lookup) => readonly unknown[]

/**
 * The same question, asked again only when what its answer depends on has changed. The answer may hold nothing of the
 * design that the keys do not name.
 */
export function whileSame<Answer>(keysOf: Keys, ask: (look: Lookup) => Answer): (look: Lookup) => Answer {
  let last: { readonly look: Lookup; readonly keys: readonly unknown[]; readonly answer: Answer } | undefined
  return (look) => {
    if (last?.look === look) return last.answer
    const keys = keysOf(look)
    const answer = last && isSame(last.keys, keys) ? last.answer : ask(look)
    last = { look, keys, answer }
    return answer
  }
}

/** Keys that are collected once for each immutable document. */
function collected(collect: (look: Lookup, keys: unknown[]) => void): Keys {
  const known = new WeakMap<Lookup, readonly unknown[]>()
  return (look) => {
    const keys = known.get(look)
    if (keys) return keys
    const made: unknown[] = []
    collect(look, made)
    known.set(look, made)
    return made
  }
}

/** For what depends on entities alone. */
export const byEntities: Keys = ({ topology }) => [topology.entities]

/** For what depends on links alone. */
export const byLinks: Keys = ({ topology }) => [topology.links]

/** For what depends on links, and on which kind of node stands at their ends. */
export const byShape: Keys = collected(({ topology }, keys) => {
  keys.push(topology.links)
  for (const node of topology.nodes)
    keys.push(node.id, node.type, 'kind' in node && node.kind, protocolOf(node))
})

const protocolOf = (node: object) =>
  'protocol' in node ? node.protocol : 'engine' in node ? node.engine : undefined

/** The very same thing for as long as nothing is linked anew and nothing becomes of another kind. */
export const shapeOf = whileSame(byShape, (): object => ({}))

/** For what depends on what things are called: the context, the names of nodes, the variables and ports they have. */
export const byNames: Keys = collected(({ topology: { project, nodes } }, keys) => {
  keys.push(project.context, project.name)
  for (const node of nodes) {
    keys.push(node.id, node.type)
    if (node.type === 'service') {
      keys.push(node.kind, node.domain, node.function)
      keys.push('port' in node && node.port, 'tokenVariable' in node && node.tokenVariable)
    }
    if (node.type === 'queue') keys.push(node.name)
    if (node.type === 'external') keys.push(node)
  }
})

/** For what depends on the ways of messages: links, messages, queues, what services do, whose an entity is. */
export const byFlows: Keys = collected(({ topology: { links, messages, nodes, entities } }, keys) => {
  keys.push(links, messages)
  for (const { id, name, owner } of entities) keys.push(id, name, owner)
  for (const node of nodes) {
    keys.push(node.type === 'queue' ? node : node.id)
    if (node.type !== 'service') continue
    keys.push(node.kind)
    if (node.kind === 'business_api') keys.push(node.resources, node.useCases)
    if (node.kind === 'worker') keys.push(node.handlers, node.schedules)
    if (node.kind === 'bot') keys.push(node.handlers, node.commands)
  }
})
