import type { EntityVerb } from '@/lib/topology/activity'
import type { Access, Engine, Locale } from '@/lib/topology/model/basics'
import type { DeletionRule } from '@/lib/topology/model/field'
import type { RedisUse } from '@/lib/topology/model/link'
import type { CrudOperation, ServiceKind } from '@/lib/topology/model/service'
import type { Step } from '@/lib/topology/model/step'
import type { Topology } from '@/lib/topology/model/topology'
import type { Way } from './resolve-ways'

/** The part of the design that something was made from; for "why is this here", never for output. */
export interface Origin {
  readonly part: 'project' | 'node' | 'link' | 'entity' | 'message'
  readonly id?: string
  /** Where it is less than the whole part: `['fields', 2]`. */
  readonly path?: readonly (string | number)[]
}

/**
 * A design with every name resolved, every default filled in and everything in the order of its
 * derived names. Pure data: no code, no text of files. Absent things are `null`, never `undefined`.
 */
export interface Project {
  readonly name: string
  readonly context: string
  readonly locale: Locale
  readonly title: string
  readonly description: string | null
  readonly options: { readonly ci: boolean; readonly kubernetes: boolean; readonly observability: boolean }
  readonly services: readonly Service[]
  /** Engines that some data API stores into. */
  readonly databases: readonly Database[]
  /** Every entity, whoever keeps it; its origin says which one of the design it is. */
  readonly entities: readonly Entity[]
  readonly queues: readonly Queue[]
  readonly messages: readonly Message[]
  readonly flows: Flows
  /** The document itself, for the files that carry it along. */
  readonly topology: Topology
}

/** What tests over running services go by. */
export interface Flows {
  /** Each message that somebody works off, with the names of those services. */
  readonly arrivals: readonly Arrival[]
  /** The data API in which tests place rows, and a service that may write there; null where there is none. */
  readonly keeper: { readonly service: string; readonly writer: string | null } | null
}

export interface Arrival {
  /** `loan.applied` */
  readonly message: string
  readonly receivers: readonly string[]
}

export interface Database {
  readonly engine: Engine
  /** Name of the data API that owns it. */
  readonly service: string
  readonly origin: Origin
}

/** A queue of RabbitMQ, with what it carries by name. */
export interface Queue {
  readonly name: string
  readonly messages: readonly string[]
  readonly prefetch: number
  /** How often a failed message is tried again before it is given up. */
  readonly retries: number
  readonly deadLetter: boolean
  readonly origin: Origin
}

export interface Message {
  /** `loan.applied` */
  readonly name: string
  /** `loan_applied`, the module of its class. */
  readonly module: string
  readonly className: string
  readonly type: 'event' | 'task'
  readonly fields: readonly Field[]
  readonly origin: Origin
}

export interface Service {
  /** Folder, import and host name at once. */
  readonly name: string
  readonly kind: ServiceKind
  /** The person's words for it, or its name as words. */
  readonly title: string
  /** The person's words for it, if there are any. */
  readonly label: string | null
  readonly description: string | null
  /** Port of an API, null for what serves no HTTP. */
  readonly port: number | null
  /** Services that call this one, with the access drawn. */
  readonly callers: readonly Call[]
  /** Data APIs that this service calls, with the access drawn. */
  readonly upstreams: readonly Call[]
  /** Whom it may talk to by its links. */
  readonly ways: readonly Way[]
  /** Systems that it asks for something over HTTP: outside ones, and other Business APIs. */
  readonly systems: readonly HttpSystem[]
  /** Servers that it sends mail by. */
  readonly mailServers: readonly MailServer[]
  /** What it stores, for a data API. */
  readonly entities: readonly Entity[]
  /** The same in an order in which the tables can be made: what is referred to comes first. */
  readonly tables: readonly Entity[]
  /** What it offers, for a Business API. */
  readonly resources: readonly Resource[]
  /** Entities that its steps name. */
  readonly uses: readonly Entity[]
  /** Those of them that some step searches. */
  readonly finds: readonly Entity[]
  /** Entities that steps of its callers search, for a data API. */
  readonly searched: readonly Entity[]
  /** What it does in steps, for a Business API. */
  readonly useCases: readonly UseCase[]
  /** What it does when messages come, and by the clock, for a worker. */
  readonly handlers: readonly Handler[]
  readonly schedules: readonly Schedule[]
  /** Names of the queues that it works off. */
  readonly consumes: readonly string[]
  /** How many messages of a queue it handles at once; null where only the queue says it. */
  readonly concurrency: number | null
  /** Names of messages that it publishes: a step says so, or what it writes implies them. */
  readonly publishes: readonly string[]
  /** Those that its writes imply. */
  readonly implied: readonly ImpliedMessage[]
  /** What it keeps in Redis. */
  readonly redis: readonly RedisUse[]
  readonly engine: Engine | null
  /** Whether callers write several rows of a data API at once, or rows together with messages. */
  readonly takesUnits: boolean
  readonly origin: Origin
}

export interface Call {
  readonly service: string
  readonly access: Access
  readonly port: number
}

/** A system with operations that it answers over HTTP. */
export interface HttpSystem {
  readonly name: string
  readonly className: string
  /** The person's words for it, or its name as words. */
  readonly title: string
  /** The environment variable with its address. */
  readonly variable: string
  /** Where it is among the services, for a Business API; null for what stands outside. */
  readonly api: { readonly service: string; readonly port: number } | null
  readonly operations: readonly SystemOperation[]
  readonly origin: Origin
}

