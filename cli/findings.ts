import { judge } from '@/lib/rules/judge'
import type { JudgedFinding } from '@/lib/rules/rule'
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
  throw new Failure(EXIT.errors, `${toText(errors, source)}Nothing was written: errors come first.`)
}

/** Findings for a person, or as one JSON document for a program. */
export function describeFindings(
  findings: readonly JudgedFinding[],
  source: string,
  format: 'text' | 'json',
): string {
  return format === 'json' ? toJson(findings) : toText(findings, source)
}

function toText(findings: readonly JudgedFinding[], source: string): string {
  const lines = findings.flatMap((finding) => [
    `${finding.severity.padEnd(7)} ${finding.message.en}  [${finding.rule}]`,
    ...(finding.fix ? [`        repair: ${finding.fix.label.en}`] : []),
  ])
  return [...lines, summary(findings, source), ''].join('\n')
}

function summary(findings: readonly JudgedFinding[], source: string): string {
  if (findings.length === 0) return `${source}: every rule is kept.`
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return count > 0 ? [`${count} ${severity}${count > 1 && severity !== 'info' ? 's' : ''}`] : []
  })
  return `${source}: ${counts.join(', ')}. \`topoforge rule ID\` explains a rule.`
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
