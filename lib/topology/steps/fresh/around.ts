/** What the makers of new steps know and share. */
import { freshName } from '../../fresh'
import { cut, MAX_IDENTIFIER } from '../../identifiers'
import type { Lookup } from '../../lookup'
import type { Service } from '../../model/service'
import type { Step } from '../../model/step'
import type { Value } from '../../model/value'
import { RESERVED_RESULTS, type Scope } from '../scope'
import { type Path, stepListAt, stepListsOf } from '../step-lists'

/** Names that a new step leaves alone: of results in its list, of rules and errors in its service. */
interface Given {
  readonly resultNames: readonly string[]
  readonly ruleNames: readonly string[]
  readonly errorNames: readonly string[]
}

/** A scope, and the names that are taken around it. */
export type FreshScope = Scope & Given

/** The names that are taken around a place in a service. */
export function namesGiven(service: Service, path: Path): Given {
  const own = allSteps(stepListAt(service, path)?.steps ?? [])
  const all = stepListsOf(service).flatMap(({ steps }) => allSteps(steps))
  return {
    // Also those that cannot be seen from where the step shall stand.
    resultNames: own.flatMap((step) => ('as' in step && step.as ? [step.as] : [])),
    ruleNames: all.flatMap((step) => (step.step === 'decide' ? [step.rule] : [])),
    errorNames: all.flatMap((step) => (step.step === 'require' ? [step.error] : [])),
  }
}

function allSteps(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) => [step, ...(step.step === 'for_each' ? allSteps(step.steps) : [])])
}

export interface Around {
  readonly look: Lookup
  readonly scope: FreshScope
}

/** Makes a step of one type; undefined where there is nothing that it could be about. */
export type Maker = (around: Around) => Step | undefined

/** A text of a step. */
export function words(en: string, ru: string): Value {
  return { value: 'text', text: { en, ru }, places: [] }
}

/** With a number behind it a name still is no longer than a name may be. */
export const LONGEST = MAX_IDENTIFIER - 6

/** A name for a result that neither another has nor a word of steps is. */
export function freshResult(scope: FreshScope, stem: string): string {
  const taken = [...scope.results.keys(), ...scope.resultNames, ...RESERVED_RESULTS]
  return freshName(new Set(taken), cut(stem || 'result', LONGEST))
}

interface LastResult {
  readonly name: string
  readonly is: 'entity' | 'entities'
  readonly entity: string
  readonly created: boolean
}

/** The last result that is one entity, or a found list. */
export function lastOf(scope: Scope, is: LastResult['is']): LastResult | undefined {
  for (const [name, { type, loaded }] of [...scope.results].reverse()) {
    if (type.is === is && !type.optional)
      return { name, is, entity: type.entity, created: !loaded && is === 'entity' }
  }
  return undefined
}
