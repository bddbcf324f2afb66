import { flowsOf } from '@/lib/topology/flows'
import type { Lookup } from '@/lib/topology/lookup'
import type { Service as DrawnService } from '@/lib/topology/model/service'
import type { ImpliedMessage, Message, Service } from './project'

/** What a service publishes: because a step says so, or because what it writes implies it. */
export function resolvePublishing(
  { id }: DrawnService,
  look: Lookup,
  messages: ReadonlyMap<string, Message>,
): Pick<Service, 'publishes' | 'implied'> {
  const flows = flowsOf(look)
  const published = new Set<string>()
  const implied = new Map<string, ImpliedMessage>()
  for (const [messageId, message] of messages) {
    const flow = flows.flow(messageId)
    const about = flow && flows.impliedBy(flow.message)
    // What no queue carries is forbidden to be published.
    const causes = flow && flow.queues.length > 0 ? flow.causes.filter(({ service }) => service === id) : []
    if (causes.length > 0) published.add(message.name)
    if (about && causes.some(({ entity }) => entity !== undefined))
      implied.set(message.name, { entity: about.entity.name, verb: about.verb, message: message.name })
  }
  return {
    publishes: [...published].sort(),
    implied: [...implied.values()].sort((a, b) => (a.message < b.message ? -1 : 1)),
  }
}
