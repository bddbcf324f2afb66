import type { Text } from '../model/basics'
import type { Comparison, Condition } from '../model/value'
import { joined, type Phrase, phrase, textOf } from './say-phrase'
import { phraseConstant, phraseValue } from './say-value'

/** How each comparison is written. */
export const COMPARISON_SIGNS: Readonly<Record<Comparison, string>> = {
  '=': '=',
  '!=': '≠',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
}

/** A condition in plain words: `user.is_verified is set and loan.amount ≤ 100`. */
export function sayCondition(condition: Condition): Text {
  return textOf(phraseCondition(condition))
}

/** The same, with its names told from its words. */
export function phraseCondition(condition: Condition): Phrase {
  switch (condition.test) {
    case 'compare': {
      const sign = ` ${COMPARISON_SIGNS[condition.operator]} `
      return joined([phraseValue(condition.left), phraseValue(condition.right)], { en: sign, ru: sign })
    }
    case 'in':
      return phrase('{value} is one of {among}', '{value} — одно из: {among}', {
        value: phraseValue(condition.value),
        among: joined(condition.among.map(phraseConstant), { en: ', ', ru: ', ' }),
      })
    case 'is_set':
      return phrase('{value} is set', '{value} задано', { value: phraseValue(condition.value) })
    case 'and':
      return joined(condition.conditions.map(phraseCondition), { en: ' and ', ru: ' и ' })
  }
}
