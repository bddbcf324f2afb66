import type { ServiceKind } from '@/lib/topology/model/service'
import type { Contributions } from '../contributions'
import type { OpenApi } from '../openapi/document'
import type { Origin, Project, Service } from '../project'

/** What the templates of a kind see, beside `project`. */
export interface KindView {
  /** Seen as `service` by every template of the kind. */
  readonly service: object
  /**
   * Things that there are several of. A template with `__entity__` in its path is filled once for each thing
   * of `each.entity` and sees it as `entity`. A group without things is an empty list.
   */
  readonly each?: Readonly<Record<string, readonly Thing[]>>
}

export interface Thing {
  /** For the path: `{ entity: 'loan', 'entity-plural': 'loans' }` fills `__entity__` and `__entity-plural__`. */
  readonly names: Readonly<Record<string, string>>
  readonly view: object
  readonly origin?: Origin
}

/**
 * What the generator knows about a kind of service. Its templates are those in `templates/<id>/`; everything
 * it adds to shared files stands here, so that no shared file ever names a kind.
 */
export interface GeneratedKind {
  readonly id: ServiceKind
  readonly view: (service: Service, project: Project) => KindView
  /** Further folders of templates/ that this service is made from: what several kinds have in common. */
  readonly parts?: (service: Service) => readonly string[]
  /** Its part of compose, pyproject, contracts and the like. */
  readonly contribute: (service: Service, project: Project) => Contributions
  /** What its API offers; only of kinds that serve one. */
  readonly openapi?: (service: Service, project: Project) => OpenApi
}
