import { screamingCase } from '@/lib/topology/naming'
import { DEFAULT_STATUS } from '@/lib/topology/steps/say-step'
import { Code } from '../../code'
import { py } from '../../encode/python'
import { inputView, keptLine } from '../../entity-access/domain-view'
import { arrivalsAmong, asksOutside, delayedBy, flowScenario } from '../../flows/flow-tests'
import type { Entity, Flows, ObjectField, Project, Service, UseCase } from '../../project'
import { limitsRequests } from '../../redis-uses'
import { type AnswerPart, type Compiled, compileSteps } from '../../steps/compile'
import type { Dictionary } from '../../steps/dictionary'
import { pathLine, scenarioViews } from '../../steps/scenarios/scenario-view'
import { scenariosOf } from '../../steps/scenarios/scenarios'
import type { Scope } from '../../steps/scope'
import { withInner } from '../../steps/with-inner'
import { dictionaryOf } from '../../steps-view/dictionary'
import { programView } from '../../steps-view/program-view'
import { slugOf } from '../../steps-view/refusals'
import { LIMITED, type ProblemStatus } from '../../wording-problems'
import { Module, requestView } from './schema-view'

/** What the templates of one use case see. */
export function caseThing(
  useCase: UseCase,
  of: Service,
  dictionary: Dictionary,
  /** Entities that the tests have samples of. */
  sampled: ReadonlyMap<string, Entity>,
  /** What is worked off by whom; null where tests over running services cannot be. */
  flows: Flows | null,
) {
  const service = of.name
  const compiled = compileCase(useCase, service, dictionary)
  const facts = factsOf(useCase, compiled, of)
  const request = requestView(useCase, facts.inPath, service)
  const ofSchemas = `${service}.api.schemas.cases.${useCase.name}`
  const answer = answerView(compiled, facts, service)
  const tests = testsView(useCase, dictionary, sampled, facts)
  return {
    names: { case: useCase.name },
    view: {
      ...caseFacts(useCase),
      answer: { ...answer, ...givenBack(answer, facts) },
      ...programView(compiled),
      domain: inputView(useCase, service),
      request: {
        ...request,
        parameterImports: request.parameters.map(({ type }) => importOf(type, request.imports, ofSchemas)),
      },
      path: useCase.path,
      method: useCase.method.toLowerCase(),
      hasRequest: facts.hasBody || facts.hasQuery,
      hasBody: facts.hasBody,
      hasQuery: facts.hasQuery,
      status: facts.status,
      problems: facts.problems,
      ...tests,
      flow: flowOf(useCase, dictionary, tests.scenarios, flows),
    },
    origin: useCase.origin,
  }
}

function compileCase(useCase: UseCase, service: string, dictionary: Dictionary): Compiled {
  const { name, className, steps } = useCase
  const program = { name, answerClass: `${className}Answer`, service, steps, start: startOf(useCase) }
  return compileSteps(program, dictionary)
}

/** How a use case is asked and what it answers, for its route and for the description of its API. */
export interface CaseFacts {
  readonly inPath: ReadonlySet<string>
  /** Whether what is asked stands in the body, or after the question mark. */
  readonly hasBody: boolean
  readonly hasQuery: boolean
  readonly status: number
  readonly problems: readonly ProblemStatus[]
  readonly answer: {
    readonly className: string
    readonly entity: { readonly of: Entity; readonly isList: boolean } | null
    readonly parts: readonly { readonly field: ObjectField }[] | null
  }
  /** Whether there may be nothing to answer: its answer has a condition. */
  readonly isConditional: boolean
}

export function caseFactsOf(useCase: UseCase, service: Service, project: Project): CaseFacts {
  return factsOf(useCase, compileCase(useCase, service.name, dictionaryOf(project, service)), service)
}

function factsOf(useCase: UseCase, compiled: Compiled, service: Service): CaseFacts {
  const inPath = new Set([...useCase.path.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name))
  const reads = useCase.method === 'GET' || useCase.method === 'DELETE'
  const hasMore = useCase.input.some(({ name }) => !inPath.has(name))
  return {
    inPath,
    hasBody: hasMore && !reads,
    hasQuery: hasMore && reads,
    status: statusOf(useCase),
    problems: problemsOf(useCase, compiled, {
      hasBody: hasMore && !reads,
      isLimited: limitsRequests(service),
    }),
    answer: answerOf(compiled, useCase.className),
    isConditional: useCase.steps.some(({ step, when }) => step === 'answer' && when !== undefined),
  }
}

/** What a use case gives its callers: nothing, an entity, a list of them, or several values. */
function answerOf({ answer }: Compiled, className: string): CaseFacts['answer'] {
  if (!answer) return { className, entity: null, parts: null }
  if (isParts(answer)) {
    const parts = answer.map(({ name, type }) => {
      if (type.is !== 'plain') throw new Error(`The answer ${name} is no plain value`)
      return { field: { name, type: type.type, required: !type.optional, label: null } }
    })
    return { className, entity: null, parts }
  }
  if (answer.is !== 'entity' && answer.is !== 'entities') throw new Error('A plain value is no answer')
  return { className, entity: { of: answer.entity, isList: answer.is === 'entities' }, parts: null }
}

