/** What can be named before a step: what started the list, the results so far, and what is known not to be missing. */
import type { Service } from '../model/service'
import type { Value } from '../model/value'
import type { DesignReader } from './reader'
import type { Path, StepContext } from './step-lists'
import { objectType, type TypedField, type ValueType, variantOf } from './value-type'

/** Words in steps that no result may be called. */
export const RESERVED_RESULTS: ReadonlySet<string> = new Set([
  'input',
  'message',
  'item',
  'sender',
  'caller',
  'now',
  'today',
  'new_id',
])

/** Where values come from besides results. */
export type Source = 'input' | 'message' | 'item' | 'sender' | 'caller'

/** A result of an earlier step. */
export interface NamedResult {
  readonly type: ValueType
  /** The step that made it, from the service on. */
  readonly path: Path
  /** Whether it is a stored row that was read, so that it can be updated and deleted. */
  readonly loaded: boolean
}

export interface Scope {
  readonly reader: DesignReader
  readonly service: Service
  readonly context: StepContext
  /** Inside a `for_each`. */
  readonly inLoop: boolean
  readonly sources: Readonly<Partial<Record<Source, ValueType>>>
  readonly results: ReadonlyMap<string, NamedResult>
  /** Keys of the values that `is set` has been required of. */
  readonly known: ReadonlySet<string>
}

/** Telegram's user, as far as it tells of itself. */
export const SENDER_FIELDS: readonly TypedField[] = [
  { name: 'id', type: 'integer' },
  { name: 'username', type: 'string', optional: true },
  { name: 'first_name', type: 'string' },
  { name: 'last_name', type: 'string', optional: true },
  { name: 'language_code', type: 'string', optional: true },
]

/** The holder of a token. */
export const CALLER_FIELDS: readonly TypedField[] = [
  { name: 'id', type: 'string' },
  { name: 'email', type: 'email', optional: true },
  { name: 'name', type: 'string', optional: true },
]

/** What every message carries besides its own fields. */
export const ENVELOPE_FIELDS: readonly TypedField[] = [
  { name: 'event_id', type: 'uuid' },
  { name: 'occurred_at', type: 'datetime' },
]

/** The scope before the first step of a list. */
export function firstScope(reader: DesignReader, service: Service, context: StepContext): Scope {
  return {
    reader,
    service,
    context,
    inLoop: false,
    sources: sourcesOf(reader, service, context),
    results: new Map(),
    known: new Set(),
  }
}

function sourcesOf(reader: DesignReader, service: Service, context: StepContext): Scope['sources'] {
  switch (context.in) {
    case 'use_case':
      return {
        input: objectType(context.of.input.map(arrives)),
        ...(service.kind === 'business_api' &&
          service.access?.type === 'bearer' && { caller: objectType(CALLER_FIELDS) }),
      }
    case 'handler': {
      const message = reader.message(context.of.message)
      const fields = [...(message?.fields ?? []), ...ENVELOPE_FIELDS]
      return { message: message ? objectType(fields) : { is: 'unknown' } }
    }
    case 'schedule':
      return {}
    case 'command':
      return { sender: objectType(SENDER_FIELDS) }
  }
}

/** What has a default may be left out by who sends it, and is there all the same. */
function arrives(field: TypedField & { readonly default?: unknown }): TypedField {
  return field.default === undefined || !field.optional ? field : variantOf(field, { optional: false })
}

/** A text that two values share only when they are read from the same place; undefined for what is not read. */
export function keyOf(value: Value, length?: number): string | undefined {
  if (!('path' in value)) return undefined
  const path = value.path.slice(0, length)
  return JSON.stringify([value.value, value.value === 'result' ? value.name : '', ...path])
}

/** The same scope in which these values are known not to be missing. */
export function withKnown(scope: Scope, values: readonly Value[]): Scope {
  if (values.length === 0) return scope
  const known = new Set(scope.known)
  for (const value of values) {
    if (!('path' in value)) continue
    for (let length = 0; length <= value.path.length; length += 1) known.add(keyOf(value, length) ?? '')
  }
  return { ...scope, known }
}
