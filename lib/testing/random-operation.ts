import { kinds } from '@/lib/catalog/catalog'
import { fixAllSafe } from '@/lib/rules/fix-all'
import { judge } from '@/lib/rules/judge'
import {
  currentTopology,
  edit,
  jumpTo,
  makeCheckpoint,
  openDocument,
  redoStep,
  restoreCheckpoint,
  settle,
  undoStep,
  useDocument,
} from '@/lib/store/document'
import * as edits from '@/lib/topology/edits'
import { freshId } from '@/lib/topology/fresh'
import type { Link } from '@/lib/topology/model/link'
import type { Node } from '@/lib/topology/model/node'
import type { Topology } from '@/lib/topology/model/topology'
import { namesIn } from '@/lib/topology/names'
import type { Chance } from '@/lib/topology/random/chance'
import { randomDesign } from '@/lib/topology/random/random-design'
import { randomDocument } from '@/lib/topology/random/random-document'
import { topologyShape } from '@/lib/topology/shape'
import { randomChange, randomValue } from './random-change'

/** More would only make the runs slow; a real design has most of what can go wrong in less. */
const MANY_NODES = 24

type Operation = (chance: Chance, topology: Topology) => void

/** Everything that a person can do to the open document, right and wrong, by a name for the report. */
const OPERATIONS: Readonly<Record<string, { readonly often: number; readonly run: Operation }>> = {
  addNode: { often: 6, run: (chance, topology) => void edit(edits.addNode(newNode(chance, topology))) },
  addNodeAt: {
    often: 3,
    run: (chance, topology) => void edit(edits.addNode(newNode(chance, topology), place(chance))),
  },
  removeNodes: {
    often: 4,
    run: (chance, topology) => void edit(edits.removeNodes(someIds(chance, topology.nodes))),
  },
  changeNode: {
    often: 4,
    run: (chance, topology) =>
      void edit(
        edits.changeNode(oneId(chance, topology.nodes), patch(chance, topology, 'nodes')),
        merge(chance),
      ),
  },
  addLink: { often: 6, run: (chance, topology) => void edit(edits.addLink(newLink(chance, topology))) },
  removeLinks: {
    often: 2,
    run: (chance, topology) => void edit(edits.removeLinks(someIds(chance, topology.links))),
  },
  changeLink: {
    often: 3,
    run: (chance, topology) =>
      void edit(edits.changeLink(oneId(chance, topology.links), { to: anyNode(chance, topology) })),
  },
  addEntity: {
    often: 4,
    run: (chance, topology) => void edit(edits.addEntity(made(chance, topology, 'entities'))),
  },
  removeEntity: {
    often: 2,
    run: (chance, topology) => void edit(edits.removeEntity(oneId(chance, topology.entities))),
  },
  changeEntity: {
    often: 3,
    run: (chance, topology) =>
      void edit(edits.changeEntity(oneId(chance, topology.entities), patch(chance, topology, 'entities'))),
  },
  addMessage: {
    often: 2,
    run: (chance, topology) => void edit(edits.addMessage(made(chance, topology, 'messages'))),
  },
  changeProject: {
    often: 3,
    run: (chance) =>
      void edit(
        edits.changeProject({ name: chance.pick(['a', 'ab', 'abc', 'x'.repeat(201)]) }),
        merge(chance),
      ),
  },
  placeNodes: {
    often: 6,
    run: (chance, topology) => {
      const positions = someIds(chance, topology.nodes).map((node) => ({ node, ...place(chance) }))
      edit(edits.placeNodes(positions), merge(chance))
    },
  },
  rename: {
    often: 5,
    run: (chance, topology) => {
      const names = namesIn(topology)
      if (names.length > 0) edit(chance.pick(names).rename(chance.pick(['loan', 'credit', 'класс', ''])))
    },
  },
  paste: { often: 1, run: (chance, topology) => paste(chance, topology) },
  setAnything: {
    often: 24,
    run: (chance, topology) => void edit(randomChange(chance, topology), merge(chance)),
  },
  fix: {
    often: 0.3,
    run: (chance, topology) => {
      const fixes = judge(topology).flatMap(({ fix }) => fix ?? [])
      if (fixes.length > 0) edit(chance.pick(fixes).edit, { replace: true })
    },
  },
  fixAll: {
    often: 0.03,
    run: () => void edit((topology) => fixAllSafe(topology).topology, { label: LABEL, checkpoint: true }),
  },
  clear: {
    often: 0.3,
    run: (_, topology) => void edit(edits.removeNodes(topology.nodes.map(({ id }) => id))),
  },
  undo: { often: 10, run: undoStep },
  redo: { often: 8, run: redoStep },
  jump: {
    often: 2,
    run: (chance) => {
      const { past, future } = useDocument.getState().history
      jumpTo(chance.int(-1, past.length + future.length + 1))
    },
  },
  settle: { often: 4, run: settle },
  checkpoint: { often: 1, run: () => makeCheckpoint(LABEL) },
  restore: {
    often: 0.5,
    run: (chance) => {
      const { checkpoints } = useDocument.getState()
      if (checkpoints.length > 0) restoreCheckpoint(chance.pick(checkpoints).id)
    },
  },
  openDesign: {
    often: 0.1,
    run: (chance) => openDocument(randomDesign(chance.int(1, 10_000), { services: chance.int(1, 6) })),
  },
  openDocument: { often: 0.1, run: (chance) => openDocument(randomDocument(chance.int(1, 10_000))) },
}

