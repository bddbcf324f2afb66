import { changeAt } from '@/lib/topology/at'
import { capacityOf, DISTINCT_ROWS } from '@/lib/topology/capacity'
import type { Edit } from '@/lib/topology/edits'
import type { Lookup } from '@/lib/topology/lookup'
import type { Entity, EntityIndex } from '@/lib/topology/model/entity'
import type { Field } from '@/lib/topology/model/field'
import { isIndexed } from '@/lib/topology/naming'
import { isIndexable } from '../checks/field-marks'
import { indexBytes, LARGEST_ROW } from '../checks/index-size'
import type { Finding, Rule, RuleExample, Text } from '../rule'
import { entity, field, integer, lending, string } from '../sketch'
import { listed, plain, text } from '../words'

const FIELDS: readonly Field[] = [
  string('code'),
  integer('term', { indexed: true }),
  field('is_open', { type: 'boolean' }),
  field('is_paid', { type: 'boolean' }),
  field('tags', { type: 'list', of: { type: 'string' } }),
  ...['one', 'two', 'three'].map((name) => string(name)),
]

const indexed = (en: string, ru: string, ...indexes: readonly EntityIndex[]): RuleExample => ({
  name: text(en, ru),
  topology: lending({ entities: [entity('loan', FIELDS, { indexes })] }),
})

export const invalidIndex: Rule = {
  id: 'invalid-index',
  group: 'names',
  severity: 'error',
  title: text(
    'An index names different fields of its entity that a database can order.',
    'Индекс называет разные поля своей сущности, которые база умеет упорядочивать.',
  ),
  why: text(
    'Any other index cannot be created, or refuses rows that should be stored.',
    'Другой индекс нельзя создать, или он не пустит строки, которые нужно сохранить.',
  ),
  check,
  examples: {
    valid: [
      indexed('Over two fields, unique', 'По двум полям, уникальный', {
        fields: ['code', 'term'],
        unique: true,
      }),
      indexed('Over one field', 'По одному полю', { fields: ['code'] }),
    ],
    invalid: [
      indexed('A field that does not exist', 'Поле, которого нет', { fields: ['code', 'colour'] }),
      indexed('A field twice', 'Поле дважды', { fields: ['code', 'code'] }),
      indexed('A list', 'Список', { fields: ['code', 'tags'] }),
      indexed(
        'The same index twice',
        'Один индекс дважды',
        { fields: ['code', 'term'] },
        { fields: ['code', 'term'] },
      ),
      indexed('A field that is indexed anyway', 'Поле и так с индексом', { fields: ['term'] }),
      indexed('Too few different rows', 'Слишком мало разных строк', {
        fields: ['is_open', 'is_paid'],
        unique: true,
      }),
      indexed('Too large for a row of an index', 'Не помещается в строку индекса', {
        fields: ['one', 'two', 'three'],
      }),
      indexed('Over nothing', 'Ни по чему', { fields: [] }),
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const entity of look.topology.entities) {
    const seen = new Set<string>()
    for (const [index, one] of (entity.indexes ?? []).entries()) {
      const key = one.fields.join('\n')
      const fault = seen.has(key) ? TWICE : faultOf(entity, one)
      seen.add(key)
      if (fault) yield finding(entity, index, one, fault)
    }
  }
}

const TWICE = text('the entity has it already', 'такой уже есть')

function faultOf(entity: Entity, { fields: names, unique }: EntityIndex): Text | undefined {
  const fields = names.map((name) => entity.fields.find((one) => one.name === name))
  const unknown = names.filter((_, index) => fields[index] === undefined)
  if (names.length === 0) return text('name at least one field', 'назовите хотя бы одно поле')
  if (unknown.length > 0) {
    const list = listed(unknown.map(plain))
    return text(`${plain(entity.name)} has no ${list.en}`, `в ${plain(entity.name)} нет ${list.ru}`)
  }
  if (new Set(names).size < names.length) return text('name each field once', 'назовите каждое поле один раз')
  const known = fields.filter((one) => one !== undefined)
  const wrong = known.find((one) => !isIndexable(one))
  if (wrong) {
    const name = plain(wrong.name)
    return text(`${name} cannot be indexed`, `${name} нельзя индексировать`)
  }
  return faultOfWhole(known, unique ?? false)
}

function faultOfWhole(fields: readonly Field[], unique: boolean): Text | undefined {
  const [only, ...more] = fields
  if (only && more.length === 0 && (isIndexed(only) || unique)) {
    return unique && !isIndexed(only)
      ? text('mark the field itself unique', 'отметьте уникальным само поле')
      : text('its field is indexed anyway', 'поле индексируется и так')
  }
  const bytes = fields.reduce((sum, field) => sum + indexBytes(field), 0)
  if (bytes > LARGEST_ROW) {
    return text(
      `its values may take ${bytes} bytes, ${LARGEST_ROW} is the most; leave out or shorten a string`,
      `её значения могут занять ${bytes} байт, а можно ${LARGEST_ROW}; уберите или укоротите строку`,
    )
  }
  const rows = fields.reduce((product, field) => product * Math.max(0, capacityOf(field)), 1)
  if (!unique || rows >= DISTINCT_ROWS) return undefined
  return text(`only ${rows} rows could differ in it`, `различаться в нём могли бы лишь ${rows} строки`)
}

function finding(entity: Entity, index: number, { fields }: EntityIndex, fault: Text): Finding {
  const place = { part: 'entity', id: entity.id, path: ['indexes', index] } as const
  const name = plain(`${entity.name} (${fields.join(', ')})`)
  return {
    message: text(`The index ${name}: ${fault.en}.`, `Индекс ${name}: ${fault.ru}.`),
    at: [place],
    fix: {
      label: text('Remove the index', 'Убрать индекс'),
      edit: removeIndex(entity.id, index),
      safe: false,
    },
  }
}

/** Without its last index an entity is as if it never had one. */
function removeIndex(id: string, index: number): Edit {
  return changeAt({ part: 'entity', id, path: ['indexes'] }, (indexes) => {
    const left = Array.isArray(indexes) ? indexes.filter((_, at) => at !== index) : []
    return left.length > 0 ? left : undefined
  })
}
