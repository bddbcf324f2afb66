import { ruleById } from '@/lib/commands/rule-facts'
import { judge } from '@/lib/rules/judge'
import type { CodeExample, DrawnRule, Rule, RuleExample, RuleGroup, Severity, Text } from '@/lib/rules/rule'
import { encodeLink } from '@/lib/share/link'
import { type Drawing, draw } from './drawing'

/** An example of a rule as a page shows it: drawn and judged, or written; and ready to be opened where it is a design. */
export interface ExampleFacts {
  readonly name: Text
  readonly drawing: Drawing | undefined
  readonly code: string | undefined
  readonly link: string | undefined
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
  /** Why no drawing can break it, where that is so. */
  readonly because: Text | undefined
  readonly invalid: readonly ExampleFacts[]
  readonly valid: readonly ExampleFacts[]
}

export function summaryOf({ id, group, severity, title }: Rule): RuleSummary {
  return { id, group, severity, title }
}

/** Everything about the rule with this id; undefined for an unknown one. */
export function factsOf(id: string): RuleFacts | undefined {
  const rule = ruleById(id)
  if (!rule) return undefined
  const law = { ...summaryOf(rule), why: rule.why, because: rule.undrawable?.because }
  return rule.examples
    ? {
        ...law,
        invalid: rule.examples.invalid.map((example) => exampleFacts(rule, example)),
        valid: rule.examples.valid.map((example) => exampleFacts(rule, example)),
      }
    : {
        ...law,
        invalid: [codeFacts(rule.undrawable.invalid)],
        valid: [codeFacts(rule.undrawable.valid)],
      }
}

function exampleFacts(rule: DrawnRule, { name, topology }: RuleExample): ExampleFacts {
  const own = judge(topology).filter((finding) => finding.rule === rule.id)
  const faulty = {
    links: new Set(
      own.flatMap(({ at }) => at.flatMap(({ part, id }) => (part === 'link' && id ? [id] : []))),
    ),
    nodes: new Set(own.flatMap(({ at: [{ part, id }] }) => (part === 'node' && id ? [id] : []))),
  }
  const findings = own.map(({ message, fix }) => ({ message, fix: fix?.label }))
  const link = `/#${encodeLink(topology)}`
  return { name, drawing: draw(topology, faulty), code: undefined, link, findings }
}

function codeFacts({ name, code, topology }: CodeExample): ExampleFacts {
  return {
    name,
    code,
    drawing: topology && draw(topology, { links: new Set(), nodes: new Set() }),
    link: topology && `/#${encodeLink(topology)}`,
    findings: [],
  }
}
