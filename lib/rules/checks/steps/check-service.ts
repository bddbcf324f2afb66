import type { Lookup } from '@/lib/topology/lookup'
import type { Service } from '@/lib/topology/model/service'
import type { Step } from '@/lib/topology/model/step'
import {
  analysisOf,
  type ListAnalysis,
  type ServiceAnalysis,
  type StepPoint,
} from '@/lib/topology/steps/analysis'
import type { DesignReader } from '@/lib/topology/steps/reader'
import type { Finding } from '../../rule'
import { text } from '../../words'
import { type Checked, listWords, type StepFault, type StepOf } from './checked'
import { conditionFaults } from './conditions'
import { checkFind, checkLoad } from './entity-steps'
import { checkDecide, checkRequire } from './judging-steps'
import { checkMeanings } from './meanings'
import { checkForEach, checkPlace, checkResultName } from './placed-steps'
import { checkAnswer, checkCall, checkEmail, checkNotify, checkPublish } from './reaching-steps'
import { checkCreate, checkDelete, checkUpdate, checkUpsert } from './write-steps'

type Checks = { readonly [Name in Step['step']]: (checked: Checked<StepOf<Name>>) => Iterable<StepFault> }

/** One check for each type of step. */
const CHECKS: Checks = {
  load: checkLoad,
  find: checkFind,
  for_each: checkForEach,
  require: checkRequire,
  decide: checkDecide,
  create: checkCreate,
  update: checkUpdate,
  delete: checkDelete,
  upsert: checkUpsert,
  publish: checkPublish,
  call: checkCall,
  email: checkEmail,
  notify: checkNotify,
  answer: checkAnswer,
}

// The analysis of a service stays the same as long as nothing changed that was read for it, so its findings do, too.
const known = new WeakMap<ServiceAnalysis, readonly Finding[]>()

/** Every finding about the steps of a service. */
export function findingsOfSteps(look: Lookup, service: Service): readonly Finding[] {
  const analysis = analysisOf(look, service)
  const findings = known.get(analysis) ?? [...check(analysis)]
  known.set(analysis, findings)
  return findings
}

function* check({ lists, reader }: ServiceAnalysis): Generator<Finding> {
  for (const analysis of lists) {
    const earlier = new Set<string>()
    for (const point of analysis.points) {
      const checked = toChecked(analysis, point, reader)
      for (const found of checkStep(checked, earlier)) yield findingOf(checked, found)
      if ('as' in point.step && point.step.as) earlier.add(point.step.as)
    }
  }
  for (const { point, analysis, found } of checkMeanings(lists))
    yield findingOf(toChecked(analysis, point, reader), found)
}

function toChecked({ list }: ListAnalysis, point: StepPoint, reader: DesignReader): Checked {
  const at = (...path: readonly (string | number)[]) =>
    ({ part: 'node', id: list.service.id, path: [...point.path, ...path] }) as const
  return { step: point.step, point, list, scope: point.inside, reader, at }
}

function* checkStep(checked: Checked, earlier: ReadonlySet<string>): Generator<StepFault> {
  const { step, point } = checked
  yield* checkPlace(checked)
  if (step.when) yield* conditionFaults(checked, ['when'], step.when, point.scope)
  const own = CHECKS[step.step] as (checked: Checked) => Iterable<StepFault>
  yield* own(checked)
  yield* checkResultName(checked, earlier)
}

function findingOf(checked: Checked, { path, message, fix }: StepFault): Finding {
  const { point, list, reader, at } = checked
  const where = listWords(reader, list.context)
  return {
    message: text(
      `Step ${point.number} of ${where.en} ${message.en}.`,
      `Шаг ${point.number} в ${where.ru}: ${message.ru}.`,
    ),
    at: [at(...path)],
    ...(fix && { fix }),
  }
}