const LABEL = { en: 'Something', ru: 'Что-то' }
/** Every name as often as its operation is drawn, among some ten thousand. */
const BAG = Object.entries(OPERATIONS).flatMap(([name, { often }]) =>
  Array.from({ length: often * 100 }, () => name),
)

/** Does something to the open document, and answers what it was. */
export function doAnything(chance: Chance): string {
  const topology = currentTopology()
  const name = topology.nodes.length > MANY_NODES && chance.flag(0.2) ? 'removeNodes' : chance.pick(BAG)
  OPERATIONS[name]?.run(chance, topology)
  return name
}

function newNode(chance: Chance, topology: Topology): Node {
  const taken = new Set(topology.nodes.map(({ id }) => id))
  return chance.flag(0.9)
    ? chance.pick(kinds).create(freshId(topology, 'node'), taken)
    : (made(chance, topology, 'nodes') as Node)
}

function newLink(chance: Chance, topology: Topology): Link {
  const [from, to] = [anyNode(chance, topology), anyNode(chance, topology)]
  return { id: freshId(topology, 'link'), type: chance.pick(['calls', 'stores', 'consumes']), from, to }
}

/** A whole part of a random shape: what a foreign clipboard might hold. */
function made<K extends 'nodes' | 'entities' | 'messages'>(
  chance: Chance,
  topology: Topology,
  list: K,
): Topology[K][number] {
  const shape = topologyShape.properties.find(({ key }) => key === list)?.shape
  if (shape?.is !== 'list') throw new Error(`The format has no list "${list}".`)
  return randomValue(chance, shape.of, topology) as Topology[K][number]
}

function patch(chance: Chance, topology: Topology, list: 'nodes' | 'entities'): object {
  const entries = Object.entries(made(chance, topology, list)).filter(
    ([key]) => key !== 'id' && key !== 'type',
  )
  return Object.fromEntries(chance.some(entries, 2))
}

function paste(chance: Chance, topology: Topology): void {
  const other = randomDesign(chance.int(1, 10_000), { services: chance.int(1, 4) })
  const prefix = `${freshId(topology, 'paste')}-`
  const renamed = (id: string) => (prefix + id).slice(0, 64)
  const parts = [
    ...other.nodes.map((node) => edits.addNode({ ...node, id: renamed(node.id) })),
    ...other.links.map((link) =>
      edits.addLink({ ...link, id: renamed(link.id), from: renamed(link.from), to: renamed(link.to) }),
    ),
    ...other.entities.map((entity) =>
      edits.addEntity({ ...entity, id: renamed(entity.id), owner: renamed(entity.owner) }),
    ),
  ]
  edit(edits.combine(...parts))
}

function merge(chance: Chance): { readonly merge?: string } {
  return chance.flag(0.6) ? { merge: chance.pick(['name', 'title']) } : {}
}

function place(chance: Chance): { readonly x: number; readonly y: number } {
  return chance.flag(0.95)
    ? { x: 8 * chance.int(-100, 100), y: 8 * chance.int(-100, 100) }
    : { x: chance.pick([Number.NaN, 2e6, 0.1]), y: 0 }
}

function anyNode(chance: Chance, { nodes }: Topology): string {
  return nodes.length > 0 && chance.flag(0.97) ? chance.pick(nodes).id : 'nowhere'
}

function oneId(chance: Chance, parts: readonly { readonly id: string }[]): string {
  return parts.length > 0 ? chance.pick(parts).id : 'nowhere'
}

function someIds(chance: Chance, parts: readonly { readonly id: string }[]): readonly string[] {
  return chance.some(parts, chance.int(1, 3)).map(({ id }) => id)
}
