import type { Locale } from '@/lib/topology/model/basics'
import type { PathItem } from '../../openapi/document'
import { responses } from '../../openapi/responses'
import type { Entity } from '../../project'
import { words } from '../../wording'
import { changesSummary, entityGroup } from '../../wording-operations'
import type { ProblemStatus } from '../../wording-problems'

/** The path over which callers follow the changes of an entity, as FastAPI describes it. */
export function changesPath(
  entity: Entity,
  always: readonly ProblemStatus[],
  locale: Locale,
): readonly [string, PathItem] {
  const operation = {
    tags: [entityGroup(entity)],
    summary: changesSummary(entity, locale),
    description: `Tell what becomes of ${words(entity.plural)} from now on; what was before is not told.`,
    operationId: `follow_${entity.plural}`,
    responses: responses(200, { type: 'string' }, [...always, 503], locale, 'text/event-stream'),
  }
  return [`/api/v1${entity.path}/changes`, { get: operation }]
}
