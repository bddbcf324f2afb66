import { sampleCharacters } from './characters'
import type { Part, Pattern, Way } from './parse'

interface Lengths {
  readonly min: number
  readonly max: number
}

/** Texts of up to `tries` shapes that are meant to match, shortest first; whether they do is for the caller to test. */
export function* candidates(pattern: Pattern, wanted: Lengths, tries = 400): Generator<string> {
  const plan = new Plan()
  const shortest = Math.min(...pattern.ways.map(({ body }) => plan.lengthsOf(body).min))
  const from = Math.max(wanted.min, Math.min(shortest, wanted.max))
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const way = pattern.ways[attempt % pattern.ways.length]
    const length = Math.min(from + (Math.floor(attempt / pattern.ways.length) % 40), wanted.max)
    if (way) yield writeSample(plan, way, length, wanted.min, attempt)
  }
}

function writeSample(plan: Plan, way: Way, length: number, least: number, attempt: number): string {
  const text = plan.write(way.body, length, new Choices(attempt))
  const missing = Math.max(0, least - count(text))
  if (missing === 0) return text
  if (!way.toEnd) return text + 'a'.repeat(missing)
  return way.fromStart ? text : 'a'.repeat(missing) + text
}

const count = (text: string) => Array.from(text).length

/** Choices that look arbitrary and are the same every time. */
class Choices {
  private state: number

  constructor(attempt: number) {
    this.state = attempt
  }

  /** The first attempt takes the first of everything. */
  pick<T>(options: readonly T[]): T | undefined {
    if (this.state === 0) return options[0]
    this.state = (Math.imul(this.state, 1_103_515_245) + 12_345) & 0x7fffffff
    return options[(this.state >> 8) % options.length]
  }
}

/** Writes texts of a wanted length for the parts of one pattern; remembers what each part can do. */
class Plan {
  private readonly lengths = new Map<Part, Lengths>()
  private readonly letters = new Map<Part, readonly string[]>()

  lengthsOf(part: Part): Lengths {
    const known = this.lengths.get(part) ?? this.measure(part)
    this.lengths.set(part, known)
    return known
  }

  private measure(part: Part): Lengths {
    switch (part.part) {
      case 'characters':
        return { min: 1, max: 1 }
      case 'sequence':
        return part.parts
          .map((item) => this.lengthsOf(item))
          .reduce((sum, { min, max }) => ({ min: sum.min + min, max: sum.max + max }), { min: 0, max: 0 })
      case 'choice': {
        const all = part.choices.map((item) => this.lengthsOf(item))
        return { min: Math.min(...all.map(({ min }) => min)), max: Math.max(...all.map(({ max }) => max)) }
      }
      case 'repeat': {
        const { min, max } = this.lengthsOf(part.of)
        return { min: min * part.min, max: max === 0 ? 0 : max * part.max }
      }
    }
  }

  write(part: Part, length: number, choices: Choices): string {
    switch (part.part) {
      case 'characters':
        return choices.pick(this.lettersOf(part)) ?? ''
      case 'sequence':
        return this.writeInTurn(part.parts, length, choices)
      case 'choice':
        return this.writeChoice(part.choices, length, choices)
      case 'repeat':
        return this.writeInTurn(this.repeated(part, length), length, choices)
    }
  }

  private lettersOf(part: Part & { part: 'characters' }): readonly string[] {
    const known = this.letters.get(part) ?? sampleCharacters(part.characters)
    this.letters.set(part, known)
    return known
  }

  private writeChoice(options: readonly Part[], length: number, choices: Choices): string {
    const fitting = options.filter((option) => {
      const { min, max } = this.lengthsOf(option)
      return min <= length && length <= max
    })
    const short = options.filter((option) => this.lengthsOf(option).min <= length)
    const [first] = [fitting, short, options].filter((list) => list.length > 0)
    const chosen = choices.pick(first ?? [])
    return chosen ? this.write(chosen, length, choices) : ''
  }

  private repeated(part: Part & { part: 'repeat' }, length: number): readonly Part[] {
    const { min, max } = this.lengthsOf(part.of)
    const needed = max === 0 ? part.min : Math.ceil(length / Math.max(1, max))
    const most = min === 0 ? needed : Math.floor(length / min)
    const times = Math.max(part.min, Math.min(needed, most, part.max))
    return Array.from({ length: times }, () => part.of)
  }

  /** Gives every part its least length and what is left over to the first that can take it. */
  private writeInTurn(parts: readonly Part[], length: number, choices: Choices): string {
    let reserved = parts.reduce((sum, part) => sum + this.lengthsOf(part).min, 0)
    let spent = 0
    const texts: string[] = []
    for (const part of parts) {
      const { min, max } = this.lengthsOf(part)
      reserved -= min
      const share = Math.max(min, Math.min(max, length - spent - reserved))
      const text = this.write(part, share, choices)
      spent += count(text)
      texts.push(text)
    }
    return texts.join('')
  }
}
