import type { Entity } from './model/entity'
import type { Link } from './model/link'
import type { Message } from './model/message'
import type { Node } from './model/node'
import type { Layout, Position, Project, Topology } from './model/topology'

/** A change of a design: pure, from one document to the next. */
export type Edit = (topology: Topology) => Topology

/** Distributes over the variants, so that a patch may name the fields of any of them. */
type Patch<T> = T extends unknown ? Partial<Omit<T, 'id' | 'type'>> : never

/** Applies edits one after another, as one edit. */
export function combine(...edits: readonly Edit[]): Edit {
  return (topology) => edits.reduce((current, edit) => edit(current), topology)
}

/** Adds a node, where it stands, if that is said. */
export function addNode(node: Node, at?: { x: number; y: number }): Edit {
  return (topology) => {
    const added = { ...topology, nodes: [...topology.nodes, node] }
    return at ? placeNodes([{ node: node.id, ...at }])(added) : added
  }
}

/** Removes nodes with everything that cannot be without them: links, entities, positions. */
export function removeNodes(ids: readonly string[]): Edit {
  return (topology) => {
    const gone = new Set(ids)
    const next: Topology = {
      ...topology,
      nodes: topology.nodes.filter((node) => !gone.has(node.id)),
      links: topology.links.filter((link) => !gone.has(link.from) && !gone.has(link.to)),
      entities: topology.entities.filter((entity) => !gone.has(entity.owner)),
    }
    if (!topology.layout) return next
    const positions = topology.layout.positions.filter(({ node }) => !gone.has(node))
    return { ...next, layout: { ...topology.layout, positions } }
  }
}

/** Changes facts of one node; its id and type stay. */
export function changeNode(id: string, patch: Patch<Node>): Edit {
  return (topology) => ({ ...topology, nodes: change(topology.nodes, id, patch) })
}

export function addLink(link: Link): Edit {
  return (topology) => ({ ...topology, links: [...topology.links, link] })
}

export function removeLinks(ids: readonly string[]): Edit {
  const gone = new Set(ids)
  return (topology) => ({ ...topology, links: topology.links.filter(({ id }) => !gone.has(id)) })
}

export function changeLink(id: string, patch: Patch<Link> & { from?: string; to?: string }): Edit {
  return (topology) => ({ ...topology, links: change(topology.links, id, patch) })
}

export function addEntity(entity: Entity): Edit {
  return (topology) => ({ ...topology, entities: [...topology.entities, entity] })
}

export function removeEntity(id: string): Edit {
  return (topology) => ({
    ...topology,
    entities: topology.entities.filter((entity) => entity.id !== id),
  })
}

export function changeEntity(id: string, patch: Partial<Omit<Entity, 'id'>>): Edit {
  return (topology) => ({ ...topology, entities: change(topology.entities, id, patch) })
}

export function addMessage(message: Message): Edit {
  return (topology) => ({ ...topology, messages: [...topology.messages, message] })
}

export function changeProject(patch: Partial<Project>): Edit {
  return (topology) => ({ ...topology, project: clean({ ...topology.project, ...patch }) })
}

/** Sets positions of nodes; a node keeps its pin unless the position says otherwise. */
export function placeNodes(positions: readonly Position[]): Edit {
  return (topology) => {
    if (positions.length === 0) return topology
    const layout = topology.layout ?? { positions: [] }
    const next = new Map(layout.positions.map((position) => [position.node, position]))
    for (const position of positions) {
      next.set(position.node, { ...next.get(position.node), ...position })
    }
    return { ...topology, layout: { ...layout, positions: [...next.values()] } }
  }
}

type Note = NonNullable<Layout['notes']>[number]

/** Adds a note to the drawing. */
export function addNote(note: Note): Edit {
  return changeNotes((notes) => [...notes, note])
}

/** Changes the text or the width of one note. */
export function changeNote(id: string, patch: Partial<Omit<Note, 'id'>>): Edit {
  return changeNotes((notes) => change(notes, id, patch))
}

/** Moves notes; their texts stay. */
export function placeNotes(places: readonly Pick<Note, 'id' | 'x' | 'y'>[]): Edit {
  const byId = new Map(places.map((place) => [place.id, place]))
  return places.length === 0
    ? (topology) => topology
    : changeNotes((notes) => notes.map((note) => ({ ...note, ...byId.get(note.id) })))
}

/** Removes those of these notes that are there. */
export function removeNotes(ids: readonly string[]): Edit {
  const gone = new Set(ids)
  return (topology) =>
    topology.layout?.notes?.some(({ id }) => gone.has(id))
      ? changeNotes((notes) => notes.filter(({ id }) => !gone.has(id)))(topology)
      : topology
}

/** A drawing without notes has no list of them, so that equal designs are equal documents. */
function changeNotes(next: (notes: readonly Note[]) => readonly Note[]): Edit {
  return (topology) => {
    const { notes: before = [], ...layout } = topology.layout ?? { positions: [] }
    const notes = next(before)
    return { ...topology, layout: notes.length > 0 ? { ...layout, notes } : layout }
  }
}

/** A key set to undefined is taken away, so that equal designs are equal documents. */
function clean<T extends object>(value: T): T {
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  return Object.fromEntries(entries) as T
}

function change<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  patch: object,
): readonly T[] {
  return list.map((item) => (item.id === id ? clean({ ...item, ...patch }) : item))
}
