import type { FieldType } from '@/lib/topology/model/field'
import type { DesignReader } from '@/lib/topology/steps/reader'
import type { ValueType } from '@/lib/topology/steps/value-type'
import type { Text } from '../../rule'
import { plain, shown, text } from '../../words'

const WORDS: Readonly<Record<Exclude<FieldType['type'], 'reference' | 'list'>, Text>> = {
  string: text('a string', 'строка'),
  text: text('a text', 'текст'),
  integer: text('an integer', 'целое число'),
  decimal: text('a decimal', 'десятичное число'),
  boolean: text('a boolean', 'логическое значение'),
  date: text('a date', 'дата'),
  datetime: text('a moment', 'момент времени'),
  uuid: text('a UUID', 'UUID'),
  email: text('an email address', 'адрес почты'),
  json: text('JSON', 'JSON'),
  secret: text('a secret', 'секрет'),
  enum: text('an enum', 'перечисление'),
  object: text('an object', 'объект'),
}

/** A type as a sentence names it: `a decimal`, `a reference to loan`, `the constant "x"`. */
export function typeWords(reader: DesignReader, type: ValueType): Text {
  switch (type.is) {
    case 'plain':
      return fieldWords(reader, type.type)
    case 'entity':
      return text(`a stored ${entityName(reader, type.entity)}`, `запись ${entityName(reader, type.entity)}`)
    case 'entities':
      return text(`a list of ${entityName(reader, type.entity)}`, `список ${entityName(reader, type.entity)}`)
    case 'constant': {
      const { constant } = type
      const value =
        typeof constant === 'string' ? shown(constant) : constant === null ? undefined : String(constant)
      return value === undefined
        ? text('nothing', 'пустое значение')
        : text(`the constant ${value}`, `константа ${value}`)
    }
    case 'unknown':
      return text('something unknown', 'нечто неизвестное')
  }
}

function fieldWords(reader: DesignReader, type: FieldType): Text {
  if (type.type === 'reference') {
    const name = entityName(reader, type.entity)
    return text(`a reference to ${name}`, `ссылка на ${name}`)
  }
  if (type.type !== 'list') return WORDS[type.type]
  const of = fieldWords(reader, type.of)
  return text(`a list (${of.en})`, `список (${of.ru})`)
}

export function entityName(reader: DesignReader, id: string): string {
  return plain(reader.entity(id)?.name ?? id)
}
