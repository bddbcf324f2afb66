import type { Typed } from './typed'

/** A Python expression with its type. */
export interface Expression {
  readonly code: string
  readonly type: Typed
  /**
   * How tightly it holds together: a name, a path, a literal or a call is an `atom` and needs no brackets; a `sum` has
   * + or − outside of brackets, a `product` only ×.
   */
  readonly form: 'atom' | 'product' | 'sum'
  /** Its operands and operators where it is a chain of them, for breaking it over lines. */
  readonly chain?: readonly string[]
  /** Where what it is read from may be missing: those parts, and the value itself once they are there. */
  readonly within?: {
    readonly missing: readonly string[]
    readonly code: string
    readonly isDoubted: boolean
  }
}

/** A value that is read from parts which may be missing: without one of them it is None. */
export function readWithin(
  missing: readonly string[],
  code: string,
  type: Typed,
  isDoubted: boolean,
): Expression {
  const chain = ['None', 'if', missing.map((part) => `${part} is None`).join(' or '), 'else', code]
  return { code: chain.join(' '), type, form: 'sum', chain, within: { missing, code, isDoubted } }
}

export function atom(code: string, type: Typed): Expression {
  return { code, type, form: 'atom' }
}

/** The expression as an operand of a tighter operator. */
export function bracketed({ code, form }: Expression, over: 'product' | 'sum'): string {
  if (form === 'atom' || (form === 'product' && over === 'sum')) return code
  return `(${code})`
}
