/** What a new step is likely about: first what its service is connected with. */
import { carries, flowsOf } from '../flows'
import type { Lookup } from '../lookup'
import type { Entity } from '../model/entity'
import type { Message } from '../model/message'
import type { Node } from '../model/node'
import { callTargets } from './operations'
import type { Scope } from './scope'

interface Around {
  readonly look: Lookup
  readonly scope: Scope
}

/** Entities of the data APIs that the service calls, then all others. */
export function likelyEntities({ look, scope }: Around): readonly Entity[] {
  const near = new Set(look.dataApisCalledBy(scope.service.id).map(({ id }) => id))
  const { entities } = look.topology
  return [
    ...entities.filter(({ owner }) => near.has(owner)),
    ...entities.filter(({ owner }) => !near.has(owner)),
  ]
}

/** Messages that the service's links carry, those first that no write implies. */
export function likelyMessages({ look, scope }: Around): readonly Message[] {
  const flows = flowsOf(look)
  const links = look.linksFrom(scope.service.id, 'publishes')
  const carried = (message: Message) =>
    flows
      .queuesOf(message.id)
      .some(({ id }) =>
        links.some((link) => link.type === 'publishes' && link.to === id && carries(link, message.id)),
      )
  const rank = (message: Message) => (carried(message) ? 0 : 2) + (flows.impliedBy(message) ? 1 : 0)
  return look.topology.messages
    .map((message) => ({ message, rank: rank(message) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ message }) => message)
}

/** The first system with operations; those that are linked come first. */
export function likelyTarget({ look, scope }: Around): Node | undefined {
  return callTargets(look, scope.service).find(
    (node) => node.type !== 'external' || (node.protocol === 'http' && node.operations.length > 0),
  )
}

/** The outgoing mail server; one that is linked comes first. */
export function mailServer({ look, scope }: Around): Node | undefined {
  const linked = new Set(look.linksFrom(scope.service.id, 'calls').map(({ to }) => to))
  const servers = look.topology.nodes.filter((node) => node.type === 'external' && node.protocol === 'smtp')
  return servers.find(({ id }) => linked.has(id)) ?? servers[0]
}
