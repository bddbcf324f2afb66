import type { CoverageOfService } from './coverage'
import type { Outcome } from './stages'

/** What a run found out about one design, or about one thing that is tried once. */
export interface Result {
  readonly design: string
  readonly services: number
  readonly entities: number
  readonly outcomes: readonly Outcome[]
  readonly coverage: readonly CoverageOfService[]
  /** Something that is tried once in a run, not the stages of a design. */
  readonly once?: boolean
  /** The command that does this again. */
  readonly repeat: string
}

const SHOWN_LINES = 40

function leastCovered({ coverage }: Result): CoverageOfService | undefined {
  return coverage.toSorted((a, b) => a.percent - b.percent)[0]
}

export const failuresOf = ({ outcomes }: Result): readonly Outcome[] => outcomes.filter(({ ok }) => !ok)

/** One line when a design is done. */
export function toLine(result: Result): string {
  const failed = failuresOf(result)
  const seconds = result.outcomes.reduce((sum, outcome) => sum + outcome.seconds, 0)
  const verdict = failed.length === 0 ? 'ok    ' : 'FAILED'
  const what =
    failed.length === 0 ? `${result.outcomes.length} checks` : failed.map(({ stage }) => stage).join(', ')
  return `${verdict}  ${result.design}  ${what} (${seconds.toFixed(1)} s)`
}

/** What a person needs to repeat and mend each failure; long outputs are cut in the middle. */
export function toFailureText(result: Result): string {
  return failuresOf(result)
    .map(({ stage, detail }) => `--- ${result.design}, ${stage}\n${cut(detail ?? '')}`)
    .concat(`Again: ${result.repeat}`)
    .join('\n')
}

function cut(text: string): string {
  const lines = text.trim().split('\n')
  if (lines.length <= SHOWN_LINES) return lines.join('\n')
  const half = SHOWN_LINES / 2
  return [...lines.slice(0, half), `… ${lines.length - SHOWN_LINES} lines …`, ...lines.slice(-half)].join(
    '\n',
  )
}

/** A table of every design: its size, the seconds of each stage, and its least covered service. */
export function toTable(results: readonly Result[]): string {
  const designs = results.filter(({ once }) => !once)
  const names = designs.flatMap(({ outcomes }) => outcomes.map(({ stage }) => stage))
  const stages = [...new Set(names)].filter((stage) => stage !== 'coverage')
  const head = ['design', 'services', 'entities', ...stages, 'least coverage']
  const rows = designs.map((result) => {
    const time = (stage: string) => {
      const outcome = result.outcomes.find((candidate) => candidate.stage === stage)
      return outcome ? `${outcome.seconds.toFixed(1)}${outcome.ok ? '' : ' !'}` : ''
    }
    const least = leastCovered(result)
    const coverage = least ? `${least.percent.toFixed(1)} % ${least.service}` : ''
    return [result.design, `${result.services}`, `${result.entities}`, ...stages.map(time), coverage]
  })
  return align([head, ...rows])
}

/** What was tried once, one line each. */
export function toOnceLines(results: readonly Result[]): string {
  const tried = results.filter(({ once }) => once)
  return tried.map(toLine).join('\n')
}

/** Columns under one another; the first and the last are texts, the others numbers. */
export function align(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const isText = (column: number) => column === 0 || column === widths.length - 1
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** A check is one stage of one design, or one thing tried once. */
export function countChecks(results: readonly Result[]): { passed: number; failed: number } {
  const outcomes = results.flatMap((result) => result.outcomes)
  const failed = outcomes.filter(({ ok }) => !ok).length
  return { passed: outcomes.length - failed, failed }
}
