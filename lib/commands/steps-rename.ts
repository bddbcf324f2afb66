import type { Step } from '@/lib/topology/model/step'

type Json = unknown

/** The steps with a result called otherwise, wherever they name it: in values, as a target, a list, an answer. */
export function renameResult(steps: readonly Step[], from: string, to: string): readonly Step[] {
  return steps.map((step) => renameIn(step, from, to) as Step)
}

function renameIn(value: Json, from: string, to: string): Json {
  if (Array.isArray(value)) return value.map((item) => renameIn(item, from, to))
  if (typeof value !== 'object' || value === null) return value
  const key = keyOfName(value as Readonly<Record<string, Json>>)
  return Object.fromEntries(
    Object.entries(value).map(([name, part]: [string, Json]): [string, Json] => [
      name,
      name === key && part === from ? to : renameIn(part, from, to),
    ]),
  )
}

/** The key under which an object of the format names a result; undefined where it names none. */
function keyOfName(object: Readonly<Record<string, Json>>): string | undefined {
  if (object.value === 'result') return 'name'
  if (object.value === 'count' || object.value === 'sum' || object.step === 'for_each') return 'of'
  if (object.step === 'update' || object.step === 'delete') return 'target'
  return object.body === 'entity' || object.body === 'list' ? 'result' : undefined
}
