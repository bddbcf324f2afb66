import type { Access } from './model/basics'
import type { Service } from './model/service'
import type { Step } from './model/step'

type Path = readonly (string | number)[]

/** A step of a service, the path to it inside the service, and the entity it works on, if any. */
export interface PlacedStep {
  readonly step: Step
  readonly path: Path
  readonly entity?: string | undefined
}

interface StepList {
  readonly steps: readonly Step[]
  readonly path: Path
}

/** Every list of steps of a service: of use cases, handlers, schedules and commands. */
function* stepLists(service: Service): Generator<StepList> {
  const of = (key: string, list: readonly { readonly steps?: readonly Step[] | undefined }[] = []) =>
    list.map(({ steps = [] }, index) => ({ steps, path: [key, index, 'steps'] }))
  if (service.kind === 'business_api') yield* of('useCases', service.useCases)
  if (service.kind === 'worker') {
    yield* of('handlers', service.handlers)
    yield* of('schedules', service.schedules)
  }
  if (service.kind === 'bot') {
    yield* of('handlers', service.handlers)
    yield* of('commands', service.commands)
  }
}

/** Every step of a service, in order, inner ones after the one around them. */
export function* stepsOf(service: Service): Generator<PlacedStep> {
  for (const { steps, path } of stepLists(service)) yield* walk(steps, path, new Map())
}

/** `results` says which entity a named result is one of; an item of `for each` counts as `item`. */
function* walk(steps: readonly Step[], path: Path, results: Map<string, string>): Generator<PlacedStep> {
  for (const [index, step] of steps.entries()) {
    const entity = entityOf(step, results)
    const here = [...path, index]
    yield { step, path: here, entity }
    // Where two results share a name, what names it means the first.
    if (entity !== undefined && 'as' in step && step.as && !results.has(step.as)) results.set(step.as, entity)
    if (step.step !== 'for_each') continue
    const inner = new Map(results)
    if (entity !== undefined) inner.set('item', entity)
    yield* walk(step.steps, [...here, 'steps'], inner)
  }
}

function entityOf(step: Step, results: ReadonlyMap<string, string>): string | undefined {
  if ('entity' in step) return step.entity
  if (step.step === 'update' || step.step === 'delete') return results.get(step.target)
  return step.step === 'for_each' ? results.get(step.of) : undefined
}

/** The access to its entity's data API that a step needs; undefined where it needs none. */
export function accessOf(step: Step): Access | undefined {
  switch (step.step) {
    case 'load':
    case 'find':
      return 'read'
    case 'create':
    case 'update':
    case 'delete':
    case 'upsert':
      return 'write'
    default:
      return undefined
  }
}
