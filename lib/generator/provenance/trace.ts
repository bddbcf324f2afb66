import type { Cause, GeneratedFile } from '../generated-file'
import type { Origin, Project } from '../project'
import { allNamesWithin, namesWithin } from './match'
import { namesIn } from './tokens'
import { type Name, type Vocabulary, vocabularyOf } from './vocabulary'

/** A line with what it is about, and how far it is indented. */
interface Mention {
  readonly indent: number
  readonly names: readonly Name[]
}

const CLOSING = /^\s*[\])}]+[,;:]?$/

/**
 * What each part of a file comes from: the causes of the whole file, then those of its lines. A line comes from the
 * parts of the design that it names, and from those that the lines it is indented under name. In a rendered file
 * only what the design has put in counts as a name; a text that is copied as it is has none.
 */
export function traceFile(file: GeneratedFile, project: Project): readonly Cause[] {
  if (file.said?.size === 0) return file.causes
  const tracer = new Tracer(file, vocabularyOf(project))
  for (const [index, line] of file.content.split('\n').entries()) tracer.read(line, index + 1)
  return [...file.causes, ...tracer.causes()]
}

/** The same text for the same part of a design. */
export function originKey({ part, id, path }: Origin): string {
  return [part, id ?? '', ...(path ?? [])].join('/')
}

class Tracer {
  private readonly wholeFile: readonly Origin[]
  private readonly allowed: ReadonlySet<Name> | undefined
  private readonly lines = new Map<string, { readonly at: Origin; readonly numbers: number[] }>()
  /** The lines that the next one may stand under, the outermost first; the last may be its neighbour. */
  private above: Mention[] = []

  constructor(
    { causes, said }: GeneratedFile,
    private readonly vocabulary: Vocabulary,
  ) {
    this.wholeFile = causes.map(({ at }) => at)
    this.allowed = said && this.namesOf(said)
  }

  read(line: string, number: number): void {
    const indent = line.search(/\S/)
    if (indent < 0) return
    const closes = CLOSING.test(line)
    this.above = this.above.filter((mention) => mention.indent <= indent)
    const parents = this.above.filter((mention) => mention.indent < indent || closes)
    const names = this.namesOn(line)
    const inherited = parents.flatMap((mention) => mention.names)
    for (const at of this.placesOf(names, inherited)) this.note(at, number)
    if (names.length === 0) return
    this.above = this.above.filter((mention) => mention.indent < indent)
    this.above.push({ indent, names })
  }

  causes(): readonly Cause[] {
    return [...this.lines.values()].flatMap(({ at, numbers }) =>
      rangesOf(numbers).map((lines) => ({ at, lines })),
    )
  }

  private namesOf(said: ReadonlySet<string>): ReadonlySet<Name> {
    const all = [...said].flatMap((text) => namesIn(text))
    return new Set(all.flatMap((words) => allNamesWithin(words, this.vocabulary)))
  }

  private namesOn(line: string): readonly Name[] {
    const tokens = namesIn(line)
    const within = (isMeant: (name: Name) => boolean) =>
      tokens.flatMap((words) =>
        namesWithin(words, this.vocabulary, (name) => this.isSaid(name) && isMeant(name)),
      )
    const parts = within(({ entity }) => entity === undefined)
    const entities = this.entitiesMeant(parts)
    return entities.size === 0 ? parts : within(({ entity }) => entity === undefined || entities.has(entity))
  }

  /** Data that all services share has no business with entities: `POSTGRES_USER` is not the entity `user`. */
  private isSaid(name: Name): boolean {
    if (this.allowed) return this.allowed.has(name)
    return (
      name.at.part !== 'entity' ||
      this.wholeFile.some(({ part, id }) => part === 'entity' && id === name.at.id)
    )
  }

  /** The entities whose fields a line may be about: of the file, of the lines above it, of the line itself. */
  private entitiesMeant(names: readonly Name[]): ReadonlySet<string> {
    const near = [...this.above.flatMap((mention) => mention.names), ...names].map(({ at }) => at)
    return new Set(
      [...this.wholeFile, ...near].flatMap((at) => (at.part === 'entity' && at.id ? [at.id] : [])),
    )
  }

  /** Where names come from: themselves, and the links between the nodes named and those that the place belongs to. */
  private placesOf(names: readonly Name[], inherited: readonly Name[]): readonly Origin[] {
    const places = [...names, ...inherited].map(({ at }) => at)
    const homes = [...this.wholeFile, ...places].flatMap(nodeOf)
    const links = names
      .flatMap(({ at }) => nodeOf(at))
      .flatMap((node) => homes.flatMap((home) => this.vocabulary.linksBetween(home, node)))
    return [...places, ...links.map(({ id }): Origin => ({ part: 'link', id }))]
  }

  private note(at: Origin, number: number): void {
    const key = originKey(at)
    const known = this.lines.get(key)
    if (!known) this.lines.set(key, { at, numbers: [number] })
    else if (known.numbers.at(-1) !== number) known.numbers.push(number)
  }
}

function nodeOf({ part, id, path }: Origin): readonly string[] {
  return part === 'node' && id !== undefined && path === undefined ? [id] : []
}

/** Rising numbers as ranges without gaps. */
function rangesOf(numbers: readonly number[]): readonly [number, number][] {
  const ranges: [number, number][] = []
  for (const number of numbers) {
    const last = ranges.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges
}
