import type { Step } from '@/lib/topology/model/step'

/** A list of steps with those inside of loops, each behind its loop. */
export function withInner(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) => (step.step === 'for_each' ? [step, ...withInner(step.steps)] : [step]))
}
