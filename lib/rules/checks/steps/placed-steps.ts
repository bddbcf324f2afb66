import { changeAt } from '@/lib/topology/at'
import type { Edit } from '@/lib/topology/edits'
import { freshName } from '@/lib/topology/fresh'
import { MAX_IDENTIFIER, slug } from '@/lib/topology/identifiers'
import type { Step } from '@/lib/topology/model/step'
import { renameResult } from '@/lib/topology/rename-result'
import { changedBefore, changesItem } from '@/lib/topology/steps/changes-item'
import { namesUsed } from '@/lib/topology/steps/names-used'
import { phaseOf, stepsAllowedIn } from '@/lib/topology/steps/phases'
import { RESERVED_RESULTS } from '@/lib/topology/steps/scope'
import type { Fix } from '../../rule'
import { plain } from '../../words'
import { bold, type Checked, fault, type StepFault, type StepOf, safe } from './checked'
import { isPythonName } from './judging-steps'

/** Whether a step of this type may stand where it stands. */
export function* checkPlace(checked: Checked): Generator<StepFault> {
  const { step, scope, list } = checked
  const { kind } = list.service
  const context = list.context.in
  if (!stepsAllowedIn(context, kind).includes(step.step)) yield notHere(checked)
  else if (scope.inLoop && !stepsAllowedIn(context, kind, true).includes(step.step)) yield notInLoop(checked)
  yield* checkOrder(checked)
}

function notHere(checked: Checked): StepFault {
  const fix = removal(checked)
  switch (checked.step.step) {
    case 'email':
      return fault(
        [],
        'sends mail, which only a worker does; publish a task for one',
        'отправляет почту, а это делает только воркер; опубликуйте ему задачу',
        fix,
      )
    case 'notify':
      return fault(
        [],
        'writes to a chat, which only a bot does; publish a task for one',
        'пишет в чат, а это делает только бот; опубликуйте ему задачу',
        fix,
      )
    default:
      return fault(
        [],
        'answers, but nobody waits for an answer here',
        'отвечает, но ответа здесь никто не ждёт',
        fix,
      )
  }
}

/** The last step of a loop stays, or the loop would do nothing. */
function removal(checked: Checked): Fix | undefined {
  const { number, siblings } = checked.point
  if (number.includes('.') && siblings.length === 1) return undefined
  return bold(
    'Remove the step',
    'Убрать шаг',
    changeAt(checked.at(), () => undefined),
  )
}

function notInLoop(checked: Checked): StepFault {
  const { step } = checked.step
  if (step === 'for_each')
    return fault(
      [],
      'is a loop inside a loop; one level is all there is',
      'цикл внутри цикла; уровень всего один',
    )
  if (step === 'answer')
    return fault(
      [],
      'answers inside a loop; answer after it',
      'отвечает внутри цикла; отвечайте после него',
      removal(checked),
    )
  return fault(
    [],
    'writes inside a loop, which only handlers and schedules do',
    'записывает внутри цикла, а это делают только обработчики и расписания',
  )
}

const PHASE_WORDS = [
  ['reads or judges', 'читает или проверяет'],
  ['writes', 'записывает'],
  ['tells people', 'сообщает людям'],
  ['answers', 'отвечает'],
] as const

/** First what reads and judges, then what writes, then what tells people, then the answer. */
function* checkOrder(checked: Checked): Generator<StepFault> {
  const { step, point } = checked
  const phase = phaseOf(step)
  const first = point.siblings.slice(0, point.index).findIndex((one) => phaseOf(one) > phase)
  const later = point.siblings[first]
  if (!later) return
  const [en, ru] = PHASE_WORDS[phase]
  const [laterEn, laterRu] = PHASE_WORDS[phaseOf(later)]
  yield fault(
    [],
    `${en} after a step that ${laterEn}; move it before step ${numberOf(checked, first)}`,
    `${ru} после шага, который ${laterRu}; переставьте его перед шагом ${numberOf(checked, first)}`,
    moved(checked, first),
  )
}

const numberOf = ({ point }: Checked, index: number) => point.number.replace(/\d+$/, String(index + 1))

/**
 * Moves a step up where nothing that it uses comes from the steps that it leaves behind. What they use of it they lack
 * where they stand now, unless an earlier step makes something of the same name.
 */
