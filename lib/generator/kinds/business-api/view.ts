import { screamingCase } from '@/lib/topology/naming'
import { accessView, entityThing, type KnownEntity, knownEntities } from '../../entity-access/access-view'
import { systemsFacts, systemThing } from '../../external-systems/system-view'
import type { Project, Service } from '../../project'
import { serviceFacts } from '../../service-view'
import { decisionThing } from '../../steps-view/decision-view'
import { dictionaryOf } from '../../steps-view/dictionary'
import { stepsFacts } from '../../steps-view/program-view'
import { OPERATION_SUMMARIES } from '../../wording-operations'
import type { KindView, Thing } from '../generated-kind'
import { caseThing } from './case-view'
import { schemaView } from './schema-view'

/** What the templates of a Business API see. */
export function view(service: Service, project: Project): KindView {
  const { locale } = project
  const { name, useCases } = service
  const entities = knownEntities(service)
  const dictionary = dictionaryOf(project)
  const sampled = new Map(entities.map(({ resource: { entity } }) => [entity.name, entity]))
  const cases = useCases.map((useCase) => caseThing(useCase, name, dictionary, sampled))
  const answered = new Set(cases.flatMap(({ view }) => view.answer.entity?.name ?? []))
  const decisions = [...dictionary.decisions.values()].map((decision) => decisionThing(decision, name))
  const views = cases.map(({ view }) => view)
  return {
    service: {
      ...serviceFacts(service),
      ...accessView(service, entities),
      ...stepsFacts(useCases, views, decisions, locale),
      ...systemsFacts(service),
      /** Whether it calls anybody, so that it has to be told where they are. */
      connected: service.upstreams.length + service.systems.length > 0,
      /** Entities that callers reach; steps may need others, too. */
      offered: entities.filter(({ brief }) => brief.isOffered).map(({ brief }) => brief),
      routed: service.resources.length > 0 || cases.length > 0,
      hasApplication: entities.length + cases.length + service.systems.length > 0,
      hasInfrastructure: entities.length + service.systems.length > 0,
      hasDomain: entities.length > 0 || cases.length > 0,
      hasKinds: entities.length + cases.length + service.systems.length > 0,
      cases: views,
      tested: views.some(({ scenarios }) => scenarios.length > 0),
      summaries: Object.entries(OPERATION_SUMMARIES).map(([operation, text]) => ({
        name: screamingCase(operation),
        text: text[locale],
      })),
    },
    each: {
      entity: entities.map((known) => thing(known, name, answered)),
      case: cases,
      decision: decisions,
      external: service.systems.map((system) => systemThing(system, name)),
    },
  }
}

function thing(known: KnownEntity, service: string, answered: ReadonlySet<string>): Thing {
  const { entity } = known.resource
  const { create, update, read, list } = known.brief.offers
  const answers = create || update || read || list || answered.has(entity.name)
  return entityThing(known, service, {
    schema: schemaView(entity, service, { create, update, list, answers }),
    hasSchemas: answers,
  })
}
