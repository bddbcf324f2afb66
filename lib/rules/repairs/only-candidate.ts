/** Connects what nobody uses to the one thing of the design that can use it; where there are several, a person chooses. */
import { engineOf, type Lookup } from '@/lib/topology/lookup'
import type { Queue } from '@/lib/topology/model/node'
import type { Service } from '@/lib/topology/model/service'
import type { Finding } from '../rule'
import { nodeName, text } from '../words'
import { consume } from './queues'
import { connect } from './stores'

type Fixed = Pick<Finding, 'fix'>

function only<T>(candidates: readonly T[]): T | undefined {
  return candidates.length === 1 ? candidates[0] : undefined
}

/** The only service that can call a data API calls it. */
export function onlyCaller(look: Lookup, dataApi: Service): Fixed {
  const caller = only(look.services.filter((service) => engineOf(service) === undefined))
  return caller && mayCall(look, caller, dataApi) ? calling(look, caller, dataApi) : {}
}

/** A service without links calls the only data API. */
export function onlyDataApi(look: Lookup, caller: Service): Fixed {
  const dataApi = only(look.services.filter((service) => engineOf(service) !== undefined))
  return dataApi && mayCall(look, caller, dataApi) ? calling(look, caller, dataApi) : {}
}

/**
 * Not where the call would make an API offer entities beside use cases of its own, which may want the same paths, nor
 * where the data API calls others, which is a fault to mend first.
 */
function mayCall(look: Lookup, caller: Service, dataApi: Service): boolean {
  if (engineOf(caller) !== undefined || look.linksFrom(dataApi.id, 'calls').length > 0) return false
  return caller.kind !== 'business_api' || caller.resources !== undefined || !caller.useCases?.length
}

function calling(look: Lookup, caller: Service, dataApi: Service): Fixed {
  const [from, to] = [nodeName(look, caller.id), nodeName(look, dataApi.id)]
  return {
    fix: {
      label: text(`Let ${from} call ${to}`, `Пусть ${from} обращается к ${to}`),
      edit: connect('calls', caller.id, dataApi.id),
      safe: true,
    },
  }
}

/** Which queue is meant is plain only where no other one waits as well. */
function isOnlyOne(look: Lookup, side: 'linksFrom' | 'linksTo'): boolean {
  const waiting = look.topology.nodes.filter(
    ({ type, id }) => type === 'queue' && look[side](id).length === 0,
  )
  return waiting.length <= 1
}

/** The only worker or bot consumes a queue, unless it publishes into it itself. */
export function onlyConsumer(look: Lookup, queue: Queue): Fixed {
  const consumer = only(look.services.filter(({ kind }) => kind === 'worker' || kind === 'bot'))
  if (!consumer || look.linksFrom(consumer.id, 'publishes').some(({ to }) => to === queue.id)) return {}
  const hasTask = queue.messages.some((id) => look.message(id)?.type !== 'event')
  if (hasTask || look.linksFrom(queue.id).length > 0 || !isOnlyOne(look, 'linksFrom')) return {}
  const [from, to] = [nodeName(look, queue.id), nodeName(look, consumer.id)]
  return {
    fix: {
      label: text(`Let ${to} consume ${from}`, `Пусть ${to} потребляет ${from}`),
      edit: consume(queue.id, consumer.id),
      safe: true,
    },
  }
}

/** The only service that does not consume a queue publishes into it. */
export function onlyPublisher(look: Lookup, queue: Queue): Fixed {
  const consumers = new Set(look.linksFrom(queue.id).map(({ to }) => to))
  const publisher = only(
    look.services.filter((service) => engineOf(service) === undefined && !consumers.has(service.id)),
  )
  if (!publisher || look.linksTo(queue.id).length > 0 || !isOnlyOne(look, 'linksTo')) return {}
  const [from, to] = [nodeName(look, publisher.id), nodeName(look, queue.id)]
  return {
    fix: {
      label: text(`Let ${from} publish into ${to}`, `Пусть ${from} публикует в ${to}`),
      edit: connect('publishes', publisher.id, queue.id),
      safe: true,
    },
  }
}
