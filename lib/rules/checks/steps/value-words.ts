import type { DesignReader } from '@/lib/topology/steps/reader'
import type { ValueFault, ValueFaultCode } from '@/lib/topology/steps/value-fault'
import { UNKNOWN } from '@/lib/topology/steps/value-type'
import type { Text } from '../../rule'
import { plain, text } from '../../words'
import { typeWords } from './type-words'

type Words = (name: string, types: readonly [Text, Text]) => Text

const CODES: Readonly<Record<ValueFaultCode, Words>> = {
  'no-source': (name) => text(`names ${name}, which is not there`, `${name} здесь нет`),
  'unknown-result': (name) =>
    name === ''
      ? text('lacks the name of a result', 'не выбран результат')
      : text(
          `names ${name}, but no earlier step has a result of this name`,
          `ни один шаг раньше не даёт результата ${name}`,
        ),
  'unknown-field': (name) => text(`names the field ${name}, which is not there`, `поля ${name} там нет`),
  'no-fields': (name) =>
    text(`reads ${name} of something that has no fields`, `${name} читается там, где полей нет`),
  secret: (name) =>
    text(
      `reads ${name}, which is a secret: it can be stored, but not read`,
      `${name} — секрет: его можно записать, но не прочесть`,
    ),
  'may-be-missing': () =>
    text(
      'uses a value that may be missing; require it to be set first',
      'значения может не быть; сначала потребуйте, чтобы оно было',
    ),
  'no-number': () => text('calculates with something that is no number', 'в вычислении стоит не число'),
  'no-date': () => text('shifts something that is no date', 'сдвигается не дата'),
  'no-hours': () =>
    text('shifts a date by less than days; use days', 'дата сдвигается не на дни; сдвигайте на дни'),
  'no-list': (name) =>
    name === ''
      ? text('lacks the list that it counts', 'не выбран список')
      : text(`counts ${name}, which is no found list`, `${name} — не найденный список`),
  'no-sum': (name) => text(`adds up ${name}, which is no number`, `складывается ${name}, а это не число`),
  'no-text': () => text('has a text without words', 'в тексте нет слов'),
  'place-without-value': (name) =>
    text(`has a text with {${name}}, for which there is no value`, `для {${name}} в тексте нет значения`),
  'value-without-place': (name) =>
    text(`has a value ${name} that its text has no place for`, `значению ${name} нет места в тексте`),
  'place-twice': (name) => text(`gives ${name} twice to its text`, `значение ${name} дано тексту дважды`),
  'place-name': (name) =>
    text(
      `calls a place of its text "${name}"; use letters a–z, digits and underscores`,
      `место в тексте названо «${name}»; нужны буквы a–z, цифры и подчёркивания`,
    ),
  'no-words': (name) =>
    text(
      `puts ${name} into a text, which cannot be written as words`,
      `${name} не записать словами в тексте`,
    ),
  'not-alike': (_, [left, right]) =>
    text(`compares ${left.en} with ${right.en}`, `сравниваются ${left.ru} и ${right.ru}`),
  'no-order': (_, [left, right]) =>
    text(
      `asks which is greater, ${left.en} or ${right.en}; only numbers, dates and moments have an order`,
      `больше и меньше бывают числа, даты и моменты, а здесь ${left.ru} и ${right.ru}`,
    ),
  'not-comparable': (_, [left]) =>
    text(
      `compares ${left.en}; compare one of its fields`,
      `сравнивается ${left.ru}; сравните отдельное поле`,
    ),
  'only-constants': () => text('compares only constants', 'сравниваются одни константы'),
  'not-among': (_, [left, right]) =>
    text(
      `asks whether ${left.en} is ${right.en}, which it can never be`,
      `${right.ru}: такого значения не бывает, это ${left.ru}`,
    ),
}

/** What is wrong with a value or a condition, said of the step. */
export function valueFaultWords(reader: DesignReader, { code, name = '', types }: ValueFault): Text {
  const [left, right] = types ?? [UNKNOWN, UNKNOWN]
  return CODES[code](plain(name), [typeWords(reader, left), typeWords(reader, right)])
}
