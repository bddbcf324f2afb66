import type { ElkNode } from 'elkjs/lib/elk-api'
import { compareIds } from '@/lib/topology/ids'
import type { Topology } from '@/lib/topology/model/topology'
import { sizeOf } from './node-size'

/** Layers from the left to the right, callers before what they call; the same graph gives the same picture. */
const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.randomSeed': '1',
  'elk.layered.cycleBreaking.strategy': 'INTERACTIVE',
  'elk.layered.layering.strategy': 'INTERACTIVE',
  'elk.edgeRouting': 'POLYLINE',
  'elk.separateConnectedComponents': 'false',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  'elk.layered.spacing.nodeNodeBetweenLayers': '96',
  'elk.spacing.nodeNode': '48',
  'elk.spacing.edgeNode': '24',
  'elk.padding': '[left=0, top=0, right=0, bottom=0]',
}

/** Keeping the order of the document costs seconds above this many nodes. */
const LARGE = 120

/** Far enough apart that no two columns are taken for one. */
const COLUMN = 400

/**
 * What the layout sees of the nodes that have a column here: their order comes from their ids, never from where they
 * stand, so that tidying what is tidy changes nothing.
 */
export function graphOf(topology: Topology, columns: ReadonlyMap<string, number>): ElkNode {
  const nodes = topology.nodes.filter(({ id }) => columns.has(id)).sort((a, b) => compareIds(a.id, b.id))
  const links = topology.links.filter(({ from, to }) => from !== to && columns.has(from) && columns.has(to))
  return {
    id: 'design',
    layoutOptions: {
      ...OPTIONS,
      'elk.layered.considerModelOrder.strategy': nodes.length > LARGE ? 'NONE' : 'NODES_AND_EDGES',
    },
    children: nodes.map((node) => ({
      id: node.id,
      ...sizeOf(node),
      x: (columns.get(node.id) ?? 0) * COLUMN,
      y: 0,
    })),
    edges: [...links]
      .sort((a, b) => compareIds(a.id, b.id))
      .map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
  }
}
