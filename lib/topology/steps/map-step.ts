/** Walks through the values of a step, and changes them: all but the table of a decision, where `input` is its own. */
import type { Step } from '../model/step'
import type { Value } from '../model/value'
import type { Path } from './step-lists'

type Visit = (value: Value, path: Path) => Value

/** A step with its values changed, inner ones before those around them; the same step where nothing was. */
export function mapValues(step: Step, visit: Visit): Step {
  const walked = Object.entries(step).map(([key, part]: [string, unknown]): [string, unknown] => [
    key,
    key === 'rows' || key === 'steps' ? part : walk(part, [key], visit),
  ])
  return keep(step, walked) as Step
}

/** Any part of a step with the values in it changed. */
export function walk(part: unknown, path: Path, visit: Visit): unknown {
  if (Array.isArray(part)) {
    const items: readonly unknown[] = part.map((item, index) => walk(item, [...path, index], visit))
    return items.every((item, index) => item === part[index]) ? part : items
  }
  if (typeof part !== 'object' || part === null) return part
  const entries = Object.entries(part).map(([key, inner]: [string, unknown]): [string, unknown] => [
    key,
    walk(inner, [...path, key], visit),
  ])
  const walked = keep(part, entries)
  return isValue(walked) ? visit(walked, path) : walked
}

function keep(part: object, entries: readonly (readonly [string, unknown])[]): object {
  const isSame = entries.every(([key, value]) => (part as Readonly<Record<string, unknown>>)[key] === value)
  return isSame ? part : Object.fromEntries(entries)
}

/** Only a value says by a word what it is; whatever has a value has it as an object. */
function isValue(part: object): part is Value {
  return 'value' in part && typeof part.value === 'string'
}

/** Calls back for every value of a step with the path to it. */
export function eachValue(step: Step, found: (value: Value, path: Path) => void): void {
  mapValues(step, (value, path) => {
    found(value, path)
    return value
  })
}
