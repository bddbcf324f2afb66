// Up to nine digits a number is exact and its text is its own.
const NUMBERED = /^(.*?)(0|[1-9]\d{0,8})$/s

function split(id: string): { stem: string; digits: string } {
  const [, stem = id, digits = ''] = NUMBERED.exec(id) ?? []
  return { stem, digits }
}

/** The order of ids in the canonical form: by stem, then by number, so that `api-2` comes before `api-10`. */
export function compareIds(a: string, b: string): number {
  if (a === b) return 0
  const [left, right] = [split(a), split(b)]
  if (left.stem !== right.stem) return left.stem < right.stem ? -1 : 1
  return Number(left.digits || -1) - Number(right.digits || -1)
}

/** The id that usually follows this one: `api-3` after `api-2`, and `api-2` after `api`. */
export function nextId(id: string): string {
  const { stem, digits } = split(id)
  return digits ? `${stem}${Number(digits) + 1}` : `${id}-2`
}