function moved({ step, point, at }: Checked, to: number): Fix | undefined {
  const passed = point.siblings.slice(to, point.index)
  const made = new Set(passed.flatMap(resultsOf))
  if ([...namesUsed(step)].some((name) => made.has(name))) return undefined
  const earlier = new Set(point.siblings.slice(0, to).flatMap(resultsOf))
  if (resultsOf(step).some((name) => made.has(name) || earlier.has(name))) return undefined
  const list = at()
  const path = (list.path ?? []).slice(0, -1)
  return safe(
    'Move the step up',
    'Поднять шаг',
    changeAt({ ...list, path }, (steps) => {
      if (!Array.isArray(steps)) return steps
      const rest: unknown[] = steps.filter((_, index) => index !== point.index)
      return [...rest.slice(0, to), steps[point.index], ...rest.slice(to)]
    }),
  )
}

function resultsOf(step: Step): readonly string[] {
  if (step.step === 'for_each') return step.steps.flatMap(resultsOf)
  return 'as' in step && step.as ? [step.as] : []
}

/** The loop goes through a found list, and does something. */
export function* checkForEach(checked: Checked<StepOf<'for_each'>>): Generator<StepFault> {
  const { step, scope } = checked
  const type = scope.results.get(step.of)?.type
  const name = plain(step.of)
  if (!type)
    yield step.of === ''
      ? fault(['of'], 'lacks the list that it goes through', 'не выбран список')
      : fault(
          ['of'],
          `goes through ${name}, but no earlier step finds it`,
          `ни один шаг раньше не находит ${name}`,
        )
  else if (type.is !== 'entities' && type.is !== 'unknown')
    yield fault(['of'], `goes through ${name}, which is no found list`, `${name} — не найденный список`)
  else if (type.optional)
    yield fault(['of'], `goes through ${name}, which may be missing`, `${name} может не быть`)
  if (step.steps.length === 0)
    yield fault(
      ['steps'],
      'does nothing with each item; give it a step',
      'ничего не делает с каждым; дайте ему шаг',
    )
  yield* checkChangedOnce(checked)
}

/** What a list holds is as it was found: who changes a row of it a second time, changes what is not so any more. */
function* checkChangedOnce(checked: Checked<StepOf<'for_each'>>): Generator<StepFault> {
  const { step, point } = checked
  if (!changesItem(step)) return
  const earlier = changedBefore(point.siblings.slice(0, point.index), step)
  if (earlier < 0) return
  yield fault(
    ['steps'],
    `changes what step ${numberOf(checked, earlier)} has changed already; do both in that loop`,
    `меняет то, что уже изменил шаг ${numberOf(checked, earlier)}; делайте всё в том цикле`,
    removal(checked),
  )
}

/** The name of a step's result: a name, no word of steps, not given before. */
export function* checkResultName(checked: Checked, earlier: ReadonlySet<string>): Generator<StepFault> {
  const { step, list, scope } = checked
  const as = 'as' in step ? step.as : undefined
  if (as === undefined) return
  const name = plain(as)
  const good = goodResult(as, list.steps)
  const only = changeAt(checked.at('as'), () => good)
  const fix = (edit: Edit) => safe(`Use ${good}`, `Взять ${good}`, edit)
  if (earlier.has(as)) {
    yield fault(
      ['as'],
      `names its result ${name}, as another step does`,
      `результат назван ${name}, как у другого шага`,
      // What names the result means the first step only where that one's result can be seen.
      scope.results.has(as) ? fix(only) : undefined,
    )
  } else if (!isPythonName(as) || RESERVED_RESULTS.has(as)) {
    yield fault(
      ['as'],
      `names its result "${name}"; use letters a–z, digits and underscores, and no word of steps`,
      `результат назван «${name}»; нужны буквы a–z, цифры и подчёркивания, и не слово шагов`,
      fix(as === '' ? only : renameResult(list.service.id, list.path, as, good)),
    )
  }
}

/** A name for a result that no step of the list gives. */
function goodResult(as: string, steps: readonly Step[]): string {
  const stem = slug(as, 'result', MAX_IDENTIFIER - 12)
  const isGood = isPythonName(stem) && !RESERVED_RESULTS.has(stem)
  return freshName(new Set(steps.flatMap(resultsOf)), isGood ? stem : `${stem}_result`)
}
