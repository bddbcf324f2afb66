import type { Text } from '../model/basics'
import type { Constant, DurationUnit, Value } from '../model/value'
import { countEn, countRu } from '../plural'
import { joined, named, type Phrase, phrase, textOf } from './say-phrase'

/** A value of a step in plain words: `input.user_id`, `now + 3 days`. */
export function sayValue(value: Value): Text {
  return textOf(phraseValue(value))
}

/** The same, with its names told from its words. */
export function phraseValue(value: Value): Phrase {
  switch (value.value) {
    case 'input':
    case 'message':
    case 'item':
    case 'sender':
    case 'caller':
      return named([value.value, ...value.path].map(orGap).join('.'), 'value')
    case 'result':
      return named([value.name, ...value.path].map(orGap).join('.'), 'value')
    case 'constant':
      return phraseConstant(value.constant)
    case 'now':
      return phrase('now', 'сейчас')
    case 'today':
      return phrase('today', 'сегодня')
    case 'new_id':
      return phrase('a new id', 'новый id')
    case 'text':
      return phraseText(value)
    case 'arithmetic':
      return phraseArithmetic(value)
    case 'shift':
      return phraseShift(value)
    case 'count':
      return phrase('number of {list}', 'количество {list}', { list: result(value.of) })
    case 'sum':
      return phrase('sum of {field}', 'сумма {field}', {
        field: named(`${orGap(value.of)}.${orGap(value.field)}`, 'value'),
      })
  }
}

/** A constant as a person would write it. */
export function phraseConstant(constant: Constant): Phrase {
  if (constant === null) return phrase('nothing', 'ничего')
  if (constant === true) return phrase('yes', 'да')
  if (constant === false) return phrase('no', 'нет')
  return named(typeof constant === 'number' ? String(constant) : quoted(constant), 'constant')
}

/** `3 days` in both languages. */
export function sayDuration(amount: number, unit: DurationUnit): Text {
  const [one, few, many] = UNITS[unit]
  return { en: countEn(amount, unit.slice(0, -1)), ru: countRu(amount, one, few, many) }
}

const UNITS: Readonly<Record<DurationUnit, readonly [string, string, string]>> = {
  seconds: ['секунда', 'секунды', 'секунд'],
  minutes: ['минута', 'минуты', 'минут'],
  hours: ['час', 'часа', 'часов'],
  days: ['день', 'дня', 'дней'],
}

/** What has no name yet stands as a gap. */
export function orGap(name: string): string {
  return name === '' ? '…' : name
}

function result(name: string): Phrase {
  return named(orGap(name), 'value')
}

const LONGEST = 60

function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return `“${line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}”`
}

/** A text with its places filled by what stands there: “Hello {user.name}”. */
function phraseText({ text, places }: Extract<Value, { value: 'text' }>): Phrase {
  const shown = (language: keyof Text) => {
    const words = text[language] ?? text.en ?? text.ru ?? ''
    return words.replace(/\{(\w+)\}/g, (place, name: string) => {
      const found = places.find((one) => one.name === name)
      return found ? `{${sayValue(found.value)[language]}}` : place
    })
  }
  return {
    en: [{ name: quoted(shown('en')), of: 'constant' }],
    ru: [{ name: quoted(shown('ru')), of: 'constant' }],
  }
}

const SIGNS = { '+': ' + ', '-': ' − ', '*': ' × ' } as const

function phraseArithmetic({ operator, left, right }: Extract<Value, { value: 'arithmetic' }>): Phrase {
  const sign = SIGNS[operator]
  return joined([operand(left), operand(right)], { en: sign, ru: sign })
}

/** A calculation inside another stands in brackets. */
function operand(value: Value): Phrase {
  const inner = phraseValue(value)
  return value.value === 'arithmetic' ? phrase('({inner})', '({inner})', { inner }) : inner
}

function phraseShift({ date, direction, amount, unit }: Extract<Value, { value: 'shift' }>): Phrase {
  const sign = direction === 'after' ? '+' : '−'
  const { en, ru } = sayDuration(amount, unit)
  return phrase(`{date} ${sign} ${en}`, `{date} ${sign} ${ru}`, { date: operand(date) })
}
