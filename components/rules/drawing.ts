import { kindOf } from '@/lib/catalog/catalog'
import type { Accent, Kind } from '@/lib/catalog/kind'
import { placeAll, positionsOf } from '@/lib/store/placement'
import { lookup } from '@/lib/topology/lookup'
import type { LinkType } from '@/lib/topology/model/link'
import type { Topology } from '@/lib/topology/model/topology'

const BOX = { width: 196, height: 44 } as const
/** Nodes stand closer in a picture than on the canvas. */
const CLOSER = 0.8

/** A design in small: plain shapes that a page can draw without a canvas. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly boxes: readonly DrawnBox[]
  readonly lines: readonly DrawnLine[]
}

export interface DrawnBox {
  readonly id: string
  readonly name: string
  readonly accent: Accent
  readonly shape: Kind['shape']
  /** The messages of a queue. */
  readonly detail: string | undefined
  /** Whether the rule speaks about this very node first. */
  readonly faulty: boolean
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface DrawnLine {
  readonly id: string
  readonly type: LinkType
  readonly path: string
  /** Whether the rule speaks about this very link. */
  readonly faulty: boolean
}

/** What a rule speaks about. */
export interface Faulty {
  readonly links: ReadonlySet<string>
  readonly nodes: ReadonlySet<string>
}

/** Draws a design from its left upper corner, wherever its nodes stand. */
export function draw(topology: Topology, faulty: Faulty): Drawing {
  const placed = placeAll(topology)
  const places = positionsOf(placed)
  const xs = placed.nodes.map(({ id }) => places.get(id)?.x ?? 0)
  const ys = placed.nodes.map(({ id }) => places.get(id)?.y ?? 0)
  const [left, top] = [Math.min(...xs, Number.MAX_SAFE_INTEGER), Math.min(...ys, Number.MAX_SAFE_INTEGER)]
  const boxes = placed.nodes.map((node): DrawnBox => {
    const { x = 0, y = 0 } = places.get(node.id) ?? {}
    const kind = kindOf(node)
    const at = { x: (x - left) * CLOSER + 4, y: (y - top) * CLOSER * 0.8 + 4 }
    return {
      id: node.id,
      name: lookup(topology).nameOf(node),
      accent: kind.accent,
      shape: kind.shape,
      detail: messagesOf(topology, node),
      faulty: faulty.nodes.has(node.id),
      ...at,
      ...BOX,
    }
  })
  return {
    width: Math.max(0, ...boxes.map((box) => box.x + box.width)) + 4,
    height: Math.max(0, ...boxes.map((box) => box.y + box.height)) + 4,
    boxes,
    lines: placed.links.flatMap(({ id, type, from, to }) => {
      const path = pathBetween(boxOf(boxes, from), boxOf(boxes, to))
      return path ? [{ id, type, path, faulty: faulty.links.has(id) }] : []
    }),
  }
}

function messagesOf(topology: Topology, node: Topology['nodes'][number]): string | undefined {
  if (node.type !== 'queue') return undefined
  const names = node.messages.map((id) => lookup(topology).message(id)?.name ?? '?')
  return names.length > 0 ? names.join(' · ') : undefined
}

function boxOf(boxes: readonly DrawnBox[], id: string): DrawnBox | undefined {
  return boxes.find((box) => box.id === id)
}

/** From the side that faces the other box to its side; the tip of the arrow needs 8 px more. */
function pathBetween(from?: DrawnBox, to?: DrawnBox): string | undefined {
  if (!from || !to || from === to) return undefined
  const across = Math.abs(to.x - from.x) >= from.width
  const forward = across ? to.x > from.x : to.y > from.y
  const leaving = forward ? 1 : 0
  const tip = forward ? -8 : 8
  const start = across
    ? { x: from.x + from.width * leaving, y: from.y + from.height / 2 }
    : { x: from.x + from.width / 2, y: from.y + from.height * leaving }
  const end = across
    ? { x: to.x + to.width * (1 - leaving) + tip, y: to.y + to.height / 2 }
    : { x: to.x + to.width / 2, y: to.y + to.height * (1 - leaving) + tip }
  const bend = across ? (end.x - start.x) / 2 : (end.y - start.y) / 2
  return across
    ? `M${start.x} ${start.y} C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`
    : `M${start.x} ${start.y} C${start.x} ${start.y + bend} ${end.x} ${end.y - bend} ${end.x} ${end.y}`
}
