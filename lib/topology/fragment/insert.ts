import { freshName, usedIds } from '../fresh'
import type { Entity } from '../model/entity'
import type { Link } from '../model/link'
import type { Message } from '../model/message'
import type { Node } from '../model/node'
import type { Topology } from '../model/topology'
import { pluralName } from '../naming'
import { type Fragment, shapeIn } from './fragment'
import { freshNode, type TakenNames, takenIn } from './fresh-node'
import { mapIds, type Resolve } from './map-ids'
import { sameContent, sameNode, singletonOf } from './twins'

/** A design with a fragment in it, and what a person is told about it. */
export interface Inserted {
  readonly topology: Topology
  /** The new nodes and notes: what is selected then. */
  readonly nodes: readonly string[]
  readonly notes: readonly string[]
  /** Nodes that the design has once, and that took in what came with their twins. */
  readonly merged: readonly string[]
  /** Entities that came to such a node. */
  readonly entities: readonly string[]
  /** How many records were left out, because what they speak of is not here. */
  readonly lost: number
}

/**
 * Puts a fragment into a design, moved by `shift`. New parts get free ids, and free names where names must differ.
 * What a design has only once (the data API and the database of an engine, Redis) is not put in twice: entities and
 * links go to the one that is there. What the fragment only speaks of is found by its name, or left out.
 */
export function insert(
  topology: Topology,
  fragment: Fragment,
  shift: { readonly x: number; readonly y: number },
): Inserted {
  return new Insertion(topology, fragment).made(shift)
}

class Insertion {
  private readonly ids = new Map<string, string>()
  private readonly used: Set<string>
  private readonly taken: TakenNames
  private readonly own: ReadonlySet<string>
  private readonly merged: string[] = []
  private lost = 0

  constructor(
    private readonly target: Topology,
    private readonly fragment: Fragment,
  ) {
    this.used = new Set(usedIds(target))
    this.taken = takenIn(target)
    this.own = new Set(fragment.nodes)
  }

  made(shift: { readonly x: number; readonly y: number }): Inserted {
    const { design } = this.fragment
    const nodes = this.findNodes(design.nodes)
    const entities = this.findEntities(design.entities)
    const messages = this.findMessages(design)
    const links = this.findLinks(design.links)
    const added = nodes.map((node) => this.mapped('nodes', freshNode(node, this.taken)))
    const parts = {
      entities: entities.map((entity) => this.mapped('entities', entity)),
      messages: messages.map((message) => this.mapped('messages', message)),
    }
    const { target } = this
    const whole: Topology = {
      ...target,
      nodes: [...target.nodes, ...added],
      links: [...target.links, ...this.mapLinks(links)],
      entities: [...target.entities, ...parts.entities],
      messages: [...target.messages, ...parts.messages],
    }
    const { layout, notes } = this.placed(shift)
    const there = new Set(this.merged)
    return {
      topology: layout ? { ...whole, layout } : whole,
      nodes: added.map(({ id }) => id),
      notes,
      merged: this.merged,
      entities: parts.entities.filter(({ owner }) => there.has(owner)).map(({ id }) => id),
      lost: this.lost,
    }
  }

  private readonly resolve: Resolve = (id) => this.ids.get(id)

  private mapped<T extends Node | Entity | Message | Link>(
    list: 'nodes' | 'links' | 'entities' | 'messages',
    part: T,
  ): T {
    const mapped = mapIds(shapeIn(list), part, this.resolve, () => {
      this.lost += 1
    })
    return { ...mapped, id: this.ids.get(part.id) ?? part.id }
  }

  private freshId(id: string): string {
    const fresh = freshName(this.used, id.slice(0, 50), '-')
    const free = this.used.has(id) ? fresh : id
    this.used.add(free)
    this.ids.set(id, free)
    return free
  }

  /** The nodes to be added; all others are found in the design, where they are there. */
  private findNodes(nodes: readonly Node[]): readonly Node[] {
    return nodes.filter((node) => {
      const twin = this.own.has(node.id) ? singletonOf(this.target, node) : sameNode(this.target, node)
      if (twin) this.ids.set(node.id, twin)
      if (!this.own.has(node.id)) return false
      if (twin) this.merged.push(twin)
      else this.freshId(node.id)
      return twin === undefined
    })
  }

