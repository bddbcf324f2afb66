import { screamingCase } from '@/lib/topology/naming'
import { accessView, entityThing, type KnownEntity, knownEntities } from '../../entity-access/access-view'
import { goingAlong, rowFacts } from '../../entity-access/row-facts'
import { systemsFacts, systemThing } from '../../external-systems/system-view'
import { canPlaceRows } from '../../flows/flow-tests'
import { type ResourceEvents, resourceEvents, tellingsOf, toldOf } from '../../messages/resource-events'
import type { Project, Service } from '../../project'
import { serviceFacts } from '../../service-view'
import { decisionThing } from '../../steps-view/decision-view'
import { dictionaryOf } from '../../steps-view/dictionary'
import { stepsFacts, unitFacts } from '../../steps-view/program-view'
import { CHANGES_SUMMARY, GROUPS, OPERATION_SUMMARIES } from '../../wording-operations'
import type { KindView, Thing } from '../generated-kind'
import { caseThing } from './case-view'
import { schemaView } from './schema-view'

/** What the templates of a Business API see. */
export function view(service: Service, project: Project): KindView {
  const { locale } = project
  const { name, useCases } = service
  const entities = knownEntities(service)
  const dictionary = dictionaryOf(project, service)
  const events = new Map(
    entities.map(({ resource }) => [resource.entity.name, resourceEvents(resource, service, project)]),
  )
  const told = toldOf(events)
  const tells = told.some
  const flows = canPlaceRows(service, project.flows) ? project.flows : null
  const sampled = new Map(entities.map(({ resource: { entity } }) => [entity.name, entity]))
  const cases = useCases.map((useCase) => caseThing(useCase, service, dictionary, sampled, flows))
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
      ...unitFacts(service, views, tells),
      ...rowFacts(service, tells || views.some(({ writes }) => writes)),
      /** Entities that callers reach; steps may need others, too. */
      offered: entities
        .filter(({ brief }) => brief.isOffered)
        .map(({ brief }) => ({ ...brief, tells: events.get(brief.name)?.some ?? false })),
      routed: service.resources.length > 0 || cases.length > 0,
      hasApplication: entities.length + cases.length + service.systems.length > 0,
      hasPorts: entities.length + service.systems.length > 0,
      hasInfrastructure: entities.length + service.systems.length > 0,
      hasDomain: entities.length > 0 || cases.length > 0,
      /** Whether something can be left out of what it says. */
      hasUnset: entities.length > 0 || cases.length > 0 || service.systems.some(({ api }) => api !== null),
      hasKinds: entities.length + cases.length + service.systems.length > 0,
      cases: views,
      /** Whether a repeated request is known by its key. */
      hasOccasions: cases.length > 0 || tells,
      stepped: cases.length > 0 || tells,
      /** Whether callers change or delete something that is told of. */
      tellsChanges: told.changes,
      told,
      tellings: flows && tellingsOf(told, flows),
      /** Whether it is ready only when something else is. */
      asksOthers: service.upstreams.length + service.systems.length + service.publishes.length > 0,
      depends: service.upstreams.length + service.publishes.length > 0,
      testsProblems: entities.length > 0 || views.some(({ refuses }) => refuses),
      tested: views.some(({ scenarios }) => scenarios.length > 0),
      changesText: CHANGES_SUMMARY[locale],
      useCasesGroup: GROUPS.useCases[locale],
      summaries: Object.entries(OPERATION_SUMMARIES).map(([operation, text]) => ({
        name: screamingCase(operation),
        text: text[locale],
      })),
    },
    each: {
      entity: entities.map((known) =>
        thing(known, service, project, answered, events.get(known.resource.entity.name) ?? null),
      ),
      case: cases,
      decision: decisions,
      external: service.systems.map((system) => systemThing(system, name, project)),
    },
  }
}

function thing(
  known: KnownEntity,
  service: Service,
  project: Project,
  answered: ReadonlySet<string>,
  events: ResourceEvents | null,
): Thing {
  const { entity } = known.resource
  const { create, update, read, list } = known.brief.offers
  const answers = create || update || read || list || answered.has(entity.name)
  return entityThing(known, service.name, {
    ...goingAlong(entity, service, project),
    schema: schemaView(entity, service.name, { create, update, list, answers }),
    hasSchemas: answers,
    events,
    /** Whether what changes has to be known before. */
    needsCurrent: Boolean(events?.updated ?? events?.deleted),
  })
}
