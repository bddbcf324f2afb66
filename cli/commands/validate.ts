import type { Topology } from '@/lib/topology/model/topology'
import { EXIT, Failure } from '../failure'
import { describeFindings, describeUnreadable, hasErrors, judgeDesign } from '../findings'
import { readDesign } from '../input'

export interface ValidateOptions {
  readonly format: 'text' | 'json'
}

/** Judges a design by all rules and prints what they find; answers the exit code. */
export function validateCommand(source: string, { format }: ValidateOptions): number {
  const topology = readFor(source, format)
  const findings = judgeDesign(topology)
  process.stdout.write(describeFindings(topology, findings, source, format))
  return hasErrors(findings) ? EXIT.errors : EXIT.fine
}

/** A program that asked for JSON gets it also where there is no design to judge. */
function readFor(source: string, format: ValidateOptions['format']): Topology {
  try {
    return readDesign(source)
  } catch (error) {
    if (format === 'json' && error instanceof Failure) process.stdout.write(describeUnreadable(error.message))
    throw error
  }
}
