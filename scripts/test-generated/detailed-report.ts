import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { REPORTS } from '../results.mjs'
import type { Result } from './report'

/** Where the last run left what it found out, for whoever wants more than counts. */
export const GENERATED_REPORT = join(REPORTS, 'generated.json')

export type GeneratedReport = readonly {
  readonly design: string
  readonly outcomes: readonly { readonly stage: string; readonly ok: boolean }[]
}[]

/** Leaves which stage of which design passed. */
export function writeReport(results: readonly Result[]): void {
  const report: GeneratedReport = results.map(({ design, outcomes }) => ({
    design,
    outcomes: outcomes.map(({ stage, ok }) => ({ stage, ok })),
  }))
  mkdirSync(REPORTS, { recursive: true })
  writeFileSync(GENERATED_REPORT, `${JSON.stringify(report)}\n`)
}
