import type { EntityVerb } from '@/lib/topology/activity'
import { OPERATION_OF_VERB } from '@/lib/topology/flows'
import { arrivalsAmong } from '../flows/flow-tests'
import type { Flows, Project, Resource, Service } from '../project'
import { type MessageNames, messageNames } from './message-view'

/** What is published when callers create, change or delete an entity; null where nothing is. */
export interface ResourceEvents {
  readonly created: ResourceEvent | null
  readonly updated: ResourceEvent | null
  readonly deleted: ResourceEvent | null
  readonly some: boolean
}

interface ResourceEvent extends MessageNames {
  readonly name: string
}

/** What the tests of a service show of these events: entities and events by what is done. */
export function toldOf(events: ReadonlyMap<string, ResourceEvents>) {
  const told = (verb: EntityVerb) =>
    [...events].flatMap(([entity, { [verb]: event }]) => (event ? [{ entity, event: event.name }] : []))
  const [created, updated, deleted] = [told('created'), told('updated'), told('deleted')]
  return {
    created,
    updated,
    deleted,
    changes: updated.length + deleted.length > 0,
    some: created.length + updated.length + deleted.length > 0,
  }
}

/** Those events that somebody works off, with who that is; null where there is none. */
export function tellingsOf(told: ReturnType<typeof toldOf>, flows: Flows) {
  const heard = (events: (typeof told)['created']) =>
    events.flatMap((one) => arrivalsAmong([one.event], flows).map(({ receivers }) => ({ ...one, receivers })))
  const [created, updated, deleted] = [heard(told.created), heard(told.updated), heard(told.deleted)]
  const changes = updated.length + deleted.length > 0
  return created.length > 0 || changes ? { created, updated, deleted, changes } : null
}

/** The events that follow from what a service offers of an entity. */
export function resourceEvents(
  { entity, operations }: Resource,
  { implied }: Pick<Service, 'implied'>,
  { messages }: Pick<Project, 'messages'>,
): ResourceEvents {
  const event = (verb: EntityVerb): ResourceEvent | null => {
    if (!operations.includes(OPERATION_OF_VERB[verb])) return null
    const known = implied.find((one) => one.entity === entity.name && one.verb === verb)
    const message = known && messages.find(({ name }) => name === known.message)
    return message ? { ...messageNames(message), name: message.name } : null
  }
  const [created, updated, deleted] = [event('created'), event('updated'), event('deleted')]
  return { created, updated, deleted, some: Boolean(created ?? updated ?? deleted) }
}
