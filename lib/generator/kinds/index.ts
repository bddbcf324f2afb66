import type { ServiceKind } from '@/lib/topology/model/service'
import { businessApi } from './business-api/kind'
import type { GeneratedKind } from './generated-kind'
import { postgresDataApi } from './postgres-data-api/kind'

/** Every kind of service that is generated. A new kind is its folder here, its templates and this line. */
export const generatedKinds: readonly GeneratedKind[] = [businessApi, postgresDataApi]

const byId = new Map<ServiceKind, GeneratedKind>(generatedKinds.map((kind) => [kind.id, kind]))

/** What the generator knows about a kind; undefined for one that is not generated yet. */
export function generatedKind(id: ServiceKind): GeneratedKind | undefined {
  return byId.get(id)
}
