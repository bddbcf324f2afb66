import type { Text } from '@/lib/rules/rule'
import { factTexts } from '@/lib/text/canvas'
import type { Lookup } from '@/lib/topology/lookup'
import type { Node } from '@/lib/topology/model/node'
import type { Service } from '@/lib/topology/model/service'

/** What a node does, counted, in the order in which it matters; a card has room for two. */
export function factsOf(look: Lookup, node: Node): readonly Text[] {
  switch (node.type) {
    case 'service':
      return factsOfService(look, node).slice(0, 2)
    case 'queue':
      return [factTexts.messages(node.messages.length)]
    case 'external':
      return [node.protocol === 'http' ? factTexts.operations(node.operations.length) : factTexts.smtp]
    case 'database':
    case 'redis':
      return []
  }
}

function factsOfService(look: Lookup, service: Service): readonly Text[] {
  switch (service.kind) {
    case 'business_api':
      return [
        ...some(service.useCases?.length, factTexts.useCases),
        ...some(service.useCases?.length ? undefined : look.resourcesOf(service).length, factTexts.resources),
        ...some(eventsOf(look, service), factTexts.events),
      ]
    case 'postgres_data_api':
    case 'mongo_data_api':
      return [factTexts.entities(look.entitiesOf(service.id).length)]
    case 'worker':
      return [
        ...some(service.handlers?.length, factTexts.handlers),
        ...some(service.schedules?.length, factTexts.schedules),
        ...some(eventsOf(look, service), factTexts.events),
      ]
    case 'bot':
      return [
        ...some(service.commands?.length, factTexts.commands),
        ...some(service.handlers?.length, factTexts.handlers),
        ...some(eventsOf(look, service), factTexts.events),
      ]
  }
}

function some(count: number | undefined, words: (count: number) => Text): readonly Text[] {
  return count ? [words(count)] : []
}

/** How many messages a service may publish over its links. */
function eventsOf(look: Lookup, service: Service): number {
  const messages = new Set<string>()
  for (const link of look.linksFrom(service.id, 'publishes')) {
    if (link.type !== 'publishes') continue
    const queue = look.node(link.to)
    const carried = queue?.type === 'queue' ? queue.messages : []
    for (const message of link.messages ?? carried) messages.add(message)
  }
  return messages.size
}
