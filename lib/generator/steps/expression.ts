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
}

export function atom(code: string, type: Typed): Expression {
  return { code, type, form: 'atom' }
}

/** The expression as an operand of a tighter operator. */
export function bracketed({ code, form }: Expression, over: 'product' | 'sum'): string {
  if (form === 'atom' || (form === 'product' && over === 'sum')) return code
  return `(${code})`
}
