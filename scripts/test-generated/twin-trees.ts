import { parse as parseToml } from 'smol-toml'
import { parseAllDocuments } from 'yaml'
import type { GeneratedFile } from '@/lib/generator/generated-file'

/** The same design twice: once with harmless texts, once with hostile ones. */
export interface Twins {
  readonly name: string
  /** What every text of the harmless design says. */
  readonly marker: string
  /** What every text of the hostile design says. */
  readonly text: string
  readonly harmless: ReadonlyMap<string, GeneratedFile>
  readonly hostile: ReadonlyMap<string, GeneratedFile>
}

const PARSERS: Readonly<Record<string, (text: string) => unknown>> = {
  json: (text) => JSON.parse(text),
  toml: (text) => parseToml(text),
  yaml: readYaml,
  yml: readYaml,
}

function readYaml(text: string): unknown {
  return parseAllDocuments(text).map((document) => {
    if (document.errors[0]) throw document.errors[0]
    return document.toJS()
  })
}

/** Texts may be cut where a place has a limit; such long ones are not followed to where they go. */
const LONGEST_FOLLOWED = 200

/** What may stand where the harmless design has its marker; nothing when that is not followed. */
export function formsOf({ marker, text }: Twins): readonly string[] | null {
  if (marker === '' || text.length > LONGEST_FOLLOWED) return null
  // Ends of labels are trimmed, and half a surrogate pair is nothing that data formats can carry.
  return [text, text.trim(), text.trim().replace(LONE, '\ufffd')]
}

function wantedTexts(before: string, twins: Twins): readonly string[] | undefined {
  return formsOf(twins)?.map((form) => before.replaceAll(twins.marker, () => form))
}

/** What changed besides the texts: paths, trees of data, lines of prose, characters that no file may have. */
export function* findDifferences(twins: Twins): Iterable<string> {
  const { harmless, hostile } = twins
  const [before, after] = [[...harmless.keys()].join('\n'), [...hostile.keys()].join('\n')]
  if (before !== after) yield 'other files were made'
  for (const [path, { content }] of hostile) {
    const twin = harmless.get(path)
    if (!twin) continue
    for (const fault of compareFile(path, twin.content, content, twins)) yield `${path}: ${fault}`
  }
}

/** Python files that the text is in, as path, harmless and hostile text; what is equal needs no look. */
export function* changedPython({ harmless, hostile }: Twins): Iterable<readonly [string, string, string]> {
  for (const [path, { content }] of hostile) {
    const before = harmless.get(path)?.content
    if (path.endsWith('.py') && before !== undefined && before !== content) yield [path, before, content]
  }
}

function* compareFile(path: string, before: string, after: string, twins: Twins): Iterable<string> {
  const odd = oddCharacter(after)
  if (odd) yield `holds ${odd}`
  const parser = PARSERS[path.split('.').at(-1) ?? '']
  if (parser) yield* compareData(parser, before, after, twins)
  else if (!path.endsWith('.py')) yield* compareLines(before, after, path.endsWith('.md') ? PROSE : CODE)
}

function* compareData(
  parser: (text: string) => unknown,
  before: string,
  after: string,
  twins: Twins,
): Iterable<string> {
  let trees: readonly [unknown, unknown]
  try {
    trees = [parser(before), parser(after)]
  } catch (error) {
    yield `cannot be read: ${error instanceof Error ? error.message : String(error)}`
    return
  }
  yield* compareTrees(...trees, '', twins)
}

function* compareTrees(before: unknown, after: unknown, where: string, twins: Twins): Iterable<string> {
  if (typeof before === 'string' && typeof after === 'string') {
    const wanted = wantedTexts(before, twins)
    if (wanted && !wanted.includes(after))
      yield `${where}: ${show(before)} became ${show(after)}, not ${show(wanted[0])}`
  } else if (isTree(before) && isTree(after)) {
    const [keys, others] = [Object.keys(before), Object.keys(after)]
    if (keys.join('\n') !== others.join('\n')) yield `${where}: the keys ${show(keys)} became ${show(others)}`
    for (const key of keys) yield* compareTrees(before[key], after[key], `${where}/${key}`, twins)
  } else if (!Object.is(before, after)) yield `${where}: ${show(before)} became ${show(after)}`
}

// What a line begins with: its indentation, and a heading, an item, a fence, a row; in code also a rule or a name.
const PROSE = /^\s*(?:[#>|`~*+-]+|\d+[.)])?/
const CODE = /^\s*(?:[#>|`~*+-]+|\d+[.)]|[\w-]+\s*[:=])?/

/** Prose and small languages: a text is never more than a part of a line. */
function* compareLines(before: string, after: string, start: RegExp): Iterable<string> {
  const shape = (text: string) => text.split('\n').map((line) => JSON.stringify(start.exec(line)?.[0] ?? ''))
  const [lines, others] = [shape(before), shape(after)]
  if (lines.length !== others.length) yield `${lines.length} lines became ${others.length}`
  const at = lines.findIndex((line, index) => line !== others[index])
  if (at >= 0 && lines.length === others.length)
    yield `line ${at + 1} begins with ${others[at]}, not ${lines[at]}`
}

// Control, bidi and invisible characters, lone surrogates; line feeds, the tabs of Makefiles and what joins emoji are fine.
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const ODD =
  /[^\P{Cc}\n\t]|[\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u00ad\u061c]|(?<!\p{Extended_Pictographic}\ufe0f?)\u200d|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/u

function oddCharacter(text: string): string | undefined {
  const found = ODD.exec(text)
  if (!found) return undefined
  const line = text.slice(0, found.index).split('\n').length
  return `the character U+${(found[0].codePointAt(0) ?? 0).toString(16)} in line ${line}`
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Date)
}

const show = (value: unknown) => JSON.stringify(value)?.slice(0, 200) ?? String(value)
