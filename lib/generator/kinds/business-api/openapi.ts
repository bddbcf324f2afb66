import type { CrudOperation } from '@/lib/topology/model/service'
import type { Components } from '../../openapi/components'
import { type ApiStyle, describeApi, together } from '../../openapi/describe-api'
import type { OpenApi } from '../../openapi/document'
import type { Model } from '../../openapi/model-schema'
import { fieldsToCreate, fieldsToUpdate, itemsField, nextCursor } from '../../openapi/models'
import { exactBound } from '../../openapi/value-schema'
import type { Entity, Project, Service } from '../../project'
import { limitsRequests, streamsChanges } from '../../redis-uses'
import { words } from '../../wording'
import { operationSummary } from '../../wording-operations'
import { LIMITED } from '../../wording-problems'
import { casePath } from './case-openapi'
import { caseFactsOf } from './case-view'
import { changesPath } from './changes-openapi'
import { entitySchema, REQUEST, response } from './shown'

const DESCRIPTIONS: Readonly<Record<CrudOperation, (entity: Entity) => string>> = {
  create: ({ name }) => `Create one ${words(name)}.`,
  read: ({ name }) => `Give one ${words(name)}.`,
  list: ({ plural }) => `Give a page of ${words(plural)}.`,
  update: ({ name }) => `Change one ${words(name)}.`,
  delete: ({ name }) => `Delete one ${words(name)}.`,
}

const STYLE: ApiStyle = {
  prefix: '/api/v1',
  guard: null,
  summary: operationSummary,
  description: (operation, entity) => DESCRIPTIONS[operation](entity),
  models: { create: creation, update: change, entity: response, page },
  cursor: { type: 'string' },
  filters: { ...REQUEST, limits: false, bound: exactBound },
}

/** The description of a Business API: the operations that are drawn. */
export function openapi(service: Service, project: Project): OpenApi {
  const { title, resources, useCases } = service
  const { locale } = project
  const always = limitsRequests(service) ? ([LIMITED] as const) : []
  const followed = streamsChanges(service) ? resources : []
  return describeApi(title, locale, resources, { ...STYLE, always }, (_, components) =>
    together([
      ...followed.map(({ entity }) => changesPath(entity, always, locale)),
      ...useCases.map((useCase) =>
        casePath(useCase, caseFactsOf(useCase, service, project), locale, components),
      ),
    ]),
  )
}

function creation({ className, name, fields }: Entity, components: Components): Model {
  return {
    title: `Create${className}Request`,
    description: `Values of a new ${words(name)}.`,
    closed: true,
    fields: fieldsToCreate(fields, REQUEST, components),
  }
}

function change({ className, name, fields }: Entity, components: Components): Model {
  return {
    title: `Update${className}Request`,
    description: `New values of one ${words(name)}; what is left out stays as it is.`,
    closed: true,
    fields: fieldsToUpdate(fields, REQUEST, components),
  }
}

function page(entity: Entity, components: Components): Model {
  const item = entitySchema(entity, components)
  return {
    title: `${entity.className}PageResponse`,
    description: `A page of ${words(entity.plural)}.`,
    closed: false,
    fields: [nextCursor, itemsField(item)],
  }
}
