import type { Locale } from '@/lib/topology/model/basics'
import type { Step } from '@/lib/topology/model/step'
import { errorClass } from '@/lib/topology/steps/error-class'
import { DEFAULT_STATUS } from '@/lib/topology/steps/say-step'
import { withInner } from '../steps/with-inner'
import { textIn } from '../wording'

const REFUSALS = { 403: 'FORBIDDEN', 409: 'CONFLICT', 422: 'INVALID' } as const

/** The requirements of lists of steps as errors of the domain, each once. */
export function refusalsOf(lists: readonly StepList[], locale: Locale) {
  const refusals = new Map<string, ReturnType<typeof refusal>>()
  for (const { steps } of lists)
    for (const step of withInner(steps))
      if (step.step === 'require' && step.otherwise !== 'stop')
        refusals.set(errorClass(step.error) ?? '', refusal(step, locale))
  return [...refusals.values()].sort((a, b) => (a.className < b.className ? -1 : 1))
}

function refusal({ error, status, text }: Extract<Step, { step: 'require' }>, locale: Locale) {
  const className = errorClass(error) ?? ''
  return {
    className,
    slug: slugOf(error),
    kind: REFUSALS[status ?? DEFAULT_STATUS],
    text: textIn(locale, text) ?? '',
  }
}

/** What stands in the type of the problem that a requirement answers with. */
export function slugOf(error: string): string {
  const className = errorClass(error) ?? ''
  const words = className.replace(/Error$/, '').replace(/(?!^)(?=[A-Z])/g, '-')
  return words.toLowerCase()
}

/** Whatever has steps. */
interface StepList {
  readonly steps: readonly Step[]
}
