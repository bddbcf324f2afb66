import type { ServiceKind } from '@/lib/topology/model/service'
import type { Contributions } from '../contributions'
import type { Project, Service } from '../project'
import { businessApi } from './business-api/kind'
import type { GeneratedKind } from './generated-kind'
import { mongoDataApi } from './mongo-data-api/kind'
import { postgresDataApi } from './postgres-data-api/kind'
import { worker } from './worker/kind'

/** Every kind of service that is generated. A new kind is its folder here, its templates and this line. */
export const generatedKinds: readonly GeneratedKind[] = [businessApi, worker, postgresDataApi, mongoDataApi]

const byId = new Map<ServiceKind, GeneratedKind>(generatedKinds.map((kind) => [kind.id, kind]))

/** What the generator knows about a kind; undefined for one that is not generated yet. */
export function generatedKind(id: ServiceKind): GeneratedKind | undefined {
  return byId.get(id)
}

/** What a service adds to the files that all services share. */
export function contributionsOf(service: Service, project: Project): Contributions {
  const kind = generatedKind(service.kind)
  if (!kind) throw new Error(`There is no generator for ${service.kind} yet`)
  return kind.contribute(service, project)
}
