import { expect, test } from 'vitest'
import { oneEntity } from '@/lib/testing/one-entity'
import type { Step } from '@/lib/topology/model/step'
import type { Value } from '@/lib/topology/model/value'
import type { Entity, Field } from '../project'
import { compileSteps } from './compile'

const note: Field = {
  name: 'note',
  type: { type: 'string', minLength: 0, maxLength: 20, pattern: null },
  required: false,
  label: null,
  unique: false,
  indexed: false,
  default: null,
}
const visit: Entity = {
  name: 'visit',
  plural: 'visits',
  className: 'Visit',
  path: '/visits',
  service: 'data',
  labels: { one: null, many: null, genitive: null },
  fields: [note],
  filters: [],
  indexes: [],
  origin: { part: 'entity', id: 'visit' },
}

/** The line of the condition under which a row is changed that may not have been made at all. */
function lineOf(value: Value): string {
  const asked: Value = { value: 'input', path: ['note'] }
  const steps: readonly Step[] = [
    { step: 'create', entity: 'visit', values: [], as: 'visit', when: { test: 'is_set', value: asked } },
    {
      step: 'update',
      target: 'visit',
      values: [{ name: 'note', value: asked }],
      when: { test: 'is_set', value },
    },
  ]
  const type = { type: 'object', className: '', home: '', fields: [note] } as const
  const start = { code: 'asked', type: { is: 'plain', type, optional: false } } as const
  const { lines } = compileSteps(
    {
      name: 'act',
      answerClass: 'ActAnswer',
      service: 'api',
      steps,
      start: { values: new Map([['input', start]]), known: new Set() },
    },
    oneEntity(visit),
  )
  return (
    lines
      .filter((line) => /^\s+if /.test(line))
      .at(-1)
      ?.trim() ?? ''
  )
}

test.each<[string, readonly string[], string]>([
  ['a row that may not be there', [], 'if visit is not None:'],
  ['a part of it that is never missing', ['created_at'], 'if visit is not None:'],
  ['a part of it that may be missing', ['note'], 'if visit is not None and visit.note is not None:'],
])('everything on the way is asked for: %s', (_, path, line) => {
  expect(lineOf({ value: 'result', name: 'visit', path })).toBe(line)
})
