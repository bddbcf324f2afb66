/** Which steps may stand where, and in which order. */

import type { Service } from '../model/service'
import type { Step } from '../model/step'
import type { StepContext } from './step-lists'

export type StepType = Step['step']

/** Every step there is, in the order in which a person reads a list of them. */
export const STEP_TYPES: readonly StepType[] = [
  'load',
  'find',
  'for_each',
  'require',
  'decide',
  'call',
  'create',
  'update',
  'delete',
  'upsert',
  'publish',
  'email',
  'notify',
  'answer',
]

/** Reads and judges, then writes and publishes, then tells people, then answers. */
export type Phase = 0 | 1 | 2 | 3

const PHASES: Readonly<Record<StepType, Phase>> = {
  load: 0,
  find: 0,
  for_each: 0,
  require: 0,
  decide: 0,
  call: 0,
  create: 1,
  update: 1,
  delete: 1,
  upsert: 1,
  publish: 1,
  email: 2,
  notify: 2,
  answer: 3,
}

/** The phase of a step; a loop that writes counts as a write, one that only tells as telling. */
export function phaseOf(step: Step): Phase {
  if (step.step !== 'for_each') return PHASES[step.step]
  const phases = step.steps.map(phaseOf)
  if (phases.includes(1)) return 1
  return phases.includes(2) ? 2 : 0
}

/** Whether a step changes or publishes something, itself or in its loop. */
export function isWrite(step: Step): boolean {
  return phaseOf(step) === 1
}

/** The steps that a list may have, in the order of `STEP_TYPES`; `inLoop` asks for those inside a `for_each`. */
export function stepsAllowedIn(
  context: StepContext['in'],
  kind: Service['kind'],
  inLoop = false,
): readonly StepType[] {
  return STEP_TYPES.filter(
    (step) => isAllowed(step, context, kind) && !(inLoop && isBarredInLoop(step, context)),
  )
}

function isAllowed(step: StepType, context: StepContext['in'], kind: Service['kind']): boolean {
  if (step === 'email') return kind === 'worker'
  if (step === 'notify') return kind === 'bot'
  if (step === 'answer') return context === 'use_case' || context === 'command'
  return true
}

/** One level of loops, writes only where each item is a unit of its own. */
function isBarredInLoop(step: StepType, context: StepContext['in']): boolean {
  if (step === 'for_each' || step === 'answer') return true
  return PHASES[step] === 1 && context !== 'handler' && context !== 'schedule'
}
