import { kindOf } from '@/lib/catalog/catalog'
import { NODE_SIZE, placeAll, positionsOf } from '@/lib/store/placement'
import type { Portrait } from '@/lib/store/record'
import type { Topology } from '@/lib/topology/model/topology'
import { judgementOf } from './judgement'

/** More lines and boxes than these are a grey mass in a small picture. */
const MOST = 300

/** The picture of a design for the list of designs, in the canvas's own units, with the figures beside it. */
export function portray(topology: Topology): Portrait {
  const places = positionsOf(placeAll(topology))
  const at = (id: string) => places.get(id) ?? { x: 0, y: 0 }
  const points = topology.nodes.map(({ id }) => at(id))
  const left = Math.min(...points.map(({ x }) => x), Number.MAX_SAFE_INTEGER)
  const top = Math.min(...points.map(({ y }) => y), Number.MAX_SAFE_INTEGER)
  const boxes = topology.nodes.map((node) => {
    const { x, y } = at(node.id)
    return { x: Math.round(x - left), y: Math.round(y - top), accent: kindOf(node).accent }
  })
  const middle = new Map(
    topology.nodes.map(({ id }, index) => [id, middleOf(boxes[index] ?? { x: 0, y: 0 })] as const),
  )
  const lines = topology.links.flatMap(({ from, to }) => {
    const [start, end] = [middle.get(from), middle.get(to)]
    return start && end ? [[...start, ...end] as const] : []
  })
  return {
    width: Math.max(0, ...boxes.map(({ x }) => x)) + NODE_SIZE.width,
    height: Math.max(0, ...boxes.map(({ y }) => y)) + NODE_SIZE.height,
    boxes: boxes.slice(0, MOST),
    lines: lines.slice(0, MOST),
    nodes: topology.nodes.length,
    problems: judgementOf(topology).errors.filter(({ rule }) => rule !== 'not-generated-yet').length,
  }
}

function middleOf({ x, y }: { readonly x: number; readonly y: number }): readonly [number, number] {
  return [x + NODE_SIZE.width / 2, y + NODE_SIZE.height / 2]
}