function caseFacts({ name, className, title }: UseCase) {
  return { name, className, title, constant: screamingCase(name) }
}

/** The test in which what it publishes arrives; null where it publishes nothing that somebody works off. */
function flowOf(
  { steps }: UseCase,
  { message }: Dictionary,
  scenarios: ReturnType<typeof scenarioViews>,
  flows: Flows | null,
) {
  const scenario = flowScenario(scenarios)
  if (!flows || !scenario || asksOutside(steps)) return null
  const late = new Set([...delayedBy(steps)].map((id) => message(id).name))
  const published = scenario.published.map(({ name }) => name).filter((name) => !late.has(name))
  const arrivals = arrivalsAmong(published, flows)
  return arrivals.length > 0 ? { scenario, arrivals } : null
}

/** What its tests show. */
function testsView(
  useCase: UseCase,
  { locale, entity, operation, message, implied }: Dictionary,
  sampled: ReadonlyMap<string, Entity>,
  { inPath, hasBody, hasQuery, status, isConditional }: CaseFacts,
) {
  const { input, steps, method } = useCase
  const scenarios = scenariosOf({ locale, input, steps, entity, operation, message, implied, sampled })
  const all = scenarioViews(scenarios, {
    input,
    inPath,
    hasBody,
    hasQuery,
    slugOf,
    status,
    isConditional,
  })
  // Without entities there is no world in which rows could be.
  const views = all.filter(({ rows }) => sampled.size > 0 || rows.length === 0)
  return {
    scenarios: views,
    showsAmounts: views.some(({ amounts }) => amounts !== null),
    refuses: views.some(({ problem }) => problem !== null),
    pathLine: pathLine(useCase),
    verb: method,
  }
}

function startOf({ input }: UseCase): Scope {
  const fields = input.map((field) => ({ ...field, required: field.required || field.default !== null }))
  const type = { type: 'object', className: '', home: '', fields } as const
  return {
    values: new Map([['input', { code: 'asked', type: { is: 'plain', type, optional: false } }]]),
    known: new Set(),
  }
}

function answerView({ needs }: Compiled, { answer }: CaseFacts, service: string) {
  const { className, entity, parts } = answer
  if (parts) {
    const shown = new Module([], service)
    const lines = parts.map(({ field }) => {
      needs.domainType(field.type)
      return { kept: keptLine(field), shown: shown.responseLine(field) }
    })
    return {
      type: Code.of(`${className}Answer`),
      response: Code.of(`${className}Response`),
      entity: null,
      parts: lines,
      imports: shown.imports(),
    }
  }
  const of = entity?.of.className ?? ''
  const isList = entity?.isList ?? false
  const none = { parts: null, imports: [] }
  if (!entity) return { ...none, type: Code.of('None'), response: Code.of('None'), entity: null }
  return {
    ...none,
    type: Code.of(isList ? `tuple[${of}, ...]` : of),
    response: Code.of(isList ? `list[${of}Response]` : `${of}Response`),
    entity: { name: entity.of.name, className: of, isList },
  }
}

/** What the use case and its route give back; where there may be nothing, the route says so itself. */
function givenBack(
  { type, response }: { readonly type: Code; readonly response: Code },
  { isConditional }: CaseFacts,
) {
  return {
    given: isConditional ? py`${type} | None` : type,
    routed: isConditional ? py`${response} | Response` : response,
    isConditional,
  }
}

function isParts(answer: NonNullable<Compiled['answer']>): answer is readonly AnswerPart[] {
  return Array.isArray(answer)
}

/** What is answered: as drawn, else that there is nothing to say. */
function statusOf({ steps }: UseCase): number {
  return steps.find((step) => step.step === 'answer')?.status ?? 204
}

/** What can go wrong, as its description tells. */
function problemsOf(
  useCase: UseCase,
  { writes }: Compiled,
  { hasBody, isLimited }: { readonly hasBody: boolean; readonly isLimited: boolean },
): readonly ProblemStatus[] {
  const steps = withInner(useCase.steps)
  const refused = steps.flatMap((step) => (step.step === 'require' ? [step.status ?? DEFAULT_STATUS] : []))
  const problems: ProblemStatus[] = [
    ...refused,
    ...(steps.some(({ step }) => step === 'load') ? ([404] as const) : []),
    ...(writes ? ([404, 409, 412] as const) : []),
    ...(hasBody ? ([413] as const) : []),
    ...(isLimited ? ([LIMITED] as const) : []),
    422,
    503,
  ]
  return [...new Set(problems)].sort((a, b) => a - b)
}

/** Where the type of a parameter is found: what the schemas do not bring along themselves, they define. */
function importOf({ text }: Code, brought: readonly Code[], module: string): Code {
  const line = brought.find((one) => one.text.endsWith(` import ${text}`))
  return line ?? Code.of(`from ${module} import ${text}`)
}
