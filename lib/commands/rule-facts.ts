import type { Rule, Text } from '@/lib/rules/rule'
import { rules } from '@/lib/rules/rules'

const byId = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]))

/** The rule with this id, if there is one. */
export function ruleById(id: string): Rule | undefined {
  return byId.get(id)
}

/** The law that a rule states. */
export function ruleTitle(id: string): Text | undefined {
  return byId.get(id)?.title
}
