/**
 * Every step of a service with the scope before it. Worked out once for each immutable service, and again only when
 * something changed that its steps read.
 */
import type { Lookup } from '../lookup'
import type { BusinessApi, Service } from '../model/service'
import type { Step } from '../model/step'
import { scopeWhere } from './condition'
import { type Operation, operationsOf } from './operations'
import { DesignReader } from './reader'
import { firstScope, type NamedResult, type Scope } from './scope'
import { type Path, type StepList, stepListsOf, type UseCase } from './step-lists'
import { typeOfValue } from './typed-value'
import {
  objectType,
  optional,
  plainType,
  readableFields,
  required,
  UNKNOWN,
  type ValueType,
} from './value-type'

/** A step where it stands. */
export interface StepPoint {
  readonly step: Step
  /** From the service to the step. */
  readonly path: Path
  /** As a person counts: `3`, or `3.1` inside the loop that is step 3. */
  readonly number: string
  /** Before the step; its own `when` is judged here. */
  readonly scope: Scope
  /** The same, where the step's own `when` holds; its values are judged here. */
  readonly inside: Scope
  /** The list that it stands in: of the service, or of the loop around it. */
  readonly siblings: readonly Step[]
  readonly index: number
}

export interface ListAnalysis {
  readonly list: StepList
  readonly points: readonly StepPoint[]
  /** The scope after the last step of the list and of each of its loops, by the path of the list. */
  readonly ends: ReadonlyMap<string, Scope>
}

export interface ServiceAnalysis {
  readonly service: Service
  readonly lists: readonly ListAnalysis[]
  readonly reader: DesignReader
}

/** Types are followed over this many calls from API to API; beyond, a value may be anything. */
const DEPTH = 3

const known = Array.from({ length: DEPTH + 1 }, () => new WeakMap<Service, ServiceAnalysis>())

/** The lists of a service with the scope before each step. */
export function analysisOf(look: Lookup, service: Service, depth = DEPTH): ServiceAnalysis {
  const cache = known[depth]
  const ready = cache?.get(service)
  if (ready?.reader.holdsIn(look)) return ready
  const reader = new DesignReader(look, (at, api, useCase) => outputOf(at, api, useCase, depth - 1))
  const lists = stepListsOf(service).map((list) => analyse(reader, list))
  const made = { service, lists, reader }
  cache?.set(service, made)
  return made
}

/** The operations of a node that steps can call, with their inputs and what comes back. */
export function callable(look: Lookup, target: string): readonly Operation[] {
  return operationsOf(look, target, (at, api, useCase) => outputOf(at, api, useCase, DEPTH - 1))
}

/**
 * The scope of the values of the step at a place (`['useCases', 0, 'steps', 2]`), which may be one behind the last;
 * undefined where there is no such list.
 */
export function scopeAt(look: Lookup, serviceId: string, path: Path): Scope | undefined {
  return pointAt(look, serviceId, path)?.inside ?? scopeBefore(look, serviceId, path)
}

/** The scope of a new step that is put in at a place, before the one that stands there. */
export function scopeBefore(look: Lookup, serviceId: string, path: Path): Scope | undefined {
  const end = listAt(look, serviceId, path)?.ends.get(path.slice(0, -1).join('/'))
  return pointAt(look, serviceId, path)?.scope ?? end
}

function pointAt(look: Lookup, serviceId: string, path: Path): StepPoint | undefined {
  const key = path.join('/')
  return listAt(look, serviceId, path)?.points.find((point) => point.path.join('/') === key)
}

function listAt(look: Lookup, serviceId: string, path: Path): ListAnalysis | undefined {
  const service = look.service(serviceId)
  if (!service) return undefined
  const { lists } = analysisOf(look, service)
  return lists.find(({ list }) => list.path.every((key, index) => key === path[index]))
}

function analyse(reader: DesignReader, list: StepList): ListAnalysis {
  const found: Found = { points: [], ends: new Map() }
  walk(list.steps, list.path, '', firstScope(reader, list.service, list.context), found)
  return { list, ...found }
}

interface Found {
  readonly points: StepPoint[]
  readonly ends: Map<string, Scope>
}

