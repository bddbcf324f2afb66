/** A new step as a menu adds it: about the first thing that it can be about, filled from the scope. */
import type { Lookup } from '../lookup'
import type { Step } from '../model/step'
import { scopeBefore } from './analysis'
import { type Maker, namesGiven } from './fresh/around'
import { makeDecide, makeRequire } from './fresh/judging-steps'
import { makeFind, makeForEach, makeLoad } from './fresh/reading-steps'
import { makeAnswer, makeCall, makeEmail, makeNotify } from './fresh/telling-steps'
import { makeCreate, makeDelete, makePublish, makeUpdate, makeUpsert } from './fresh/writing-steps'
import { phaseOf, type StepType } from './phases'
import type { Path } from './step-lists'

/** Where a step shall stand: a service, and the path to the step in it. */
export interface StepPlace {
  readonly service: string
  /** Ends with the index in its list; one behind the last stands for the end. */
  readonly path: Path
}

/**
 * A new step of a type at a place, as complete as the scope allows; undefined where it cannot be about anything: no
 * entity is there to load, no list to go through, no mail server to send by.
 */
export function freshStep(look: Lookup, place: StepPlace, type: StepType): Step | undefined {
  const scope = scopeBefore(look, place.service, place.path)
  if (!scope) return undefined
  const taken = namesGiven(scope.service, place.path)
  return MAKERS[type]({ look, scope: { ...scope, ...taken } })
}

/** The index at which a new step of this type keeps the order of a list: behind the last of its phase. */
export function indexForNew(steps: readonly Step[], type: StepType): number {
  const phase = phaseOf({ step: type, steps: [] } as unknown as Step)
  const after = steps.findIndex((step) => phaseOf(step) > phase)
  return after < 0 ? steps.length : after
}

const MAKERS: Readonly<Record<StepType, Maker>> = {
  load: makeLoad,
  find: makeFind,
  for_each: makeForEach,
  require: makeRequire,
  decide: makeDecide,
  create: makeCreate,
  update: makeUpdate,
  delete: makeDelete,
  upsert: makeUpsert,
  publish: makePublish,
  call: makeCall,
  email: makeEmail,
  notify: makeNotify,
  answer: makeAnswer,
}
