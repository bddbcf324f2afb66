import { PROBE_PORT, tokenVariable, urlVariable } from '../../compose'
import { accessView, entityThing, knownEntities } from '../../entity-access/access-view'
import { goingAlong, rowFacts } from '../../entity-access/row-facts'
import { mailersOf, mailNeeds } from '../../external-systems/mail-needs'
import { systemNeeds } from '../../external-systems/system-needs'
import { systemsFacts, systemThing } from '../../external-systems/system-view'
import { canPlaceRows } from '../../flows/flow-tests'
import { messageNames } from '../../messages/message-view'
import type { Project, Service } from '../../project'
import { literalTree } from '../../python/literal'
import { remembersInRedis } from '../../redis-uses'
import { serviceFacts } from '../../service-view'
import { decisionThing } from '../../steps-view/decision-view'
import { stepsFacts, unitFacts } from '../../steps-view/program-view'
import type { KindView } from '../generated-kind'
import { handlerThing, scheduleThing } from './program-view'
import { programsOf } from './programs'
import { serverNeeds } from './servers'

/** What the templates of a worker see. */
export function view(service: Service, project: Project): KindView {
  const { name, concurrency, consumes, publishes } = service
  const entities = knownEntities(service)
  const programs = programsOf(service, project)
  const { dictionary, hasDomain } = programs
  const sampled = new Map(entities.map(({ resource: { entity } }) => [entity.name, entity]))
  const handlers = programs.handlers.map((one) =>
    handlerThing(one, name, { dictionary, sampled }, canPlaceRows(service, project.flows)),
  )
  const schedules = programs.schedules.map((one) => scheduleThing(one, name, { dictionary, sampled }))
  const decisions = [...dictionary.decisions.values()].map((decision) => decisionThing(decision, name))
  const views = [...handlers, ...schedules].map(({ view }) => view)
  const isRemembering = remembersInRedis(service)
  const hasBroker = consumes.length + publishes.length > 0
  const runners = consumes.length + (schedules.length > 0 ? 1 : 0)
  const isReaching = service.systems.length + service.mailServers.length > 0
  const isCalling = views.some(({ systems }) => systems.some(({ isApi }) => isApi))
  const facts = stepsFacts([...service.handlers, ...service.schedules], views, decisions, project.locale)
  const hasInvalid = entities.length > 0 || facts.refusals.length > 0
  return {
    service: {
      ...serviceFacts(service),
      ...accessView(service, entities),
      ...facts,
      ...unitFacts(service, views),
      ...rowFacts(
        service,
        views.some(({ writes }) => writes),
      ),
      port: PROBE_PORT,
      hasApplication: views.length > 0 || isReaching,
      hasPorts: entities.length > 0 || isReaching,
      hasInfrastructure: entities.length + service.systems.length + publishes.length > 0,
      hasDomain,
      /** Whether something can be left out of what it says. */
      hasUnset: hasDomain || service.systems.some(({ api }) => api !== null),
      hasKinds: hasDomain || service.systems.length > 0,
      ...systemsFacts(service),
      mailers: mailersOf(service),
      /** Whether it asks or mails somebody outside. */
      reaches: isReaching,
      /** Whether it has anything to open: mail servers alone are talked to only while it works. */
      opens: runners + service.upstreams.length + service.systems.length + publishes.length > 0,
      stacks: hasBroker || service.upstreams.length + service.systems.length > 0 || isRemembering,
      checks: hasBroker || service.upstreams.length > 0 || isRemembering,
      /** Whether it calls anybody over HTTP. */
      calls: service.upstreams.length + service.systems.length > 0,
      /** Whether it has to be told where anybody is whom its container needs. */
      connected: service.upstreams.length + service.systems.length + service.mailServers.length > 0,
      hasBroker,
      hasClaims: consumes.length > 0 || schedules.length > 0,
      hasRedis: isRemembering,
      /** Whether some failure is known to last. */
      hasFailures: hasInvalid || isCalling,
      hasInvalid,
      concurrency,
      queues: consumes.length > 0 ? literalTree(consumes, 0) : null,
      /** Whether it is made of anything. */
      contained:
        views.length + service.upstreams.length + service.systems.length + service.mailServers.length > 0,
      runners,
      /** Addresses that lead nowhere, and a token, as its tests set them. */
      environment: environmentOf(service, project),
      reactions: reactionsOf(service, project),
      handlers: handlers.map(({ view }) => view),
      schedules: schedules.map(({ view }) => view),
      // Nobody asks a worker for anything.
      cases: [],
    },
    each: {
      entity: entities.map((one) =>
        entityThing(one, name, goingAlong(one.resource.entity, service, project)),
      ),
      handler: handlers,
      schedule: schedules,
      decision: decisions,
      external: service.systems.map((system) => systemThing(system, name, project)),
    },
  }
}

function environmentOf(service: Service, project: Project) {
  const servers = serverNeeds(service, project).settings.map(({ name }) => ({
    variable: name,
    example: NOWHERE[name] ?? '',
  }))
  const upstreams = service.upstreams.map((call) => ({
    variable: urlVariable(call.service),
    example: 'http://127.0.0.1:9',
  }))
  const token = { variable: tokenVariable(service.name), example: 't'.repeat(32) }
  const outside = [...systemNeeds(service).settings, ...mailNeeds(service).settings].map(
    ({ name, example }) => ({
      variable: name,
      example: example ?? '',
    }),
  )
  return [...upstreams, ...(upstreams.length > 0 ? [token] : []), ...outside, ...servers]
}

/** Servers at a port where nobody listens. */
const NOWHERE: Readonly<Record<string, string>> = {
  RABBITMQ_URL: 'amqp://127.0.0.1:9/',
  REDIS_URL: 'redis://127.0.0.1:9/0',
}

/** Every kind of message that comes to it, and whether it has steps for it. */
function reactionsOf({ consumes, handlers }: Service, { queues, messages }: Project) {
  const carried = new Set(
    queues.filter(({ name }) => consumes.includes(name)).flatMap((queue) => queue.messages),
  )
  const handled = new Set(handlers.map(({ message }) => message.name))
  return messages
    .filter(({ name }) => carried.has(name))
    .map((message) => ({
      ...messageNames(message),
      handler: message.module,
      isHandled: handled.has(message.name),
    }))
}
