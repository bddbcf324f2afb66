import { EXIT } from '../failure'
import { describeFindings, hasErrors, judgeDesign } from '../findings'
import { readDesign } from '../input'

export interface ValidateOptions {
  readonly format: 'text' | 'json'
}

/** Judges a design by all rules and prints what they find; answers the exit code. */
export function validateCommand(source: string, { format }: ValidateOptions): number {
  const findings = judgeDesign(readDesign(source))
  process.stdout.write(describeFindings(findings, source, format))
  return hasErrors(findings) ? EXIT.errors : EXIT.fine
}
