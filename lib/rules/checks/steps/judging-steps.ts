import { changeAt } from '@/lib/topology/at'
import { freshName } from '@/lib/topology/fresh'
import { isName, MAX_IDENTIFIER, slug } from '@/lib/topology/identifiers'
import type { Step } from '@/lib/topology/model/step'
import { PYTHON_KEYWORDS } from '@/lib/topology/reserved'
import { isAssignable } from '@/lib/topology/steps/assignable'
import { DECIDED, decisionScope } from '@/lib/topology/steps/decision'
import { errorClass } from '@/lib/topology/steps/error-class'
import { type Path, stepListsOf } from '@/lib/topology/steps/step-lists'
import { judgeValue } from '@/lib/topology/steps/typed-value'
import { plainType, required } from '@/lib/topology/steps/value-type'
import { plain } from '../../words'
import { typeFaults } from '../field-type'
import { bold, type Checked, fault, type StepFault, type StepOf, safe } from './checked'
import { conditionFaults } from './conditions'
import { clashOfError } from './error-names'
import { valueFault } from './given'
import { typeWords } from './type-words'

/** A condition that can hold, and an error that a caller can be told. */
export function* checkRequire(checked: Checked<StepOf<'require'>>): Generator<StepFault> {
  const { step, scope, reader } = checked
  yield* conditionFaults(checked, ['condition'], step.condition, scope)
  const name = plain(step.error)
  const className = errorClass(step.error)
  if (className === undefined) {
    const good = goodError(checked)
    yield fault(
      ['error'],
      `has the error "${name}", which is no name; use one such as not_verified`,
      `ошибка названа «${name}»; нужно имя вида not_verified`,
      safe(
        `Use ${good}`,
        `Взять ${good}`,
        changeAt(checked.at('error'), () => good),
      ),
    )
  } else if (clashOfError(reader, className)) {
    yield fault(
      ['error'],
      `has the error ${name}, a name that is taken; choose another one`,
      `имя ошибки ${name} уже занято; выберите другое`,
    )
  }
  if (!hasWords(step.text.en) && !hasWords(step.text.ru))
    yield fault(
      ['text'],
      'refuses without a word; write what the caller is told',
      'отказывает молча; напишите, что увидит вызвавший',
    )
}

/** A name like the given one that no error of the service has. */
function goodError({ step, list, reader }: Checked<StepOf<'require'>>): string {
  const stem =
    (errorClass(slug(step.error, 'refused', MAX_IDENTIFIER - 12)) ?? '').replace(/Error$/, '') || 'Refused'
  const taken = new Set(stepListsOf(list.service).flatMap(({ steps }) => errorsIn(steps)))
  for (let number = 1; ; number += 1) {
    const name = `${stem}${number === 1 ? '' : number}Error`
    if (!taken.has(name) && !clashOfError(reader, name)) return name
  }
}

function errorsIn(steps: readonly Step[]): readonly (string | undefined)[] {
  return steps.flatMap((step) => {
    if (step.step === 'for_each') return errorsIn(step.steps)
    return step.step === 'require' ? [errorClass(step.error)] : []
  })
}

/** Something that can be seen. */
const hasWords = (words = '') => /[^\p{C}\p{Z}]/u.test(words)

