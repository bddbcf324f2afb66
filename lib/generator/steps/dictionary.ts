import type { EntityVerb } from '@/lib/topology/activity'
import type { FieldType as DrawnType } from '@/lib/topology/model/field'
import type {
  Entity,
  FieldType,
  HttpSystem,
  MailServer,
  Message,
  ObjectField,
  SystemOperation,
} from '../project'

/** A rule of the person's own: what it is given, what it decides, and the table that it begins with. */
export interface Decision {
  readonly rule: string
  readonly inputs: readonly ObjectField[]
  readonly result: FieldType
  readonly imports: readonly string[]
  /** Numbers that values are compared with. */
  readonly limits: readonly string[]
  /** The body of its function. */
  readonly lines: readonly string[]
  /** What it can decide, each once; the last where no row applies. */
  readonly decided: readonly string[]
  readonly decidedImports: readonly string[]
}

/** What a list of steps may name. */
export interface Dictionary {
  readonly locale: 'ru' | 'en'
  /** Whether rows that nothing is written because of may be as they were a moment ago. */
  readonly caches: boolean
  readonly entity: (id: string) => Entity
  /** An operation of a system that the service asks. */
  readonly operation: (
    target: string,
    name: string,
  ) => { readonly system: HttpSystem; readonly operation: SystemOperation }
  readonly message: (id: string) => Message
  /** The event that tells of a write of an entity, where the service publishes one. */
  readonly implied: (entity: Entity, verb: EntityVerb) => Message | undefined
  readonly mailServer: (id: string) => MailServer
  /** The type that a rule of the person's own decides, with its classes named. */
  readonly decided: (rule: string, type: DrawnType) => FieldType
  /** The rules of the service that were met so far, by name. */
  readonly decisions: Map<string, Decision>
}
