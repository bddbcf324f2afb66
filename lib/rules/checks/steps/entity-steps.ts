import { changeAt } from '@/lib/topology/at'
import { combine } from '@/lib/topology/edits'
import { PAGE_PARAMETERS } from '@/lib/topology/filters'
import type { Entity } from '@/lib/topology/model/entity'
import { isAssignable } from '@/lib/topology/steps/assignable'
import { faultsOfComparison } from '@/lib/topology/steps/condition'
import { findableFields, ID, loadableFields } from '@/lib/topology/steps/entity-fields'
import { giveInput } from '@/lib/topology/steps/give-input'
import { isUnsaid, keyToCome, keyValue, missingInput } from '@/lib/topology/steps/load-key'
import { isNeverStored } from '@/lib/topology/steps/never-stored'
import { wantedBy } from '@/lib/topology/steps/offers'
import { sayValue } from '@/lib/topology/steps/say-value'
import type { Path } from '@/lib/topology/steps/step-lists'
import { judgeValue, typeOfValue } from '@/lib/topology/steps/typed-value'
import { readableFields, required, type TypedField } from '@/lib/topology/steps/value-type'
import type { Fix } from '../../rule'
import { plain } from '../../words'
import { isIndexable } from '../field-marks'
import { bold, type Checked, fault, type StepFault, type StepOf, safe } from './checked'
import { checkGiven, valueFault } from './given'
import { valueFaultWords } from './value-words'

/** The entity of a step; where there is none, the step is told about. */
export function* withEntity(
  { reader }: Checked,
  id: string,
  check: (entity: Entity) => Iterable<StepFault>,
): Generator<StepFault> {
  const entity = reader.entity(id)
  if (entity) yield* check(entity)
  else
    yield fault(
      ['entity'],
      'is about an entity that is not there; choose one',
      'сущности этого шага нет; выберите другую',
    )
}

/** Loads by the id or by a unique field, and by a value of its type. */
export function* checkLoad(checked: Checked<StepOf<'load'>>): Generator<StepFault> {
  const { step } = checked
  yield* withEntity(checked, step.entity, function* (entity) {
    const field = loadableFields(entity).find(({ name }) => name === step.by)
    if (!field) yield notLoadable(checked, entity)
    if (!field) {
      for (const found of judgeValue(checked.scope, step.value).faults)
        yield valueFault(checked, ['value'], step.value, found)
      return
    }
    if (isUnsaid(step.value)) {
      yield notSaid(checked, entity, field)
      return
    }
    if (isNeverStored(step.value)) {
      yield neverFound(checked, entity, field)
      return
    }
    const purpose = { en: `loads ${plain(entity.name)} by ${plain(field.name)}`, ru: plain(field.name) }
    const fix = keyFix(checked, entity, field)
    for (const found of checkGiven(checked, ['value'], step.value, required(wantedBy(field)), purpose))
      yield fix ? { fix, ...found } : found
  })
}

function notSaid(checked: Checked<StepOf<'load'>>, entity: Entity, field: TypedField): StepFault {
  const [name, by] = [plain(entity.name), plain(field.name)]
  return fault(
    ['value'],
    `does not say which ${name} it loads; choose the ${by} to load it by`,
    `не сказано, какую запись ${name} загрузить; выберите значение для ${by}`,
    keyFix(checked, entity, field),
  )
}

function neverFound(checked: Checked<StepOf<'load'>>, entity: Entity, field: TypedField): StepFault {
  const [name, by, said] = [plain(entity.name), plain(field.name), sayValue(checked.step.value)]
  return fault(
    ['value'],
    `loads ${name} by ${by} with ${plain(said.en)}, which no stored ${name} has`,
    `${name} ищется по ${by}, а значения «${plain(said.ru)}» нет ни у одной записи`,
    keyFix(checked, entity, field),
  )
}

/** Takes the key that is surely meant, or gives the use case the input that is missing. */
function keyFix(
  { step, scope, at, list }: Checked<StepOf<'load'>>,
  entity: Entity,
  field: TypedField,
): Fix | undefined {
  const meant = keyValue(scope, entity, field)
  if (meant)
    return bold(
      `Use ${plain(sayValue(meant).en)}`,
      `Взять ${plain(sayValue(meant).ru)}`,
      changeAt(at('value'), () => meant),
    )
  if (field.name !== ID || list.context.in !== 'use_case') return undefined
  const named = missingInput(scope, step) ? step : { ...step, ...keyToCome(scope, entity) }
  const input = missingInput(scope, named)
  if (!input) return undefined
  const change = combine(
    giveInput(list.service.id, list.path, input),
    changeAt(at('value'), () => named.value),
  )
  const name = plain(input.name)
  return bold(`Add ${name} to the input and load by it`, `Добавить вход ${name} и загружать по нему`, change)
}