/** A rule of the person's own: named, typed, with a table that answers in every case. */
export function* checkDecide(checked: Checked<StepOf<'decide'>>): Generator<StepFault> {
  const { step } = checked
  const rule = plain(step.rule)
  if (!isPythonName(step.rule)) {
    yield fault(
      ['rule'],
      `decides by the rule "${rule}", which is no name`,
      `правило названо «${rule}»: такое имя не годится`,
      renamed(checked, ['rule'], step.rule, new Set()),
    )
  }
  yield* checkInputs(checked)
  const { result } = step
  const isDecided = DECIDED.has(result.type)
  const wanted = plainType(result)
  if (!isDecided) {
    const { en, ru } = typeWords(checked.reader, wanted)
    yield fault(
      ['result'],
      `decides ${en}, of which a table can have no constants`,
      `результат — ${ru}, а таблица отвечает только константами`,
    )
    return
  }
  for (const { path, message } of typeFaults(result))
    yield {
      path: ['result', ...path],
      message: { en: `decides something of a wrong type: ${message.en}`, ru: message.ru },
    }
  const rows = decisionScope(checked.scope, step)
  for (const [index, row] of step.rows.entries()) {
    yield* conditionFaults(checked, ['rows', index, 'when'], row.when, rows)
    yield* checkOutcome(checked, ['rows', index, 'result'], row.result)
  }
  yield* checkOutcome(checked, ['otherwise'], step.otherwise)
}

function* checkOutcome(
  { reader, step }: Checked<StepOf<'decide'>>,
  path: Path,
  constant: StepOf<'decide'>['otherwise'],
): Generator<StepFault> {
  const type = { is: 'constant', constant } as const
  const wanted = plainType(step.result)
  if (isAssignable(type, wanted)) return
  const [given, needed] = [typeWords(reader, type), typeWords(reader, wanted)]
  yield fault(
    path,
    `decides ${needed.en}, but answers with ${given.en}`,
    `решение — ${needed.ru}, а ответ — ${given.ru}`,
  )
}

function* checkInputs(checked: Checked<StepOf<'decide'>>): Generator<StepFault> {
  const { inputs } = checked.step
  const names = new Set(inputs.map(({ name }) => name))
  const seen = new Set<string>()
  for (const [index, { name }] of inputs.entries()) {
    const path = ['inputs', index]
    const what = plain(name)
    if (seen.has(name))
      yield fault(
        [...path, 'name'],
        `gives ${what} twice to its rule`,
        `правило получает ${what} дважды`,
        bold(
          `Remove ${what}`,
          `Убрать ${what}`,
          changeAt(checked.at(...path), () => undefined),
        ),
      )
    else if (!isPythonName(name))
      yield fault(
        [...path, 'name'],
        `calls an input of its rule "${what}", which is no name`,
        `данные правила названы «${what}»: такое имя не годится`,
      )
    seen.add(name)
    yield* checkInput(checked, [...path, 'value'], name, index)
  }
  if (names.size === 0)
    yield fault(
      ['inputs'],
      'decides without knowing anything; give its rule an input',
      'правилу не из чего решать; дайте ему данные',
    )
}

function* checkInput(
  checked: Checked<StepOf<'decide'>>,
  path: Path,
  name: string,
  index: number,
): Generator<StepFault> {
  const value = checked.step.inputs[index]?.value
  if (!value) return
  const { type, faults } = judgeValue(checked.scope, value)
  for (const found of faults) yield valueFault(checked, path, value, found)
  if (type.is === 'unknown' || (type.is === 'constant' && type.constant !== null)) return
  if (type.is === 'plain' && type.type.type !== 'secret') return
  const { en, ru } = typeWords(checked.reader, required(type))
  yield fault(
    path,
    `gives its rule ${en} as ${plain(name)}; give it single fields`,
    `правило получает в ${plain(name)} целиком: ${ru}; дайте ему отдельные поля`,
  )
}

/** A name that can be a function, a parameter or a variable in Python. */
export function isPythonName(name: string): boolean {
  return isName(name) && name.length <= MAX_IDENTIFIER && !PYTHON_KEYWORDS.has(name) && name !== 'self'
}

/** Gives a name at a place its nearest good form. */
function renamed(checked: Checked, path: Path, name: string, taken: ReadonlySet<string>) {
  const stem = slug(name, 'rule', MAX_IDENTIFIER - 6)
  const good = freshName(taken, isPythonName(stem) ? stem : `${stem}_rule`)
  return safe(
    `Use ${good}`,
    `Взять ${good}`,
    changeAt(checked.at(...path), () => good),
  )
}
