import type { Locale } from '@/lib/topology/model/basics'
import type { Step } from '@/lib/topology/model/step'
import { screamingCase } from '@/lib/topology/naming'
import { errorClass } from '@/lib/topology/steps/error-class'
import { DEFAULT_STATUS } from '@/lib/topology/steps/say-step'
import { Code } from '../../code'
import type { Project, UseCase } from '../../project'
import type { Dictionary } from '../../steps/body'
import { type AnswerPart, type Compiled, compileSteps } from '../../steps/compile'
import type { Scope } from '../../steps/scope'
import { textIn } from '../../wording'
import { inputView, keptLine } from './domain-view'
import { Module, requestView } from './schema-view'

/** What the templates of one use case see. */
export function caseThing(useCase: UseCase, service: string, project: Project) {
  const compiled = compileSteps(
    {
      name: useCase.name,
      answerClass: `${useCase.className}Answer`,
      service,
      steps: useCase.steps,
      start: startOf(useCase),
    },
    dictionaryOf(project),
  )
  const inPath = new Set([...useCase.path.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name))
  const request = requestView(useCase, inPath, service)
  const answer = answerView(compiled, useCase, service)
  const ofSchemas = `${service}.api.schemas.cases.${useCase.name}`
  const reads = useCase.method === 'GET' || useCase.method === 'DELETE'
  return {
    names: { case: useCase.name },
    view: {
      ...caseFacts(useCase),
      ...stepsView(compiled),
      answer: { ...answer, type: Code.of(answer.type), response: Code.of(answer.response) },
      // Last, since all that was written before may need something.
      imports: [...compiled.needs.imports].map((line) => Code.of(line)),
      domain: inputView(useCase, service),
      request: {
        ...request,
        parameterImports: request.parameters.map(({ type }) => importOf(type, ofSchemas)),
      },
      path: useCase.path,
      method: useCase.method.toLowerCase(),
      hasRequest: request.members.length > 0,
      /** Whether what is asked stands in the body, or after the question mark. */
      hasBody: request.members.length > 0 && !reads,
      hasQuery: request.members.length > 0 && reads,
      status: statusOf(useCase),
      problems: problemsOf(useCase, compiled, request.members.length > 0 && !reads),
    },
    origin: useCase.origin,
  }
}

function caseFacts({ name, className, title }: UseCase) {
  return { name, className, title, constant: screamingCase(name) }
}

function startOf({ input }: UseCase): Scope {
  const fields = input.map((field) => ({ ...field, required: field.required || field.default !== null }))
  const type = { type: 'object', className: '', home: '', fields } as const
  return {
    values: new Map([['input', { code: 'asked', type: { is: 'plain', type, optional: false } }]]),
    known: new Set(),
  }
}

function dictionaryOf({ locale, entities, messages }: Project): Dictionary {
  const found = <T extends { origin: { id?: string } }>(list: readonly T[], id: string): T => {
    const one = list.find(({ origin }) => origin.id === id)
    if (!one) throw new Error(`Steps name ${id}, which is not there`)
    return one
  }
  return { locale, entity: (id) => found(entities, id), message: (id) => found(messages, id) }
}

function stepsView({ needs, lines, writes }: Compiled) {
  const gateways = [...needs.gateways.values()].map(({ name, plural, className }) => ({
    name,
    plural,
    className,
  }))
  return {
    gateways,
    phrases: needs.texts,
    writes,
    hasParts: writes || gateways.length > 0,
    lines: lines.map((line) => Code.of(line)),
  }
}

/** What a use case gives its callers: nothing, an entity, a list of them, or several values. */
function answerView({ answer, needs }: Compiled, { className }: UseCase, service: string) {
  if (!answer) return { type: 'None', response: 'None', entity: null, parts: null, imports: [] }
  if (isParts(answer)) {
    const shown = new Module([], service)
    const parts = answer.map(({ name, type }) => {
      if (type.is !== 'plain') throw new Error(`The answer ${name} is no plain value`)
      const field = { name, type: type.type, required: !type.optional, label: null }
      needs.domainType(type.type)
      return { kept: keptLine(field), shown: shown.responseLine(field) }
    })
    const response = `${className}Response`
    return { type: `${className}Answer`, response, entity: null, parts, imports: shown.imports() }
  }
  if (answer.is !== 'entity' && answer.is !== 'entities') throw new Error('A plain value is no answer')
  const { name, className: entity } = answer.entity
  const isList = answer.is === 'entities'
  const type = isList ? `tuple[${entity}, ...]` : entity
  const response = isList ? `list[${entity}Response]` : `${entity}Response`
  return { type, response, entity: { name, className: entity, isList }, parts: null, imports: [] }
}

function isParts(answer: NonNullable<Compiled['answer']>): answer is readonly AnswerPart[] {
  return Array.isArray(answer)
}

/** What is answered: as drawn, else that there is nothing to say. */
function statusOf({ steps }: UseCase): number {
  return steps.find((step) => step.step === 'answer')?.status ?? 204
}

/** What can go wrong, as its description tells. */
function problemsOf({ steps }: UseCase, { writes }: Compiled, hasBody: boolean): readonly number[] {
  const flat = steps.flatMap((step) => (step.step === 'for_each' ? [step, ...step.steps] : [step]))
  const refused = flat.flatMap((step) => (step.step === 'require' ? [step.status ?? DEFAULT_STATUS] : []))
  const problems = [
    ...refused,
    ...(flat.some(({ step }) => step === 'load') ? [404] : []),
    ...(writes ? [404, 409, 412] : []),
    ...(hasBody ? [413] : []),
    422,
    503,
  ]
  return [...new Set(problems)].sort((a, b) => a - b)
}

const REFUSALS = { 403: 'FORBIDDEN', 409: 'CONFLICT', 422: 'INVALID' } as const

/** The requirements of use cases as errors of the domain, each once. */
export function refusalsOf(useCases: readonly UseCase[], locale: Locale) {
  const refusals = new Map<string, ReturnType<typeof refusal>>()
  for (const { steps } of useCases)
    for (const step of steps.flatMap((one) => (one.step === 'for_each' ? one.steps : [one])))
      if (step.step === 'require') refusals.set(errorClass(step.error) ?? '', refusal(step, locale))
  return [...refusals.values()].sort((a, b) => (a.className < b.className ? -1 : 1))
}

function refusal({ error, status, text }: Extract<Step, { step: 'require' }>, locale: Locale) {
  const className = errorClass(error) ?? ''
  const words = className.replace(/Error$/, '').replace(/(?!^)(?=[A-Z])/g, '-')
  return {
    className,
    slug: words.toLowerCase(),
    kind: REFUSALS[status ?? DEFAULT_STATUS],
    text: textIn(locale, text) ?? '',
  }
}

/** Where the type of a parameter is found: its own name stands in the module of the schemas. */
function importOf({ text }: Code, module: string): Code {
  return Code.of(`from ${text.endsWith('Value') ? module : 'shared.fields'} import ${text}`)
}
