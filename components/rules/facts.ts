import { ruleById } from '@/lib/commands/rule-facts'
import { judge } from '@/lib/rules/judge'
import type { Rule, RuleExample, RuleGroup, Severity, Text } from '@/lib/rules/rule'
import { encodeLink } from '@/lib/share/link'
import { type Drawing, draw } from './drawing'

/** An example of a rule as a page shows it: drawn, judged, and ready to be opened. */
export interface ExampleFacts {
  readonly name: Text
  readonly drawing: Drawing
  readonly link: string
  readonly findings: readonly { readonly message: Text; readonly fix: Text | undefined }[]
}

/** What the list of rules says of each. */
export interface RuleSummary {
  readonly id: string
  readonly group: RuleGroup
  readonly severity: Severity
  readonly title: Text
}

/** What the page of a rule says; plain data, so that a page carries nothing but itself. */
export interface RuleFacts extends RuleSummary {
  readonly why: Text
  readonly invalid: readonly ExampleFacts[]
  readonly valid: readonly ExampleFacts[]
}

export function summaryOf({ id, group, severity, title }: Rule): RuleSummary {
  return { id, group, severity, title }
}

/** Everything about the rule with this id; undefined for an unknown one. */
export function factsOf(id: string): RuleFacts | undefined {
  const rule = ruleById(id)
  return (
    rule && {
      ...summaryOf(rule),
      why: rule.why,
      invalid: rule.examples.invalid.map((example) => exampleFacts(rule, example)),
      valid: rule.examples.valid.map((example) => exampleFacts(rule, example)),
    }
  )
}

function exampleFacts(rule: Rule, { name, topology }: RuleExample): ExampleFacts {
  const own = judge(topology).filter((finding) => finding.rule === rule.id)
  const faulty = new Set(
    own.flatMap(({ at }) => at.flatMap(({ part, id }) => (part === 'link' && id ? [id] : []))),
  )
  const findings = own.map(({ message, fix }) => ({ message, fix: fix?.label }))
  return { name, drawing: draw(topology, faulty), link: `/#${encodeLink(topology)}`, findings }
}
