import { fixAllSafe as repairAll } from '@/lib/rules/fix-all'
import type { JudgedFinding } from '@/lib/rules/rule'
import { edit } from '@/lib/store/document'

/** The findings that "fix all" repairs: what it does takes nothing away that a person made. */
export function safelyFixable(findings: readonly JudgedFinding[]): readonly JudgedFinding[] {
  return findings.filter((finding) => finding.fix?.safe)
}

/** Repairs one finding as one undo step. */
export function applyFix(finding: JudgedFinding): void {
  if (finding.fix) edit(finding.fix.edit, { replace: true })
}

/** Repairs everything that can be repaired safely, as one undo step. */
export function fixAllSafe(): void {
  edit((topology) => repairAll(topology).topology, { replace: true })
}
