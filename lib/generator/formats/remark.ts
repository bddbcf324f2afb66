/** A value with a comment that stands above it in the file. Comments are words of the generator only. */
export class Remark<T> {
  constructor(
    readonly comment: string,
    readonly value: T,
  ) {
    if (!/^[\x20-\x7e]+$/.test(comment)) throw new Error(`Not a comment of the generator: ${comment}`)
  }
}

/** Puts a comment above a value. */
export function remark<T>(comment: string, value: T): Remark<T> {
  return new Remark(comment, value)
}
