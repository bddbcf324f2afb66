import type { Condition, Value } from '@/lib/topology/model/value'
import type { Typed } from './typed'

/** What can be named at a place in a list of steps, and what is known there. */
export interface Scope {
  /** Values by what the design calls them: `input`, `message`, `item`, `result user`. */
  readonly values: ReadonlyMap<string, Named>
  /** Paths that are known to be set. */
  readonly known: ReadonlySet<string>
}

/** A value with the expression that gives it. */
export interface Named {
  readonly code: string
  readonly type: Typed
}

export function withValue(scope: Scope, key: string, named: Named): Scope {
  return { ...scope, values: new Map(scope.values).set(key, named) }
}

/** The scope where a condition holds: what it asks to be set is there. */
export function scopeWhere(scope: Scope, condition: Condition | undefined): Scope {
  if (!condition) return scope
  const known = new Set(scope.known)
  for (const path of setIn(condition)) known.add(path)
  return { ...scope, known }
}

function setIn(condition: Condition): readonly string[] {
  if (condition.test === 'and') return condition.conditions.flatMap(setIn)
  if (condition.test !== 'is_set' || !('path' in condition.value)) return []
  const { value } = condition
  // Where a part is there, so is the whole.
  return Array.from({ length: value.path.length + 1 }, (_, length) => pathKey(value, length))
}

type Read = Extract<Value, { readonly path: readonly string[] }>

/** A text that is the same for two values exactly when they are read from one place. */
export function pathKey(value: Read, length = value.path.length): string {
  return JSON.stringify([sourceKey(value), ...value.path.slice(0, length)])
}

/** What a value is read from, as the scope knows it. */
export function sourceKey(value: Read): string {
  return value.value === 'result' ? `result ${value.name}` : value.value
}