function notLoadable({ step, scope, at }: Checked<StepOf<'load'>>, entity: Entity): StepFault {
  const type = typeOfValue(scope, step.value)
  const fitting = loadableFields(entity).filter((field) => isAssignable(type, required(wantedBy(field))))
  const [only, ...more] = type.is === 'unknown' ? [] : fitting
  const fix =
    only && more.length === 0
      ? bold(
          `Load by ${plain(only.name)}`,
          `Загружать по ${plain(only.name)}`,
          changeAt(at('by'), () => only.name),
        )
      : undefined
  const [name, by] = [plain(entity.name), plain(step.by)]
  const isThere = entity.fields.some((field) => field.name === step.by)
  return isThere
    ? fault(
        ['by'],
        `loads ${name} by ${by}, which is not unique; load by the id or a unique field`,
        `${by} не уникально; загружайте ${name} по id или уникальному полю`,
        fix,
      )
    : fault(
        ['by'],
        `loads ${name} by ${by}, a field that ${name} does not have`,
        `у ${name} нет поля ${by}`,
        fix,
      )
}

/** Finds by conditions on indexed fields, in the order of one. */
export function* checkFind(checked: Checked<StepOf<'find'>>): Generator<StepFault> {
  const { step } = checked
  yield* withEntity(checked, step.entity, function* (entity) {
    for (const index of step.where.keys()) yield* checkWhere(checked, entity, index)
    if (step.orderBy === undefined) return
    const found = notFindable(checked, entity, step.orderBy, ['orderBy'])
    if (!found) return
    const drop = bold(
      'Leave the order out',
      'Убрать порядок',
      changeAt(checked.at('orderBy'), () => undefined),
    )
    yield found.fix ? found : { ...found, fix: drop }
  })
}

function* checkWhere(checked: Checked<StepOf<'find'>>, entity: Entity, index: number): Generator<StepFault> {
  const condition = checked.step.where[index]
  if (!condition) return
  const path = ['where', index]
  const found = notFindable(checked, entity, condition.field, [...path, 'field'])
  if (found) yield found
  const { type, faults } = judgeValue(checked.scope, condition.value)
  for (const inner of faults) yield valueFault(checked, [...path, 'value'], condition.value, inner)
  const field = findableFields(entity).find(({ name }) => name === condition.field)
  if (!field || type.is === 'unknown') return
  // A row whose field is empty is just not found; nothing has to be required of it.
  const isNothing = type.is === 'constant' && type.constant === null
  const stored = isNothing ? wantedBy(field) : required(wantedBy(field))
  if (condition.operator === '=' && isNeverStored(condition.value)) {
    const said = sayValue(condition.value)
    yield fault(
      [...path, 'value'],
      `finds ${plain(entity.name)} by ${plain(field.name)} = ${plain(said.en)}, which nothing stored has`,
      `${plain(entity.name)} ищется по ${plain(field.name)}, а значения «${plain(said.ru)}» нет ни у одной записи`,
    )
    return
  }
  const wrong = faultsOfComparison(condition.operator, stored, required(type))
  for (const one of wrong)
    yield {
      path: [...path, one.code === 'no-order' ? 'operator' : 'value'],
      message: valueFaultWords(checked.reader, one),
    }
  if (wrong.length === 0 && type.optional)
    yield {
      path: [...path, 'value'],
      message: valueFaultWords(checked.reader, { path: [], code: 'may-be-missing' }),
    }
}

function notFindable({ reader }: Checked, entity: Entity, field: string, path: Path): StepFault | undefined {
  if (findableFields(entity).some(({ name }) => name === field)) return undefined
  const [name, what] = [plain(entity.name), plain(field)]
  const index = entity.fields.findIndex((one) => one.name === field)
  if (index >= 0) {
    const fix = markIndexed(entity, index)
    return fault(
      path,
      `searches ${name} by ${what}, which has no index`,
      `${name} ищется по ${what}, а у этого поля нет индекса`,
      fix,
    )
  }
  const isImplicit =
    readableFields(entity).some((one) => one.name === field) && reader.entity(entity.id) !== undefined
  if (isImplicit && field === ID)
    return fault(
      path,
      `searches ${name} by its id; load it instead`,
      `${name} ищется по id; загрузите запись вместо поиска`,
    )
  return isImplicit
    ? fault(
        path,
        `searches ${name} by ${what}, which has no index`,
        `${name} ищется по ${what}, а у этого поля нет индекса`,
      )
    : fault(path, `searches ${name} by ${what}, a field that it does not have`, `у ${name} нет поля ${what}`)
}

/** Only where the filters that come with an index get names that nothing else can have. */
function markIndexed({ id, fields, indexes = [] }: Entity, index: number): Fix | undefined {
  const field = fields[index]
  if (!field || !isIndexable(field)) return undefined
  const isAlone = fields.every(({ name }, place) => place === index || name !== field.name)
  const clashes = fields.some(({ name }) => name === `${field.name}_from` || name === `${field.name}_to`)
  const isTaken = /_(?:from|to)$/.test(field.name) || PAGE_PARAMETERS.some((name) => name === field.name)
  const isIndexed = indexes.some((one) => one.fields.includes(field.name))
  if (!isAlone || clashes || isTaken || isIndexed) return undefined
  const name = plain(field.name)
  return safe(
    `Index ${name}`,
    `Индексировать ${name}`,
    changeAt({ part: 'entity', id, path: ['fields', index] }, (value) => ({
      ...(value as object),
      indexed: true,
    })),
  )
}
