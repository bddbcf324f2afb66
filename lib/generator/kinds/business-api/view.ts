import { pascalCase, screamingCase } from '@/lib/topology/naming'
import type { Code } from '../../code'
import { hostOf, tokenVariable, urlVariable } from '../../compose'
import type { Project, Resource, Service } from '../../project'
import { serviceFacts } from '../../service-view'
import { kindOf } from '../../steps/unit'
import { byName } from '../../wording'
import { entityLabel, OPERATION_SUMMARIES } from '../../wording-operations'
import type { KindView, Thing } from '../generated-kind'
import { caseThing, dictionaryOf, refusalsOf } from './case-view'
import { decisionThing } from './decision-view'
import { domainView } from './domain-view'
import { sampleView } from './sample-view'
import { schemaView } from './schema-view'

/** What the templates of a Business API see. */
export function view(service: Service, project: Project): KindView {
  const { locale } = project
  const { name, upstreams, useCases } = service
  const resources = withUsed(service)
  const dictionary = dictionaryOf(project)
  const sampled = new Map(resources.map(({ entity }) => [entity.name, entity]))
  const cases = useCases.map((useCase) => caseThing(useCase, name, dictionary, sampled))
  const answered = new Set(cases.flatMap(({ view }) => view.answer.entity?.name ?? []))
  const decisions = [...dictionary.decisions.values()].map((decision) => decisionThing(decision, name))
  const calls = upstreams.map((call) => ({
    name: call.service,
    host: hostOf(call.service),
    access: call.access,
    variable: urlVariable(call.service),
  }))
  return {
    service: {
      ...serviceFacts(service),
      upstreams: calls,
      /** The data API that keeps what is offered: there is one for each engine, and one engine so far. */
      keeper: calls.find((call) => resources.some(({ entity }) => entity.service === call.name)) ?? null,
      testClass: `Test${pascalCase(name)}`,
      tokenVariable: tokenVariable(name),
      entities: resources.map(brief),
      /** Entities that callers reach; steps may need others, too. */
      offered: service.resources.map(brief),
      routed: service.resources.length > 0 || cases.length > 0,
      hasDomain: resources.length > 0 || cases.length > 0,
      cases: cases.map(({ view }) => view),
      decisions: decisions.map(({ view }) => view),
      /** Modules that steps share, where some step needs them. */
      tools: toolsOf(cases.flatMap(({ view }) => view.imports)),
      refusals: refusalsOf(useCases, locale),
      phrases: cases.flatMap(({ view }) => view.phrases),
      /** Whether some steps write: then rows go out in units. */
      writes: cases.some(({ view }) => view.writes),
      tested: cases.some(({ view }) => view.scenarios.length > 0),
      summaries: Object.entries(OPERATION_SUMMARIES).map(([operation, text]) => ({
        name: screamingCase(operation),
        text: text[locale],
      })),
    },
    each: {
      entity: resources.map((resource) => thing(resource, name, answered)),
      case: cases,
      decision: decisions,
    },
  }
}

function toolsOf(imports: readonly Code[]) {
  const has = (module: string) => imports.some(({ text }) => text.includes(`${module} import `))
  return {
    found: has('.application.found'),
    wording: has('.application.wording'),
    calculations: has('.domain.calculations'),
  }
}

/** What it offers, and what its steps need beside that. */
function withUsed({ resources, uses }: Service): readonly Resource[] {
  const offered = new Set(resources.map(({ entity }) => entity.name))
  const used = uses.filter(({ name }) => !offered.has(name)).map((entity) => ({ entity, operations: [] }))
  return [...resources, ...used].sort((a, b) => byName(a.entity, b.entity))
}

function thing(resource: Resource, service: string, answered: ReadonlySet<string>): Thing {
  const { entity, operations } = resource
  const { create, update, read, list } = offered(operations)
  const isAnswered = answered.has(entity.name)
  return {
    names: { entity: entity.name },
    view: {
      ...brief(resource),
      domain: domainView(entity, service),
      schema: schemaView(entity, service, {
        create,
        update,
        list,
        answers: create || update || read || list || isAnswered,
      }),
      hasSchemas: create || update || read || list || isAnswered,
      sample: sampleView(entity, operations),
    },
    origin: entity.origin,
  }
}

function brief({ entity, operations }: Resource) {
  const offers = offered(operations)
  return {
    name: entity.name,
    plural: entity.plural,
    pluralConstant: kindOf(entity),
    className: entity.className,
    path: entity.path,
    tag: entity.path.slice(1),
    constant: screamingCase(entity.name),
    /** The data API that keeps it. */
    upstream: entity.service,
    label: entityLabel(entity),
    /** Whether there are routes about it. */
    isOffered: operations.length > 0,
    offers: {
      ...offers,
      /** Operations that log what they have done. */
      changing: offers.create || offers.update || offers.delete,
      /** Operations whose path names one entity. */
      one: offers.read || offers.update || offers.delete,
      /** Operations that answer with an entity, not with a page or nothing. */
      answering: offers.create || offers.read || offers.update,
      /** Operations that have schemas of their own. */
      any: offers.create || offers.read || offers.update || offers.list,
    },
  }
}

function offered(operations: Resource['operations']) {
  const has = new Set(operations)
  return {
    create: has.has('create'),
    read: has.has('read'),
    list: has.has('list'),
    update: has.has('update'),
    delete: has.has('delete'),
  }
}
