import { changeAt } from '@/lib/topology/at'
import type { Entity } from '@/lib/topology/model/entity'
import type { NamedValue } from '@/lib/topology/model/value'
import { IMPLICIT_FIELDS } from '@/lib/topology/reserved'
import { upsertableFields } from '@/lib/topology/steps/entity-fields'
import type { Text } from '../../rule'
import { plain, text } from '../../words'
import { bold, type Checked, fault, type StepFault, type StepOf } from './checked'
import { withEntity } from './entity-steps'
import { checkValues } from './given'

const IMPLICIT = text('which nobody sets: it is given by itself', 'это поле получает значение само')

function setting(entity: Entity, complete: boolean) {
  const name = plain(entity.name)
  return {
    verb: 'sets',
    whole: text(name),
    complete,
    barred: (field: string): Text | undefined => (IMPLICIT_FIELDS.has(field) ? IMPLICIT : undefined),
  }
}

/** Sets the fields of a new row: all that are needed, none that set themselves. */
export function* checkCreate(checked: Checked<StepOf<'create'>>): Generator<StepFault> {
  const { entity: id, values } = checked.step
  yield* withEntity(checked, id, (entity) => checkRow(checked, entity, values))
}

/** An entity without fields will be given some, which the row then needs. */
function* checkRow(checked: Checked, entity: Entity, values: readonly NamedValue[]): Generator<StepFault> {
  const name = plain(entity.name)
  if (entity.fields.length === 0)
    yield fault(
      ['values'],
      `makes ${name}, which has no fields yet`,
      `создаёт ${name}, а у неё пока нет полей`,
    )
  yield* checkValues(checked, ['values'], values, entity.fields, setting(entity, true))
}

/** The same, by a unique field that is among them. */
export function* checkUpsert(checked: Checked<StepOf<'upsert'>>): Generator<StepFault> {
  const { entity: id, by, values } = checked.step
  yield* withEntity(checked, id, function* (entity) {
    yield* checkRow(checked, entity, values)
    const fields = upsertableFields(entity)
    const [only, ...more] = fields
    const [name, what] = [plain(entity.name), plain(by)]
    const field = fields.find((one) => one.name === by)
    if (!field) {
      const isGiven = only && values.some((value) => value.name === only.name)
      const fix =
        isGiven && more.length === 0
          ? bold(
              `Find it by ${plain(only.name)}`,
              `Искать по ${plain(only.name)}`,
              changeAt(checked.at('by'), () => only.name),
            )
          : undefined
      yield fault(
        ['by'],
        `finds ${name} by ${what}, which is not unique`,
        `${name} ищется по ${what}, а это поле не уникально`,
        fix,
      )
    } else if (!values.some((value) => value.name === by) && field.optional) {
      yield fault(
        ['values'],
        `finds ${name} by ${what}, but does not set it`,
        `${name} ищется по ${what}, но значение не задано`,
      )
    }
  })
}

/** Changes what was loaded, and something of it. */
export function* checkUpdate(checked: Checked<StepOf<'update'>>): Generator<StepFault> {
  const { target, values } = checked.step
  const id = yield* checkTarget(checked, target)
  const entity = id === undefined ? undefined : checked.reader.entity(id)
  if (values.length === 0)
    yield fault(['values'], 'changes nothing; set a field', 'ничего не меняется; задайте поле')
  if (entity) yield* checkValues(checked, ['values'], values, entity.fields, setting(entity, false))
}

/** Deletes what was loaded. */
export function* checkDelete(checked: Checked<StepOf<'delete'>>): Generator<StepFault> {
  yield* checkTarget(checked, checked.step.target)
}

/** A loaded row that is surely there; answers with its entity. */
function* checkTarget({ scope }: Checked, target: string): Generator<StepFault, string | undefined> {
  const item = target === 'item' ? scope.sources.item : undefined
  if (item) return item.is === 'entity' ? item.entity : undefined
  const result = scope.results.get(target)
  const name = plain(target)
  if (!result) {
    yield target === ''
      ? fault(['target'], 'lacks what it changes', 'не выбрано, что меняется')
      : fault(
          ['target'],
          `changes ${name}, but no earlier step loads it`,
          `ни один шаг раньше не загружает ${name}`,
        )
    return undefined
  }
  const { type, loaded } = result
  if (type.is === 'unknown') return undefined
  if (type.is !== 'entity' || !loaded) {
    yield fault(
      ['target'],
      `changes ${name}, which was not loaded; load it first`,
      `${name} не загружено; сначала загрузите`,
    )
    return undefined
  }
  const key = JSON.stringify(['result', target])
  if (type.optional && !scope.known.has(key)) {
    yield fault(
      ['target'],
      `changes ${name}, which may be missing; require it to be set first`,
      `${name} может не быть; сначала потребуйте, чтобы оно было`,
    )
  }
  return type.entity
}
