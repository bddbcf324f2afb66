import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cut,
  enumValueSlug,
  isEnumValue,
  isMessageName,
  isName,
  isVariableName,
  messageSlug,
  slug,
  transliterate,
  variableSlug,
} from './identifiers'

describe('slug', () => {
  it.each([
    ['Заявка на кредит', 'zayavka_na_kredit'],
    ['Подъёмный щит', 'podemnyy_shchit'],
    ['Київ', 'kiyiv'],
    ['dueDate', 'due_date'],
    ['HTTPServerName', 'http_server_name'],
    ['Größe (cm)', 'grosse_cm'],
    ['crème--brûlée', 'creme_brulee'],
    ['__x__', 'x'],
    ['3d model', 'field_3d_model'],
    ['数据', 'field'],
    ['', 'field'],
    ['order_2', 'order_2'],
  ])('%s → %s', (text, name) => {
    expect(slug(text, 'field')).toBe(name)
  })

  it('makes a good name of any text, and leaves a good name alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 8, max: 40 }), (text, longest) => {
        const name = slug(text, 'name', longest)
        expect(isName(name)).toBe(true)
        expect(name.length).toBeLessThanOrEqual(longest)
        expect(slug(name, 'name', longest)).toBe(name)
        expect(isVariableName(variableSlug(text, 'NAME'))).toBe(true)
        expect(isMessageName(messageSlug(text))).toBe(true)
        expect(isEnumValue(enumValueSlug(text))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('cuts between words where that leaves anything', () => {
    expect(cut('consumer_lending_applications', 20)).toBe('consumer_lending')
    expect(cut('applications', 5)).toBe('appli')
    expect(cut('a_b', 3)).toBe('a_b')
  })

  it('writes Russian as it is read', () => {
    expect(transliterate('Съешь ещё этих мягких французских булок')).toBe(
      'sesh eshche etikh myagkikh frantsuzskikh bulok',
    )
  })
})

describe('forms of names', () => {
  it.each([
    ['loan', true],
    ['loan_2', true],
    ['a', true],
    ['', false],
    ['_a', false],
    ['a_', false],
    ['a__b', false],
    ['2a', false],
    ['Loan', false],
    ['loan-x', false],
    ['займ', false],
    ['a\n', false],
  ])('isName(%j) is %s', (name, good) => {
    expect(isName(name)).toBe(good)
  })

  it('knows messages, variables and values of enums', () => {
    expect(['user.created', 'loan_offer.sent'].every(isMessageName)).toBe(true)
    expect(['user', 'user.', '.created', 'a.b.c', 'User.created'].some(isMessageName)).toBe(false)
    expect(['A', 'BOT_TOKEN_2'].every(isVariableName)).toBe(true)
    expect(['a', 'A__B', '_A', '2A', 'A-B'].some(isVariableName)).toBe(false)
    expect(['open', 'in-progress', 'RUB', 'A1', 'a'.repeat(63)].every(isEnumValue)).toBe(true)
    expect(['', '1', 'a-', 'a b', 'новый', 'a'.repeat(64)].some(isEnumValue)).toBe(false)
  })
})