  private findEntities(entities: readonly Entity[]): readonly Entity[] {
    const taken = new Set(this.target.entities.flatMap((entity) => [entity.name, pluralName(entity)]))
    return entities.flatMap((entity) => {
      const isOwn = this.own.has(entity.owner)
      const namesake = this.target.entities.find(({ name }) => name === entity.name)
      const isThere = namesake && (!isOwn || this.isSameEntity(entity, namesake))
      if (isThere) this.ids.set(entity.id, namesake.id)
      if (isThere || !isOwn) return []
      this.freshId(entity.id)
      const named = freshEntityName(entity, taken)
      taken.add(named.name).add(pluralName(named))
      return [named]
    })
  }

  private isSameEntity(entity: Entity, namesake: Entity): boolean {
    return this.ids.get(entity.owner) === namesake.owner && sameContent(entity, namesake)
  }

  /** Messages of queues that are put in. An event that is there already is the same event in one more queue. */
  private findMessages({ nodes, messages }: Topology): readonly Message[] {
    const carried = new Set(
      nodes.flatMap((node) => (node.type === 'queue' && this.own.has(node.id) ? node.messages : [])),
    )
    const taken = new Set(this.target.messages.map(({ name }) => name))
    return messages.flatMap((message) => {
      const isOwn = carried.has(message.id)
      const namesake = this.target.messages.find(
        ({ name, type }) => name === message.name && type === message.type,
      )
      const isThere = namesake && (!isOwn || (message.type === 'event' && sameContent(message, namesake)))
      if (isThere) this.ids.set(message.id, namesake.id)
      if (isThere || !isOwn) return []
      this.freshId(message.id)
      const named = freshMessageName(message, taken)
      taken.add(named.name)
      return [named]
    })
  }

  /** Links of which at least one end is new or was merged, and both are there. */
  private findLinks(links: readonly Link[]): readonly Link[] {
    return links.filter(({ from, to }) => this.ids.has(from) && this.ids.has(to))
  }

  private mapLinks(links: readonly Link[]): readonly Link[] {
    const there = new Set(this.target.links.map(keyOf))
    return links.flatMap((link) => {
      const mapped = mapIds(shapeIn('links'), link, this.resolve, () => {})
      const key = keyOf(mapped)
      if (there.has(key)) return []
      there.add(key)
      return [{ ...mapped, id: this.freshId(link.id) }]
    })
  }

  private placed(shift: { readonly x: number; readonly y: number }) {
    const { layout = { positions: [] } } = this.fragment.design
    const there = new Set(this.merged)
    const positions = layout.positions.flatMap((position) => {
      const node = this.own.has(position.node) ? this.ids.get(position.node) : undefined
      return node === undefined || there.has(node) ? [] : [{ ...moved(position, shift), node }]
    })
    const wanted = new Set(this.fragment.notes)
    const notes = (layout.notes ?? [])
      .filter(({ id }) => wanted.has(id))
      .map((note) => ({ ...moved(note, shift), id: this.freshId(note.id) }))
    const before = this.target.layout
    const all = [...(before?.notes ?? []), ...notes]
    const isEmpty = positions.length + notes.length === 0
    return {
      notes: notes.map(({ id }) => id),
      layout: isEmpty
        ? before
        : {
            positions: [...(before?.positions ?? []), ...positions],
            ...(all.length > 0 && { notes: all }),
          },
    }
  }
}

function moved<T extends { readonly x: number; readonly y: number }>(
  thing: T,
  shift: { readonly x: number; readonly y: number },
): T {
  const within = (value: number) => Math.min(1_000_000, Math.max(-1_000_000, value))
  return { ...thing, x: within(thing.x + shift.x), y: within(thing.y + shift.y) }
}

function keyOf({ type, from, to }: Link): string {
  return `${type} ${from} ${to}`
}

function freshEntityName(entity: Entity, taken: ReadonlySet<string>): Entity {
  if (!taken.has(entity.name) && !taken.has(pluralName(entity))) return entity
  const { plural: _, ...rest } = entity
  for (let number = 2; ; number += 1) {
    const named = { ...rest, name: `${entity.name}_${number}` }
    if (!taken.has(named.name) && !taken.has(pluralName(named))) return named
  }
}

/** The subject gets the number, so that the verb stays one: `loan_2.created`. */
function freshMessageName(message: Message, taken: ReadonlySet<string>): Message {
  if (!taken.has(message.name)) return message
  const [subject = '', ...verb] = message.name.split('.')
  for (let number = 2; ; number += 1) {
    const name = [`${subject}_${number}`, ...verb].join('.')
    if (!taken.has(name)) return { ...message, name }
  }
}