function walk(steps: readonly Step[], path: Path, prefix: string, start: Scope, found: Found): void {
  let scope = start
  for (const [index, step] of steps.entries()) {
    const here = [...path, index]
    const number = `${prefix}${index + 1}`
    const inside = scopeWhere(scope, step.when)
    found.points.push({ step, path: here, number, scope, inside, siblings: steps, index })
    if (step.step === 'for_each') {
      const loop = { ...inside, inLoop: true, sources: { ...inside.sources, item: itemOf(inside, step.of) } }
      walk(step.steps, [...here, 'steps'], `${number}.`, loop, found)
    }
    scope = after(scope, inside, step, here)
  }
  found.ends.set(path.join('/'), scope)
}

/** One of a found list. */
export function itemOf(scope: Scope, of: string): ValueType {
  const type = scope.results.get(of)?.type
  return type?.is === 'entities' ? { is: 'entity', entity: type.entity } : UNKNOWN
}

function after(scope: Scope, inside: Scope, step: Step, path: Path): Scope {
  if (step.step === 'require') return step.when ? scope : scopeWhere(scope, step.condition)
  if (!('as' in step) || !step.as || scope.results.has(step.as)) return scope
  const result = resultOf(inside, step)
  if (!result) return scope
  const type = step.when ? optional(result) : result
  const named: NamedResult = { type, path, loaded: step.step === 'load' }
  return { ...scope, results: new Map(scope.results).set(step.as, named) }
}

/** What a step gives the name after `as` to; undefined for nothing. */
function resultOf({ reader }: Scope, step: Step): ValueType | undefined {
  switch (step.step) {
    case 'load':
    case 'create':
    case 'upsert':
      return reader.entity(step.entity) ? { is: 'entity', entity: step.entity } : UNKNOWN
    case 'find':
      return reader.entity(step.entity) ? { is: 'entities', entity: step.entity } : UNKNOWN
    case 'decide':
      return plainType(step.result)
    case 'call': {
      const operation = reader.operation(step.target, step.operation)
      const output = operation ? operation.output : UNKNOWN
      return output && step.otherwise === 'continue' ? optional(output) : output
    }
    default:
      return undefined
  }
}

/** What a use case answers with, as its callers see it. */
function outputOf(look: Lookup, api: BusinessApi, useCase: UseCase, depth: number): ValueType | undefined {
  const answer = useCase.steps.find((step) => step.step === 'answer')
  if (!answer?.content) return undefined
  if (depth < 0) return UNKNOWN
  const { lists } = analysisOf(look, api, depth)
  const point = lists
    .find(({ list }) => list.context.of === useCase)
    ?.points.find(({ step }) => step === answer)
  return point ? answered(point) : UNKNOWN
}

// One answer has one type, so that those who call it need not be worked out again.
const answers = new WeakMap<StepPoint, ValueType>()

function answered(point: StepPoint): ValueType {
  const type = answers.get(point) ?? typeOfAnswer(point)
  answers.set(point, type)
  return type
}

function typeOfAnswer({ step, inside }: StepPoint): ValueType {
  if (step.step !== 'answer' || !step.content) return UNKNOWN
  const { content, when } = step
  const doubted = (type: ValueType) => (when ? optional(type) : type)
  if (content.body !== 'object')
    return doubted(visible(inside, inside.results.get(content.result)?.type ?? UNKNOWN))
  const fields = content.fields.map(({ name, value }) => ({
    name,
    type: visible(inside, typeOfValue(inside, value)),
  }))
  if (fields.some(({ type }) => type.is !== 'plain')) return UNKNOWN
  return doubted(
    objectType(
      fields.flatMap(({ name, type }) =>
        type.is === 'plain' ? [{ ...type.type, name, ...(type.optional && { optional: true }) }] : [],
      ),
    ),
  )
}

/** As JSON shows it: an entity is an object, a found list a list of them. */
function visible({ reader }: Scope, type: ValueType): ValueType {
  if (type.is !== 'entity' && type.is !== 'entities') return type
  const entity = reader.entity(type.entity)
  if (!entity) return UNKNOWN
  const one = { type: 'object', fields: readableFields(entity) } as const
  return plainType(type.is === 'entity' ? one : { type: 'list', of: one }, required(type) !== type)
}
