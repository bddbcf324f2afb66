import type { Step } from '@/lib/topology/model/step'
import { mapValues } from '@/lib/topology/steps/map-step'
import { Code } from '../../code'
import { actsOnFound, flowScenario, isJudged } from '../../flows/flow-tests'
import { messageNames } from '../../messages/message-view'
import type { Entity, Field } from '../../project'
import type { Dictionary } from '../../steps/dictionary'
import { scenarioViews } from '../../steps/scenarios/scenario-view'
import { scenariosOf } from '../../steps/scenarios/scenarios'
import { withInner } from '../../steps/with-inner'
import { programView } from '../../steps-view/program-view'
import { slugOf } from '../../steps-view/refusals'
import { ENVELOPE, type Programs } from './programs'

/** What the tests of a worker have: the words of its steps, and the entities that there are samples of. */
export interface Tested {
  readonly dictionary: Dictionary
  readonly sampled: ReadonlyMap<string, Entity>
}

/** What the templates of one handler see. */
export function handlerThing(
  { of, compiled }: Programs['handlers'][number],
  service: string,
  tested: Tested,
  /** Whether tests can place the rows that it works with. */
  placesRows: boolean,
) {
  const { message, steps, origin } = of
  const { name, module, className, fields } = message
  const tests = testsView([...fields, ...ENVELOPE], steps, service, tested)
  return {
    names: { handler: module },
    view: {
      message: name,
      module,
      className,
      kind: messageNames(message).kind,
      ...programView(compiled),
      ...tests,
      flow: placesRows ? flowOf(steps, tests.scenarios) : null,
    },
    origin,
  }
}

/** The test in which the message comes to it; null where no test shows it handled. */
function flowOf(steps: readonly Step[], scenarios: ReturnType<typeof testsOf>) {
  const scenario = actsOnFound(steps) ? null : flowScenario(scenarios)
  const occurredAt = scenario?.path.find(({ name }) => name === 'occurred_at')?.value ?? null
  return scenario ? { scenario, occurredAt, isSure: !isJudged(steps) } : null
}

/** What the templates of one schedule see. */
export function scheduleThing(
  { of, compiled }: Programs['schedules'][number],
  service: string,
  tested: Tested,
) {
  const { name, className, cron, timeZone, steps, origin } = of
  return {
    names: { schedule: name },
    view: {
      name,
      className,
      cron,
      timeZone,
      ...programView(compiled),
      ...testsView([], steps, service, tested),
    },
    origin,
  }
}

/** The tests of these steps, and what they import of errors. */
function testsView(input: readonly Field[], steps: readonly Step[], service: string, tested: Tested) {
  const scenarios = testsOf(input, steps, service, tested)
  const raised = new Set(scenarios.flatMap(({ raises }) => raises?.line ?? []))
  const mails = scenarios.some((one) => one.mails.length > 0)
  return { scenarios, mails, raised: [...raised].map((line) => Code.of(line)) }
}

/** What the tests of these steps show. */
function testsOf(
  input: readonly Field[],
  steps: readonly Step[],
  service: string,
  { dictionary, sampled }: Tested,
) {
  const { locale, entity, operation, message, implied } = dictionary
  const hasWorld = sampled.size > 0
  // Without a world nobody has to be there whom an id is of.
  const given = hasWorld ? input : input.map(asPlainId)
  const scenarios = scenariosOf({
    locale,
    input: given,
    steps: steps.map(asInput),
    entity,
    operation,
    message,
    implied,
    sampled,
  })
  const views = scenarioViews(scenarios, {
    input: given,
    inPath: new Set(ENVELOPE.map(({ name }) => name)),
    hasBody: true,
    hasQuery: false,
    slugOf,
    status: 204,
  })
  const servers = new Set(withInner(steps).flatMap((step) => (step.step === 'email' ? [step.via] : [])))
  return views.map((view) => {
    const raises = raisedBy(view.about, service, dictionary)
    const { isRepeated, about } = view
    const isMailed = about.is === 'repetition' ? about.sameMails : raises === null
    const isUnchanged = hasWorld && (view.isUnchanged || raises !== null || isRepeated)
    const mails = isMailed ? mailsOf(view.mails, servers, dictionary) : []
    return { ...view, mails, raises, isUnchanged, isCompared: isUnchanged && !isRepeated }
  })
}

function asPlainId(field: Field): Field {
  return field.type.type === 'reference' ? { ...field, type: { type: 'uuid' } } : field
}

/** What comes with a message is to a scenario what somebody asks with. */
function asInput(step: Step): Step {
  const asked = mapValues(step, (value) => (value.value === 'message' ? { ...value, value: 'input' } : value))
  return asked.step === 'for_each' ? { ...asked, steps: asked.steps.map(asInput) } : asked
}

/** How many mails each server was given, those among them that were given none. */
function mailsOf(mails: readonly string[], servers: ReadonlySet<string>, { mailServer }: Dictionary) {
  return [...servers].map((id) => ({
    mailer: `${mailServer(id).name}_mailer`,
    count: mails.filter((one) => one === id).length,
  }))
}

type About = ReturnType<typeof scenarioViews>[number]['about']

/** The error that ends the steps, with the line that imports it; null where they run to their end. */
function raisedBy(about: About, service: string, { entity }: Dictionary) {
  if (about.is === 'missing') {
    const name = `${entity(about.step.entity).className}NotFoundError`
    return { name, line: `from ${service}.domain.errors import ${name}` }
  }
  if (about.is !== 'refusal') return null
  const name = about.step.otherwise === 'stop' ? 'StopHandling' : 'PermanentError'
  return { name, line: `from shared.messaging.faults import ${name}` }
}
