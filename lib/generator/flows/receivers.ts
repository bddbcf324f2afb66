import type { Step } from '@/lib/topology/model/step'
import type { Project, Service } from '../project'
import { withInner } from '../steps/with-inner'

/** Names of the services that work off a queue which carries the message. */
export function receiversOf(message: string, { queues, services }: Project): readonly string[] {
  const carrying = new Set(
    queues.filter(({ messages }) => messages.includes(message)).map(({ name }) => name),
  )
  return services
    .filter(({ consumes }) => consumes.some((queue) => carrying.has(queue)))
    .map(({ name }) => name)
}

/** A message and the services that it comes to. */
export interface Arrival {
  readonly message: string
  readonly receivers: readonly string[]
}

/** Where messages come to, of those that anybody works off. */
export function arrivalsOf(messages: Iterable<string>, project: Project): readonly Arrival[] {
  return [...new Set(messages)]
    .map((message) => ({ message, receivers: receiversOf(message, project) }))
    .filter(({ receivers }) => receivers.length > 0)
}

/** Whether anything that is published is worked off: only then something flows. */
export function hasFlows({ services }: Project): boolean {
  return services.some(({ consumes }) => consumes.length > 0)
}

/** The data API in which tests place rows, and the variable with a token for that; null where nobody may write. */
export function keeperOf({ services }: Project) {
  const keeper = services.find(({ engine }) => engine === 'postgres')
  const writer = keeper?.callers.find(({ access }) => access === 'write')
  return { keeper: keeper?.name ?? null, writer: writer?.service ?? null }
}

/** Whether tests can place the rows that a service works with. */
export function canPlaceRows(service: Service, project: Project): boolean {
  return service.resources.length + service.uses.length === 0 || keeperOf(project).writer !== null
}

/** Whether steps depend on what no test of running services can give: systems outside. */
export function asksOutside(steps: readonly Step[]): boolean {
  return withInner(steps).some(({ step }) => step === 'call')
}

/** Whether steps end in another way when a rule is decided otherwise than the test supposes. */
export function isJudged(steps: readonly Step[]): boolean {
  return withInner(steps).some(({ step }) => step === 'call' || step === 'decide')
}

/** Ids of the messages that steps publish only after a while. */
export function delayedBy(steps: readonly Step[]): ReadonlySet<string> {
  return new Set(
    withInner(steps).flatMap((step) =>
      step.step === 'publish' && (step.delaySeconds ?? 0) > 0 ? [step.message] : [],
    ),
  )
}
