import type { Engine } from '@/lib/topology/model/basics'
import type { Service } from '../../project'

/** The folders of templates that a data API is made from beside its own: each of them has what its database needs. */
export function partsOf(database: Engine, { takesUnits, searched }: Service): readonly string[] {
  return [
    'data_api',
    ...(takesUnits ? ['outbox', `${database}_outbox`] : []),
    ...(searched.length > 0 ? ['searches', `${database}_searches`] : []),
  ]
}
