import { fixAllSafe as repairAll } from '@/lib/rules/fix-all'
import type { JudgedFinding } from '@/lib/rules/rule'
import { edit } from '@/lib/store/document'
import { stepTexts } from '@/lib/text/history'

/** The findings that "fix all" repairs: what it does takes nothing away that a person made. */
export function safelyFixable(findings: readonly JudgedFinding[]): readonly JudgedFinding[] {
  return findings.filter((finding) => finding.fix?.safe)
}

/** Repairs one finding as one undo step. */
export function applyFix(finding: JudgedFinding): void {
  const { fix } = finding
  if (fix) edit(fix.edit, { replace: true, label: stepTexts.fix(fix.label) })
}

/** Repairs everything that can be repaired safely, as one undo step; the design before is kept as a checkpoint. */
export function fixAllSafe(): void {
  const options = { replace: true, label: stepTexts.fixAll, checkpoint: true }
  edit((topology) => repairAll(topology).topology, options)
}
