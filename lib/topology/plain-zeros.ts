/** Objects in which no minus zero stands; documents are immutable, so it stays so. */
const plain = new WeakSet<object>()

/**
 * The same value without minus zeros, which JSON writes like any other zero and so loses on the way. Parts that hold
 * none stay the objects they were.
 */
export function plainZeros<T>(value: T): T {
  return Object.is(value, -0) ? (0 as T) : within(value)
}

function within<T>(value: T): T {
  if (typeof value !== 'object' || value === null || plain.has(value)) return value
  const made = Array.isArray(value) ? listOf(value) : partsOf(value)
  plain.add(made)
  return made as T
}

function listOf(list: readonly unknown[]): readonly unknown[] {
  const items = list.map(plainZeros)
  return items.every((item, index) => Object.is(item, list[index])) ? list : items
}

function partsOf(value: object): object {
  const before = Object.entries(value)
  const after = before.map(([key, part]: [string, unknown]): [string, unknown] => [key, plainZeros(part)])
  return after.every(([, part], index) => Object.is(part, before[index]?.[1]))
    ? value
    : Object.fromEntries(after)
}
