import { type Pattern, PatternError, type PatternFault, parsePattern } from './pattern/parse'
import { candidates } from './pattern/sample'
import { isSlow } from './pattern/slow'
import { writePattern } from './pattern/write'

export type { PatternFault } from './pattern/parse'

/** How many different texts of a pattern are looked for: as many rows as a unique field must be able to hold. */
export const SAMPLES = 10

interface Read {
  readonly pattern?: Pattern
  readonly fault?: PatternFault
}

const read = remember((source: string): Read => {
  try {
    const pattern = parsePattern(source)
    if (pattern.ways.some(({ body }) => isSlow(body))) return { fault: { fault: 'slow' } }
    return writePattern(pattern, '$') === '' ? { fault: { fault: 'empty' } } : { pattern }
  } catch (error) {
    if (error instanceof PatternError) return { fault: error.fault }
    throw error
  }
})

/** Why a pattern cannot be used; undefined for a good one. */
export function faultOfPattern(source: string): PatternFault | undefined {
  return read(source).fault
}

/**
 * The pattern in the form that pydantic (Rust), OpenAPI and JavaScript read
 * alike: a text is right when it contains a match. Only for patterns without a fault.
 */
export function portablePattern(source: string): string {
  return writePattern(parsePattern(source), '$')
}

/** The pattern for Python's `re.search`, where `$` would let a last newline pass. */
export function pythonPattern(source: string): string {
  return writePattern(parsePattern(source), '\\Z')
}

/** Whether a text passes a pattern that has no fault. */
export function matchesPattern(source: string, text: string): boolean {
  return expressionOf(source).test(text)
}

const expressionOf = remember((source: string) => new RegExp(portablePattern(source), 'u'))

/**
 * Up to ten different texts that pass the pattern and whose length in
 * characters is within the limits; none, when none was found or the pattern
 * has a fault. The same every time.
 */
export function samplePatterns(source: string, minLength: number, maxLength: number): readonly string[] {
  return sampled(JSON.stringify([source, minLength, maxLength]))
}

/** One text that passes the pattern within the limits; undefined where none was found. */
export function samplePattern(source: string, minLength: number, maxLength: number): string | undefined {
  return samplePatterns(source, minLength, maxLength)[0]
}

const sampled = remember((key: string): readonly string[] => {
  const [source, min, max] = JSON.parse(key) as [string, number, number]
  const { pattern } = read(source)
  const found = new Set<string>()
  if (!pattern || min > max) return []
  for (const text of candidates(pattern, { min, max })) {
    const length = Array.from(text).length
    if (length >= min && length <= max && matchesPattern(source, text)) found.add(text)
    if (found.size >= SAMPLES) break
  }
  return [...found]
})

/** Keeps the latest answers, so that judging after every keystroke parses nothing twice. */
function remember<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const answer = known.get(key) ?? make(key)
    known.set(key, answer)
    if (known.size > 1000) known.clear()
    return answer
  }
}
