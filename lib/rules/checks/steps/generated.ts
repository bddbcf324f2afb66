import { isGeneratedStep, isHandedOn } from '@/lib/catalog/steps'
import type { Lookup } from '@/lib/topology/lookup'
import type { Service } from '@/lib/topology/model/service'
import type { NamedValue } from '@/lib/topology/model/value'
import { analysisOf, type ListAnalysis, type StepPoint } from '@/lib/topology/steps/analysis'
import type { StepList } from '@/lib/topology/steps/step-lists'
import { typeOfValue } from '@/lib/topology/steps/typed-value'

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
  // The present as a default of what is asked.
  if (context.in === 'use_case' && context.of.input.some((field) => field.default === 'now')) return false
  return points.every(
    (point) =>
      isGeneratedStep(point.step.step) &&
      isReached(look, point) &&
      // What is consumed is not handed on yet.
      (point.step.step !== 'publish' || context.in === 'use_case') &&
      isSure(point) &&
      handed(point).every(isWhole(point)),
  )
}

/** Systems outside are called; not yet one API by another. */
function isReached(look: Lookup, { step }: StepPoint): boolean {
  return step.step !== 'call' || look.node(step.target)?.type !== 'service'
}

/** An answer is always there, and the same. */
function isSure({ step, inside }: StepPoint): boolean {
  if (step.step !== 'answer') return true
  if (step.when) return false
  if (!step.content || step.content.body === 'object') return true
  return !inside.results.get(step.content.result)?.type.optional
}

/** Values that the step hands on as they are. */
function handed({ step }: StepPoint): readonly NamedValue[] {
  if ('values' in step) return step.values
  if (step.step === 'decide') return step.inputs
  return step.step === 'answer' && step.content?.body === 'object' ? step.content.fields : []
}

const isWhole =
  ({ step, inside }: StepPoint) =>
  ({ value }: NamedValue): boolean => {
    if (value.value === 'constant') return step.step !== 'answer' || value.constant !== null
    const type = typeOfValue(inside, value)
    return type.is === 'unknown' || (type.is === 'plain' && isHandedOn(type.type))
  }
