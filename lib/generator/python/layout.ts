import { LINE_LENGTH, widthOf } from './width'

const STEP = '    '

/** A statement cut at the brackets where a formatter would open it. */
interface Cut {
  /** Up to and with the opening bracket. */
  readonly head: string
  readonly body: string
  /** From the closing bracket on. */
  readonly tail: string
}

/**
 * Lays out Python statements, one a line and each written on one line, as the project's ruff would: as they are
 * where they fit, else opened at their brackets. Made for calls, signatures, literals and assignments of them;
 * what it cannot lay out is a fault of the template.
 */
export function layoutStatements(text: string): string {
  return text
    .split('\n')
    .map((line) => layoutLine(line.trimStart(), line.slice(0, line.length - line.trimStart().length)))
    .join('\n')
}

/** A line of a statement that stands over several, opened at its own brackets where it is too long. */
export function opened(line: string): string {
  return widthOf(line) > LINE_LENGTH ? layoutStatements(line) : line
}

function layoutLine(line: string, indent: string): string {
  if (fits(indent, line) && !hasOpenComma(line)) return indent + line
  refuseOperators(line)
  const cut = findCut(line)
  const wrapped = !cut || !fits(indent, cut.head) ? wrapValue(line, indent) : undefined
  if (wrapped) return wrapped
  if (!cut) throw new Error(`Too long a line, and no brackets to open: ${line}`)
  const inner = indent + STEP
  const items = splitItems(cut.body)
  const together = cut.body.replace(/,\s*$/, '')
  if (cut.head.length > 1 && canStayTogether(cut, items) && fits(inner, together)) {
    return `${indent}${cut.head}\n${inner}${together}\n${indent}${cut.tail}`
  }
  // A lone star argument or an unpacked generator takes no comma of its own.
  const comma = items.length === 1 && / for .* in /.test(items[0] ?? '') ? '' : ','
  const lines = items.map((item) => layoutItem(item, inner, comma))
  return `${indent}${cut.head}\n${lines.join('\n')}\n${indent}${cut.tail}`
}

/**
 * Calls and signatures keep their arguments on one line where that fits; lists, sets and dicts never do, nor
 * does a function's only parameter.
 */
function canStayTogether({ head, body }: Cut, items: readonly string[]): boolean {
  if (/,\s*$/.test(body)) return false
  if (/^(async )?def /.test(head)) return items.length > 1
  const isLiteral = !/[\w\])]$/.test(head.slice(0, -1))
  return !isLiteral || items.length === 1
}

function layoutItem(item: string, indent: string, comma: string): string {
  // A name that is given to a parameter stays behind it, however long both are.
  if (fits(indent, item + comma) || /^\w+=[\w.]+$/.test(item)) return indent + item + comma
  return layoutLine(item + comma, indent)
}

/** `name = value` whose first line is too long goes into parentheses of its own, and is laid out in there. */
function wrapValue(line: string, indent: string): string | undefined {
  const [, target, value] = /^([^=]+ =) (.+)$/.exec(line) ?? []
  const inner = indent + STEP
  if (!target || !value || !fits(inner, findCut(value)?.head ?? value)) return undefined
  return `${indent}${target} (\n${layoutLine(value, inner)}\n${indent})`
}

/** Where operators stand outside of brackets, a formatter opens lines in ways that are not made here. */
function refuseOperators(line: string): void {
  let outside = ''
  scan(line, (character, _, depth) => {
    if (depth === 0) outside += character
  })
  if (
    /^(assert|if|elif|while|for|async for|with|async with|from|import) |\s([-+*/%|&<>]|[=!<>]=|and|or|in|is|not|if)\s/.test(
      outside,
    )
  ) {
    throw new Error(`Too long a line, and no way to lay it out: ${line}`)
  }
}

function fits(indent: string, line: string): boolean {
  return indent.length + widthOf(line) <= LINE_LENGTH
}

/** A comma before the last closing bracket says: keep it open. */
function hasOpenComma(line: string): boolean {
  return /,\s*[)\]}]/.test(line) && Boolean(findCut(line)?.body.trimEnd().endsWith(','))
}

/** Definitions are opened at their parameters, everything else at its last brackets that hold something. */
function findCut(line: string): Cut | undefined {
  const groups = outerGroups(line).filter(({ start, end }) => end > start + 1)
  const group = /^(async def|def|class) /.test(line) ? groups[0] : groups.at(-1)
  if (!group) return undefined
  return {
    head: line.slice(0, group.start + 1),
    body: line.slice(group.start + 1, group.end).trim(),
    tail: line.slice(group.end),
  }
}

/** Where the outermost brackets of a line begin and end, texts in quotes left out. */
function outerGroups(line: string): { start: number; end: number }[] {
  const groups: { start: number; end: number }[] = []
  let start = 0
  scan(line, (character, index, depth) => {
    if ('([{'.includes(character) && depth === 0) start = index
    if (')]}'.includes(character) && depth === 1) groups.push({ start, end: index })
  })
  return groups
}

function splitItems(body: string): string[] {
  const items: string[] = []
  let start = 0
  scan(body, (character, index, depth) => {
    if (character !== ',' || depth !== 0) return
    items.push(body.slice(start, index))
    start = index + 1
  })
  return [...items, body.slice(start)].map((item) => item.trim()).filter(Boolean)
}

/** Goes through the characters outside of quotes, with the depth of brackets before each. */
function scan(text: string, see: (character: string, index: number, depth: number) => void): void {
  let depth = 0
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index)
    if (character === '"' || character === "'") {
      index = endOfString(text, index)
      continue
    }
    see(character, index, depth)
    if ('([{'.includes(character)) depth += 1
    if (')]}'.includes(character)) depth -= 1
  }
}

function endOfString(text: string, start: number): number {
  const quote = text.charAt(start)
  for (let index = start + 1; index < text.length; index += 1) {
    if (text.charAt(index) === '\\') index += 1
    else if (text.charAt(index) === quote) return index
  }
  throw new Error(`A text in quotes has no end: ${text}`)
}
