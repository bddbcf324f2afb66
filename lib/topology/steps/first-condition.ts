/** A condition to start from. */
import type { Condition } from '../model/value'
import { valuesIn } from './offers'
import type { Scope } from './scope'

/** A true condition about the first thing in scope that one can ask about; about the calendar where there is none. */
export function firstCondition(scope: Scope): Condition {
  const offers = valuesIn(scope).filter(({ value }) => 'path' in value)
  for (const { value, type } of offers) {
    if (type.is !== 'plain' || type.optional) continue
    const right =
      type.type.type === 'boolean' ? true : type.type.type === 'enum' ? type.type.values[0]?.name : undefined
    if (right === undefined) continue
    return { test: 'compare', operator: '=', left: value, right: { value: 'constant', constant: right } }
  }
  const missing = offers.find(({ type }) => type.optional) ?? offers.find(({ type }) => type.is === 'plain')
  if (missing) return { test: 'is_set', value: missing.value }
  const start = { value: 'constant', constant: '2026-01-01' } as const
  return { test: 'compare', operator: '>=', left: { value: 'today' }, right: start }
}
