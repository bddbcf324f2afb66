import type { FieldType } from '@/lib/topology/model/field'
import type { Constant } from '@/lib/topology/model/value'
import { holdsConstant } from '@/lib/topology/steps/assignable'
import { constantFor } from '@/lib/topology/steps/fill'

const NUMBER = /^[-+]?\d{1,60}(\.\d{1,40})?$/
const YES: ReadonlySet<string> = new Set(['yes', 'true', 'да'])
const NO: ReadonlySet<string> = new Set(['no', 'false', 'нет'])

/**
 * What a typed text is as a constant of a type; undefined where it is none. Without a type, numbers are numbers and
 * all else is text.
 */
export function readConstant(type: FieldType | undefined, typed: string): Constant | undefined {
  const constant = toConstant(type?.type, typed)
  if (constant === undefined || !type) return constant
  return holdsConstant(type, constant) ? constant : undefined
}

function toConstant(type: FieldType['type'] | undefined, typed: string): Constant | undefined {
  const word = typed.trim()
  switch (type) {
    case 'integer':
    case 'decimal':
      return toNumber(word)
    case 'boolean': {
      const lower = word.toLowerCase()
      if (YES.has(lower)) return true
      return NO.has(lower) ? false : undefined
    }
    case 'string':
    case 'text':
      return typed
    case undefined:
      return toNumber(word) ?? typed
    default:
      return word
  }
}

/** A number where JSON keeps it exactly, else its text. */
function toNumber(word: string): Constant | undefined {
  const text = word.replace(',', '.').replace(/^\u2212/, '-')
  if (!NUMBER.test(text)) return undefined
  const plain = text.replace(/^(?:\+|-(?=0+(?:\.0+)?$))/, '')
  return String(Number(plain)) === plain ? Number(plain) : plain
}

/** What a constant of a type begins as, before a person changes it. */
export function firstConstant(type: FieldType): Constant {
  return constantFor(type) ?? EXAMPLES[type.type] ?? ''
}

/** How constants of each type are written, where it is not plain. */
export const EXAMPLES: Readonly<Partial<Record<FieldType['type'], string>>> = {
  date: '2026-01-31',
  datetime: '2026-01-31T12:00:00Z',
  email: 'team@company.com',
  uuid: '00000000-0000-4000-8000-000000000000',
  reference: '00000000-0000-4000-8000-000000000000',
}