/** A server outside that takes mail. */
export interface MailServer {
  readonly name: string
  /** The person's words for it, or its name as words. */
  readonly title: string
  /** The environment variable with its address. */
  readonly variable: string
  readonly origin: Origin
}

/** One request that a system answers. */
export interface SystemOperation {
  readonly name: string
  /** `BureauScore`, which its classes begin with. */
  readonly className: string
  /** The module of its classes, below a service's package. */
  readonly home: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** `/v2/Scores/{person}` */
  readonly path: string
  readonly input: readonly CalledField[]
  /** Nothing where nothing comes back. */
  readonly output: readonly Field[]
  /** Whether many of what the output says come back. */
  readonly isList: boolean
  /** Whether sometimes nothing comes back although something could. */
  readonly isDoubted: boolean
  /** Whether a key tells a repeated request from a new one. */
  readonly isKeyed: boolean
  /** Whether the input `version` says which version of a row is meant. */
  readonly isVersioned: boolean
  readonly origin: Origin
}

/** A value that an operation is asked with. */
export interface CalledField extends Field {
  /** Whether it can be given as nothing, which is not the same as leaving it out. */
  readonly mayBeEmpty: boolean
}

export interface UseCase {
  /** `apply_for_loan`: its module, its path parameter's owner, the operation in the description of the API. */
  readonly name: string
  readonly className: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below the prefix of all paths: `/users/{user_id}/applications`. */
  readonly path: string
  /** The person's words for it, or its name as words. */
  readonly title: string
  readonly input: readonly Field[]
  /** As drawn: entities and messages by their ids. */
  readonly steps: readonly Step[]
  readonly origin: Origin
}

/** What a service does with one kind of message. */
export interface Handler {
  readonly message: Message
  readonly steps: readonly Step[]
  readonly origin: Origin
}

/** What a service does at certain times. */
export interface Schedule {
  /** `nightly_report`, its module. */
  readonly name: string
  readonly className: string
  readonly cron: string
  readonly timeZone: string
  readonly steps: readonly Step[]
  readonly origin: Origin
}

/** An event that tells of every write of one sort, filled from the row by name. */
export interface ImpliedMessage {
  /** The name of the entity. */
  readonly entity: string
  readonly verb: EntityVerb
  /** The name of the message: `loan.created`. */
  readonly message: string
}

export interface Resource {
  readonly entity: Entity
  /** In the fixed order create, read, list, update, delete. */
  readonly operations: readonly CrudOperation[]
}

export interface Entity {
  readonly name: string
  readonly plural: string
  readonly className: string
  /** `/loan-applications`, without any prefix. */
  readonly path: string
  /** The data API that stores it. */
  readonly service: string
  readonly labels: EntityLabels
  readonly fields: readonly Field[]
  /** Query parameters of its lists, in the order of the fields. */
  readonly filters: readonly Filter[]
  readonly indexes: readonly Index[]
  readonly origin: Origin
}

/** Words for people in the locale of the project; null where the design gives none. */
export interface EntityLabels {
  readonly one: string | null
  readonly many: string | null
  readonly genitive: string | null
}

/** One query parameter of a list: equality with a field, or one end of a range that includes it. */
export interface Filter {
  readonly parameter: string
  readonly field: Field
  readonly compare: 'equal' | 'from' | 'to'
}

export interface Index {
  readonly fields: readonly string[]
  readonly unique: boolean
}

/** A field of an object: it has a name, but neither indexes nor defaults. */
export interface ObjectField {
  readonly name: string
  readonly required: boolean
  readonly label: string | null
  readonly type: FieldType
}

export interface Field extends ObjectField {
  readonly unique: boolean
  /** Lists can be filtered by it: drawn so, unique, or a reference. */
  readonly indexed: boolean
  readonly default: Default | null
}

export type Default =
  | { readonly default: 'now' }
  | { readonly default: 'constant'; readonly value: string | number | boolean | readonly string[] }

/** A type with its constraints; bounds are decimal text, since they exceed what a number keeps. */
export type FieldType =
  | TextType<'string'>
  | TextType<'text'>
  | { readonly type: 'integer'; readonly min: string; readonly max: string }
  | {
      readonly type: 'decimal'
      readonly precision: number
      readonly scale: number
      readonly min: string | null
      readonly max: string | null
    }
  | { readonly type: 'boolean' | 'date' | 'datetime' | 'uuid' | 'email' | 'json' }
  | { readonly type: 'secret'; readonly minLength: number }
  | (Classed & { readonly type: 'enum'; readonly values: readonly EnumValue[] })
  | {
      readonly type: 'list'
      readonly of: FieldType
      readonly minItems: number
      readonly maxItems: number | null
    }
  | (Classed & { readonly type: 'object'; readonly fields: readonly ObjectField[] })
  | ReferenceType

/** A type with a class of its own. */
interface Classed {
  readonly className: string
  /** The module that has it: below a service's package for what its domain knows, else from `shared` on. */
  readonly home: string
}

export interface ReferenceType {
  readonly type: 'reference'
  /** The entity referred to: name, class and plural; itself it is looked up by name. */
  readonly entity: Pick<Entity, 'name' | 'plural' | 'className'>
  readonly onDelete: DeletionRule
  /** The table referred to comes later, so the foreign key is added after the tables. */
  readonly deferred: boolean
}

interface TextType<Name> {
  readonly type: Name
  readonly minLength: number
  readonly maxLength: number
  readonly pattern: string | null
}

export interface EnumValue {
  readonly name: string
  /** The same as a member of a Python enum: `in-progress` → `IN_PROGRESS`. */
  readonly member: string
  readonly label: string | null
}
