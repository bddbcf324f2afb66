import { layoutStatements, opened } from '../python/layout'
import { LINE_LENGTH, widthOf } from '../python/width'
import { opposite, type Test } from './conditions'
import type { Expression } from './expression'

const STEP = '    '

/** Collects the lines of a Python function as a formatter would write them. */
export class Writer {
  readonly lines: string[] = []
  private held = 0
  private last = { code: '', indent: '', end: -1 }

  constructor(private indent: string) {}

  /** A call, an assignment of a call or of a name, a return: what can be opened at its brackets. */
  statement(code: string): void {
    this.lines.push(layoutStatements(this.indent + code))
    this.last = { code, indent: this.indent, end: this.lines.length }
  }

  /** Returns a value; what was put into a variable just before needs no variable. */
  answer(code: string): void {
    const { last } = this
    const made = `${code} = `
    const isMade = last.end === this.lines.length && last.indent === this.indent && last.code.startsWith(made)
    if (isMade) this.lines.pop()
    this.statement(`return ${isMade ? last.code.slice(made.length) : code}`)
  }

  /** `name = a * b`, over several lines where it needs them. */
  assign(name: string, { code, chain }: Expression): void {
    const head = `${name} = `
    if (!chain || this.fits(head + code)) this.statement(head + code)
    else this.bracket(head, [chain], '')
  }

  /** A line that runs its block where the test holds, or where it does not. */
  when(test: Test, block: () => void, { not = false } = {}): void {
    const before = this.lines.length
    this.test('if', test, not, ':')
    const opened = this.lines.length
    this.block(block)
    // Where there is nothing to do, nothing is asked.
    if (this.lines.length === opened) this.lines.length = before
  }

  /** Gives back whether the test holds, or whether it does not. */
  whether(test: Test, { not = false } = {}): void {
    this.test('return', test, not, '')
  }

  private test(word: string, test: Test, not: boolean, tail: string): void {
    const turned = not ? opposite(test.parts) : { not: false, parts: test.parts }
    const body = turned.parts.map((part) => part.join(' ')).join(' and ')
    const head = turned.not ? `${word} not ` : `${word} `
    const flat = turned.not ? `${head}(${body})${tail}` : `${head}${body}${tail}`
    if (this.fits(flat)) this.lines.push(this.indent + flat)
    else this.bracket(head, turned.parts, tail)
  }

  /** What is written meanwhile, indented as a block, without being put among the lines. */
  collect(write: () => void): readonly string[] {
    const before = this.lines.length
    this.block(write)
    return this.lines.splice(before)
  }

  /** A name for a sum over a list that is too long to stand in something else. */
  total(item: string, list: string, zero: string | null): string {
    this.held += 1
    const name = `value_${this.held}`
    const items = `${item} for one in ${list}`
    const flat = `${name} = sum(${zero === null ? items : `(${items}), ${zero}`})`
    if (this.fits(flat)) this.line(flat)
    else this.openTotal(name, [item, `for one in ${list}`], zero)
    return name
  }

  private openTotal(name: string, items: readonly string[], zero: string | null): void {
    const [one, two] = [this.indent + STEP, this.indent + STEP + STEP]
    const flat = items.join(' ')
    const fits = (code: string) => one.length + widthOf(code) <= LINE_LENGTH
    this.line(`${name} = sum(`)
    if (zero === null) this.lines.push(...(fits(flat) ? [flat] : items).map((line) => one + line))
    else {
      const inner = fits(`(${flat}), ${zero}`)
        ? [`${one}(${flat}), ${zero}`]
        : fits(`(${flat}),`)
          ? [`${one}(${flat}),`, `${one}${zero},`]
          : [`${one}(`, ...items.map((line) => two + line), `${one}),`, `${one}${zero},`]
      this.lines.push(...inner)
    }
    this.line(')')
  }

  block(write: () => void): void {
    const { indent } = this
    this.indent += STEP
    write()
    this.indent = indent
  }

  line(code: string): void {
    this.lines.push(this.indent + code)
  }

  /** A name of its own for a part of something that is too long as a whole. */
  hold(expression: Expression): string {
    this.held += 1
    const name = `value_${this.held}`
    this.assign(name, expression)
    return name
  }

  /** Whether a line has room for the code. */
  fits(code: string): boolean {
    return this.indent.length + widthOf(code) <= LINE_LENGTH
  }

  /** In brackets: on one line if that fits, else a line for each part, else one for each operand. */
  private bracket(head: string, parts: Test['parts'], tail: string): void {
    const inner = this.indent + STEP
    const whole = parts.map((part) => part.join(' ')).join(' and ')
    const fits = (code: string) => inner.length + widthOf(code) <= LINE_LENGTH
    this.lines.push(`${this.indent}${head}(`)
    if (fits(whole)) this.lines.push(inner + whole)
    else
      for (const [index, part] of parts.entries()) {
        const lead = index > 0 ? 'and ' : ''
        const one = lead + part.join(' ')
        if (fits(one)) this.lines.push(inner + one)
        else this.lines.push(...operands(part, lead, inner))
      }
    this.lines.push(`${this.indent})${tail}`)
  }
}

/** `a` / `== b`, each operator with what follows it. */
function operands(part: readonly string[], lead: string, indent: string): readonly string[] {
  const [first = '', ...rest] = part
  const lines = [`${indent}${lead}${first}`]
  for (let index = 0; index < rest.length; index += 2) {
    const line = `${indent}${rest[index]} ${rest[index + 1] ?? ''}`.trimEnd()
    // The last part of a conditional is often a call.
    lines.push(rest[index] === 'else' ? opened(line) : line)
  }
  return lines
}
