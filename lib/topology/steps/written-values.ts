import type { Constant, Value } from '@/lib/topology/model/value'

/** Values of steps, written short: for designs that are written by hand. What the caller gives. */
export function input(...path: readonly string[]): Value {
  return { value: 'input', path }
}

/** What an earlier step has given this name. */
export function result(name: string, ...path: readonly string[]): Value {
  return { value: 'result', name, path }
}

export function constant(value: Constant): Value {
  return { value: 'constant', constant: value }
}
