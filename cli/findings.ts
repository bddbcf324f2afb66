import { judge } from '@/lib/rules/judge'
import type { JudgedFinding, Target } from '@/lib/rules/rule'
import { formatPath } from '@/lib/share/result'
import { type Lookup, lookup } from '@/lib/topology/lookup'
import type { Topology } from '@/lib/topology/model/topology'
import { EXIT, Failure } from './failure'

/** What the rules find in a design, the worst first. */
export function judgeDesign(topology: Topology): readonly JudgedFinding[] {
  return judge(topology)
}

export function hasErrors(findings: readonly JudgedFinding[]): boolean {
  return findings.some(({ severity }) => severity === 'error')
}

/** Ends the command unless the design may be generated. */
export function requireNoErrors(topology: Topology, source: string): void {
  const findings = judgeDesign(topology)
  if (!hasErrors(findings)) return
  const errors = findings.filter(({ severity }) => severity === 'error')
  throw new Failure(EXIT.errors, `${toText(topology, errors, source)}Nothing was written: errors come first.`)
}

/** Findings for a person, or as one JSON document for a program. */
export function describeFindings(
  topology: Topology,
  findings: readonly JudgedFinding[],
  source: string,
  format: 'text' | 'json',
): string {
  return format === 'json' ? toJson(findings) : toText(topology, findings, source)
}

function toText(topology: Topology, findings: readonly JudgedFinding[], source: string): string {
  const look = lookup(topology)
  const lines = findings.flatMap((finding) => [
    `${finding.severity.padEnd(7)} ${finding.message.en}  [${finding.rule}]`,
    `        at: ${describeTarget(look, finding.at[0])}`,
    ...(finding.fix ? [`        repair: ${finding.fix.label.en}`] : []),
  ])
  return [...lines, summary(findings, source), ''].join('\n')
}

/** Where a finding is, by the names in the design: `entity loan, fields[2].name`. */
function describeTarget(look: Lookup, { part, id = '', path = [] }: Target): string {
  const thing = `${part} ${nameOf(look, part, id)}`.trim()
  return path.length > 0 ? `${thing}, ${formatPath(path)}` : thing
}

function nameOf(look: Lookup, part: Target['part'], id: string): string {
  const node = look.node(id)
  const link = look.link(id)
  switch (part) {
    case 'node':
      return node ? look.nameOf(node) : id
    case 'link':
      return link ? `from ${nameOf(look, 'node', link.from)} to ${nameOf(look, 'node', link.to)}` : id
    case 'entity':
      return look.entity(id)?.name ?? id
    case 'message':
      return look.message(id)?.name ?? id
    default:
      return ''
  }
}

function summary(findings: readonly JudgedFinding[], source: string): string {
  if (findings.length === 0) return `${source}: every rule is kept.`
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return count > 0 ? [`${count} ${severity}${count > 1 && severity !== 'info' ? 's' : ''}`] : []
  })
  return `${source}: ${counts.join(', ')}. \`topoforge rule ID\` explains a rule.`
}

/** What a program reads when the design itself could not be read. */
export function describeUnreadable(message: string): string {
  return `${JSON.stringify({ ok: false, unreadable: message, findings: [] }, null, 2)}\n`
}

function toJson(findings: readonly JudgedFinding[]): string {
  const document = {
    ok: !hasErrors(findings),
    findings: findings.map(({ rule, severity, message, at, fix }) => ({
      rule,
      severity,
      message,
      at,
      ...(fix && { fix: { label: fix.label, safe: fix.safe } }),
    })),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}
