/** The class that the error of a `require` step becomes. */

import { isName } from '../identifiers'
import { pascalCase } from '../naming'

const CLASS = /^[A-Z][A-Za-z0-9]*$/

/** `not_verified` and `NotVerified` and `NotVerifiedError` are one class, `NotVerifiedError`; undefined for no name. */
export function errorClass(name: string): string | undefined {
  if (name.length > LONGEST) return undefined
  const stem = isName(name) ? pascalCase(name) : CLASS.test(name) ? name : undefined
  if (stem === undefined || stem === 'Error') return undefined
  return stem.endsWith('Error') ? stem : `${stem}Error`
}

const LONGEST = 40
