import { RULE_GROUPS } from '@/lib/rules/groups'
import type { JudgedFinding, RuleGroup, Severity, Text } from '@/lib/rules/rule'
import { problemTexts, severityGroupTexts } from '@/lib/text/problems'
import { text } from '@/lib/text/text'
import { lookup } from '@/lib/topology/lookup'
import type { Topology } from '@/lib/topology/model/topology'
import { ruleById } from './rule-facts'

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']
export const GROUPINGS = ['severity', 'place', 'law'] as const
export type Grouping = (typeof GROUPINGS)[number]

export interface ProblemGroup {
  readonly key: string
  readonly title: Text
  readonly findings: readonly JudgedFinding[]
}

/** Findings in groups: by how bad they are, by where they are, or by the laws that they break. */
export function groupProblems(
  topology: Topology,
  findings: readonly JudgedFinding[],
  grouping: Grouping,
): readonly ProblemGroup[] {
  const groups = new Map<string, { title: Text; findings: JudgedFinding[] }>()
  for (const finding of worstFirst(findings)) {
    const { key, title } = homeOf(topology, finding, grouping)
    const group = groups.get(key) ?? { title, findings: [] }
    group.findings.push(finding)
    groups.set(key, group)
  }
  const made = [...groups].map(([key, group]) => ({ key, ...group }))
  if (grouping !== 'law') return made
  const order = Object.keys(RULE_GROUPS)
  return made.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
}

function worstFirst(findings: readonly JudgedFinding[]): readonly JudgedFinding[] {
  return SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
}

function homeOf(
  topology: Topology,
  finding: JudgedFinding,
  grouping: Grouping,
): { readonly key: string; readonly title: Text } {
  if (grouping === 'severity') {
    return { key: finding.severity, title: severityGroupTexts[finding.severity] }
  }
  if (grouping === 'law') {
    const group: RuleGroup = ruleById(finding.rule)?.group ?? 'documents'
    return { key: group, title: RULE_GROUPS[group] }
  }
  return placeOf(topology, finding)
}

/** The node that a finding is about: also by an entity of it, or a link that starts there. */
function placeOf(topology: Topology, { at: [{ part, id = '' }] }: JudgedFinding) {
  const look = lookup(topology)
  const owner = part === 'entity' ? look.entity(id)?.owner : part === 'link' ? look.link(id)?.from : id
  const node = look.node(owner ?? '')
  if (node) return { key: node.id, title: text(look.nameOf(node), look.nameOf(node)) }
  return {
    key: part === 'message' ? '.messages' : '.project',
    title: problemTexts[part === 'message' ? 'messages' : 'project'],
  }
}
