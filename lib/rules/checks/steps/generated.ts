import { isGeneratedStep, isHandedOn } from '@/lib/catalog/steps'
import type { Lookup } from '@/lib/topology/lookup'
import type { Service } from '@/lib/topology/model/service'
import type { NamedValue } from '@/lib/topology/model/value'
import { analysisOf, type ListAnalysis, type StepPoint } from '@/lib/topology/steps/analysis'
import { answeredBy, hasDoubles } from '@/lib/topology/steps/operations'
import type { StepList } from '@/lib/topology/steps/step-lists'
import { typeOfValue } from '@/lib/topology/steps/typed-value'
import type { TypedField } from '@/lib/topology/steps/value-type'

const known = new WeakMap<readonly ListAnalysis[], readonly StepList[]>()

/** The lists of steps of a service that the download has no code for yet. */
export function ungeneratedLists(look: Lookup, service: Service): readonly StepList[] {
  const { lists } = analysisOf(look, service)
  const found = known.get(lists) ?? lists.flatMap((one) => (isGenerated(look, one) ? [] : [one.list]))
  known.set(lists, found)
  return found
}

function isGenerated(look: Lookup, { list: { context }, points }: ListAnalysis): boolean {
  if (context.in === 'command') return false
  return points.every(
    (point) =>
      isGeneratedStep(point.step.step) && isReached(look, point) && isSure(point) && isHanding(point),
  )
}

/** What a Business API is asked with has names of its own, and what it answers is known. */
function isReached(look: Lookup, { step, inside }: StepPoint): boolean {
  if (step.step !== 'call' || look.node(step.target)?.type !== 'service') return true
  const operation = inside.reader.operation(step.target, step.operation)
  if (!operation) return true
  return !hasDoubles(operation) && answeredBy(operation) !== undefined
}

/** What is answered is there; who answers under a condition says what then. */
function isSure({ step, inside }: StepPoint): boolean {
  if (step.step !== 'answer') return true
  if (step.when && !step.content) return false
  if (!step.content || step.content.body === 'object') return true
  return !typeOfValue(inside, { value: 'result', name: step.content.result, path: [] }).optional
}

/** Whether all values go where the step hands them on to. */
function isHanding(point: StepPoint): boolean {
  const { step, inside } = point
  const taking = takers(point)
  return handed(point).every(({ name, value }) => {
    if (value.value === 'constant') return step.step !== 'answer' || value.constant !== null
    const type = typeOfValue(inside, value)
    if (type.is === 'unknown') return true
    return (
      type.is === 'plain' &&
      isHandedOn(
        type.type,
        taking?.find((field) => field.name === name),
      )
    )
  })
}

/** Values that the step hands on. */
function handed({ step }: StepPoint): readonly NamedValue[] {
  if ('values' in step) return step.values
  if (step.step === 'decide') return step.inputs
  return step.step === 'answer' && step.content?.body === 'object' ? step.content.fields : []
}

/** What values are handed on to; undefined where they stay what they are. */
function takers({ step, inside }: StepPoint): readonly TypedField[] | undefined {
  const { reader } = inside
  switch (step.step) {
    case 'create':
    case 'upsert':
      return reader.entity(step.entity)?.fields
    case 'update': {
      const type = step.target === 'item' ? inside.sources.item : inside.results.get(step.target)?.type
      return type?.is === 'entity' ? reader.entity(type.entity)?.fields : undefined
    }
    case 'publish':
      return reader.message(step.message)?.fields
    case 'call':
      return reader.operation(step.target, step.operation)?.inputs
    default:
      return undefined
  }
}
