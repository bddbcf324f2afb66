import type { LocalText } from '@/lib/topology/model/basics'
import type { Link } from '@/lib/topology/model/link'
import type { Node } from '@/lib/topology/model/node'
import type { Entity, Origin, Project } from '../project'
import { wordsOf } from './tokens'

/** A name that files can have from a part of the design. */
export interface Name {
  readonly words: readonly string[]
  readonly at: Origin
  /** The id of the entity whose field it is: it says something only where that entity is meant. */
  readonly entity?: string
}

/** All names of a design, by their first word, the longest first. */
export interface Vocabulary {
  readonly names: ReadonlyMap<string, readonly Name[]>
  /** Links between two nodes, whatever their direction. */
  readonly linksBetween: (a: string, b: string) => readonly Link[]
}

const vocabularies = new WeakMap<Project, Vocabulary>()

/** The names that the files of a project can have from its design. */
export function vocabularyOf(project: Project): Vocabulary {
  const made = vocabularies.get(project) ?? makeVocabulary(project)
  vocabularies.set(project, made)
  return made
}

function makeVocabulary(project: Project): Vocabulary {
  const names = new Map<string, Name[]>()
  for (const name of allNames(project)) {
    const [first] = name.words
    if (first === undefined) continue
    const list = names.get(first)
    if (list) list.push(name)
    else names.set(first, [name])
  }
  for (const list of names.values()) list.sort((a, b) => b.words.length - a.words.length)
  return { names, linksBetween: linksOf(project.topology.links) }
}

function* allNames(project: Project): Generator<Name> {
  const { services, databases, topology } = project
  for (const { name, origin } of services) yield { words: wordsOf(name), at: origin }
  for (const { engine, origin } of databases) {
    yield { words: [engine], at: origin }
    if (engine === 'postgres') yield { words: ['postgresql'], at: origin }
  }
  for (const node of topology.nodes) yield* ownNames(node)
  for (const { id, name } of topology.messages) {
    yield { words: wordsOf(name.replaceAll('.', '_')), at: { part: 'message', id } }
  }
  for (const service of services) for (const entity of service.entities) yield* entityNames(entity)
}

/** Names that a node has or gives besides that of its service. */
function* ownNames(node: Node): Generator<Name> {
  if ('name' in node) yield { words: wordsOf(node.name), at: { part: 'node', id: node.id } }
  for (const key of ['useCases', 'schedules', 'commands', 'operations'] as const) {
    const parts = (node as Partial<Record<typeof key, readonly { name: string; label?: LocalText }[]>>)[key]
    for (const [index, { name }] of (parts ?? []).entries()) {
      yield { words: wordsOf(name), at: { part: 'node', id: node.id, path: [key, index] } }
    }
  }
}

function* entityNames({ name, plural, fields, origin }: Entity): Generator<Name> {
  yield { words: wordsOf(name), at: origin }
  yield { words: wordsOf(plural), at: origin }
  for (const [index, field] of fields.entries()) {
    yield {
      words: wordsOf(field.name),
      at: { ...origin, path: ['fields', index] },
      ...(origin.id !== undefined && { entity: origin.id }),
    }
  }
}

function linksOf(links: readonly Link[]): Vocabulary['linksBetween'] {
  const byEnds = new Map<string, Link[]>()
  for (const link of links) {
    const key = keyOf(link.from, link.to)
    const list = byEnds.get(key)
    if (list) list.push(link)
    else byEnds.set(key, [link])
  }
  return (a, b) => byEnds.get(keyOf(a, b)) ?? []
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`
}
