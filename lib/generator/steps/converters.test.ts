import { expect, test } from 'vitest'
import type { FieldType, ObjectField } from '../project'
import { Converters } from './converters'
import { Needs } from './needs'

const TEXT: FieldType = { type: 'string', minLength: 0, maxLength: 9, pattern: null }
const part = (name: string, type: FieldType, required = true): ObjectField => ({
  name,
  type,
  required,
  label: null,
})
const object = (className: string, ...fields: readonly ObjectField[]): FieldType => ({
  type: 'object',
  className,
  home: `domain.${className.toLowerCase()}`,
  fields,
})
const list = (of: FieldType): FieldType => ({ type: 'list', of, minItems: 0, maxItems: null })

function made(from: FieldType, to: FieldType) {
  const needs = new Needs('api', 'ACT')
  const converters = new Converters(needs, (code, one, other) =>
    one.type === other.type ? code : `Number(${code})`,
  )
  return { call: converters.call('asked.it', from, to), ...needs }
}

test('values of the same class need no function', () => {
  const place = object('Place', part('city', TEXT))
  for (const type of [place, list(place), list(TEXT)]) {
    const { call, functions, imports } = made(type, type)
    expect([call, functions, [...imports]]).toEqual([null, [], []])
  }
})

test('an object becomes another class by its fields, what may be missing stays missing', () => {
  const from = object(
    'AskedPlace',
    part('city', TEXT),
    part('size', { type: 'integer', min: '0', max: '9' }, false),
    part('more', TEXT),
  )
  const decimal: FieldType = { type: 'decimal', precision: 5, scale: 1, min: null, max: null }
  const to = object('Place', part('city', TEXT), part('size', decimal, false), part('other', TEXT, false))
  const { call, functions, imports } = made(list(from), list(to))
  expect(call).toBe('to_list_of_place(asked.it)')
  expect(functions.join('\n\n\n')).toBe(
    [
      'def to_place(value: AskedPlace) -> Place:',
      '    """Give the same value as another class has it."""',
      '    return Place(',
      '        city=value.city,',
      '        size=None if value.size is None else Number(value.size),',
      '    )',
      '',
      '',
      'def to_list_of_place(value: Items[AskedPlace]) -> Items[Place]:',
      '    """Give the same value as another class has it."""',
      '    return tuple(to_place(one) for one in value)',
    ].join('\n'),
  )
  expect([...imports]).toContain('from api.domain.place import Place')
})

test('functions have names of their own, and long lines are opened', () => {
  const long = 'a_name_that_is_as_long_as_names_can_be__'
  const inner = (name: string) => object(name, part(long, { type: 'integer', min: '0', max: '9' }, false))
  const decimal: FieldType = { type: 'decimal', precision: 5, scale: 1, min: null, max: null }
  const to = object('Whole', part('one', object('Part', part(long, decimal, false))))
  const needs = new Needs('api', 'ACT')
  const converters = new Converters(needs, (code, one, other) =>
    one.type === other.type ? code : `Number(${code})`,
  )
  expect(converters.call('x', object('A', part('one', inner('B'))), to)).toBe('to_whole(x)')
  expect(converters.call('x', object('C', part('one', inner('D'))), to)).toBe('to_whole_2(x)')
  expect(needs.functions.join('\n')).toContain(
    [
      `        ${long}=(`,
      '            None',
      `            if value.${long} is None`,
      `            else Number(value.${long})`,
      '        ),',
    ].join('\n'),
  )
})
