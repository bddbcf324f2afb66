import { changeAt, type Place } from './at'
import type { Edit } from './edits'
import type { Step } from './model/step'
import { renameFieldAt } from './rename-field'
import { renameEntity, renameOperation } from './rename-operation'
import { renameProject } from './rename-project'
import { renameResult } from './rename-result'
import { renameValue } from './rename-value'
import { walk } from './steps/map-step'
import { valueAt } from './value-at'

type Path = readonly (string | number)[]

const FIELD_LISTS: ReadonlySet<unknown> = new Set(['fields', 'input', 'output'])

/**
 * The edit that gives the name at a place another value together with everything in the design that names it;
 * undefined where nothing else names what stands there.
 */
export function renameAt(place: Place, name: string): Edit | undefined {
  const path = place.path ?? []
  const { id } = place
  if (place.part === 'project') return path.join() === 'name' ? renameProject(name) : undefined
  if (id === undefined) return undefined
  const steps = path.indexOf('steps')
  if (isEnumValue(path.slice(Math.max(0, steps)))) return renameValue({ ...place, path }, name)
  if (steps >= 0) return renameInList({ ...place, id, path }, name)
  if (path.at(-1) === 'name' && FIELD_LISTS.has(path.at(-3))) {
    return renameFieldAt({ ...place, path: path.slice(0, -1) }, name)
  }
  const [list, index, key] = path
  if (place.part === 'entity' && path.length === 1 && (list === 'name' || list === 'plural')) {
    return renameEntity(id, list, name)
  }
  const isOperation = list === 'useCases' || list === 'operations'
  if (place.part !== 'node' || !isOperation || key !== 'name' || path.length !== 3) return undefined
  return renameOperation(id, list, Number(index), name)
}

/** In a step only the result of a decision has values of its own; those of other steps are given to fields. */
function isEnumValue(path: Path): boolean {
  if (path.at(-1) !== 'name' || path.at(-3) !== 'values') return false
  return path[0] !== 'steps' || path.includes('result')
}

/** Names that steps give: of results, of a decision's inputs, of places in a text. */
function renameInList(
  place: Place & { readonly id: string; readonly path: Path },
  name: string,
): Edit | undefined {
  const { id, path } = place
  const list = path.slice(0, path.indexOf('steps') + 1)
  if (path.at(-1) === 'as') {
    return (topology) => {
      const was = valueAt(topology, place)
      return typeof was === 'string' &&
        was !== '' &&
        !isTaken(valueAt(topology, { ...place, path: list }), was)
        ? renameResult(id, list, was, name)(topology)
        : changeAt(place, () => name)(topology)
    }
  }
  if (path.at(-1) !== 'name') return undefined
  if (path.at(-3) === 'inputs') return renameDecisionInput(place, name)
  return path.at(-3) === 'places' ? renamePlace(place, name) : undefined
}

/** Whether more than one step gives this name to its result: then what names it stays with the first. */
function isTaken(steps: unknown, was: string): boolean {
  return resultsIn(steps as readonly Step[]).filter((one) => one === was).length > 1
}

function resultsIn(steps: readonly Step[]): readonly string[] {
  return steps.flatMap((step) => {
    if (step.step === 'for_each') return resultsIn(step.steps)
    return 'as' in step && step.as !== undefined ? [step.as] : []
  })
}

type Decide = Extract<Step, { step: 'decide' }>

function renameDecisionInput(place: Place & { readonly path: Path }, name: string): Edit {
  return (topology) => {
    const was = valueAt(topology, place)
    const index = place.path.at(-2)
    return changeAt({ ...place, path: place.path.slice(0, -3) }, (value) => {
      const step = value as Decide
      const inputs = step.inputs.map((one, at) => (at === index ? { ...one, name } : one))
      const rows = walk(step.rows, [], (one) =>
        one.value === 'input' && one.path[0] === was ? { ...one, path: [name, ...one.path.slice(1)] } : one,
      )
      return { ...step, inputs, rows }
    })(topology)
  }
}

function renamePlace(place: Place & { readonly path: Path }, name: string): Edit {
  return (topology) => {
    const was = String(valueAt(topology, place))
    const text = { ...place, path: [...place.path.slice(0, -3), 'text'] }
    const words = changeAt(text, (value) =>
      Object.fromEntries(
        Object.entries(value as Readonly<Record<string, string>>).map(([language, one]) => [
          language,
          one.replaceAll(`{${was}}`, () => `{${name}}`),
        ]),
      ),
    )
    return changeAt(place, () => name)(words(topology))
  }
}
