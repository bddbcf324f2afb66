/** New steps that judge: require, decide. */
import { freshName } from '../../fresh'
import { cut } from '../../identifiers'
import type { LocalText } from '../../model/basics'
import type { NamedValue } from '../../model/value'
import { firstCondition } from '../first-condition'
import { valuesIn } from '../offers'
import type { Scope } from '../scope'
import { type FreshScope, freshResult, LONGEST, lastOf, type Maker } from './around'

/** Requires something of what was loaded last. */
export const makeRequire: Maker = ({ scope }) => ({
  step: 'require',
  condition: firstCondition(scope),
  error: freshName(new Set(scope.errorNames), 'not_allowed'),
  ...(scope.context.in === 'use_case' && { status: 409 }),
  ...(scope.context.in === 'handler' && { otherwise: 'stop' }),
  text: NOT_ALLOWED,
})

/** Decides by what is in scope. */
export const makeDecide: Maker = ({ scope }) => ({
  step: 'decide',
  rule: freshRule(scope),
  inputs: decisionInputs(scope),
  result: { type: 'boolean' },
  rows: [],
  otherwise: true,
  as: freshResult(scope, 'decision'),
})

const NOT_ALLOWED: LocalText = { en: 'This is not possible now.', ru: 'Сейчас это невозможно.' }

function freshRule(scope: FreshScope): string {
  const last = lastOf(scope, 'entity')
  const name = last && scope.reader.entity(last.entity)?.name
  return freshName(new Set(scope.ruleNames), cut(name ? `judge_${name}` : 'judge', LONGEST))
}

function decisionInputs(scope: Scope): NamedValue[] {
  const offers = valuesIn(scope).filter(
    ({ type, value, name }) =>
      type.is === 'plain' && INPUTS.has(type.type.type) && 'path' in value && !name.endsWith('version'),
  )
  const taken = new Set<string>()
  return offers.slice(0, 3).map(({ value, name }) => {
    const input = freshName(taken, ('path' in value && value.path.at(-1)) || name)
    taken.add(input)
    return { name: input, value }
  })
}

const INPUTS: ReadonlySet<string> = new Set(['integer', 'decimal', 'boolean', 'enum', 'date', 'string'])
