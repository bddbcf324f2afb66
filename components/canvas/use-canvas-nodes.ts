import { applyNodeChanges, type Node, type NodeChange, type OnNodesChange } from '@xyflow/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { edit, useDocument } from '@/lib/store/document'
import { NODE_SIZE, positionsOf } from '@/lib/store/placement'
import { select, useSelection } from '@/lib/store/selection'
import type { Say } from '@/lib/text/say'
import { useSay } from '@/lib/text/say'
import { placeNodes } from '@/lib/topology/edits'
import type { Topology } from '@/lib/topology/model/topology'
import { describeNode } from './describe'

/** What React Flow needs of a node; everything that is drawn comes from the design itself. */
export type CanvasNode = Node<Record<string, never>, 'design'>

const NO_DATA: Record<string, never> = {}

/**
 * The nodes as the canvas holds them. Between the first move of a drag and its drop the canvas alone knows the
 * positions; the drop is one edit of the document. Arrow keys are edits too, joined while they go on.
 */
export function useCanvasNodes() {
  const [nodes, setNodes] = useState<CanvasNode[]>([])
  const dragging = useRef(false)
  const topology = useDocument(({ history }) => history.present)
  const selected = useSelection((selection) => selection.nodes)
  const say = useSay()

  useEffect(() => {
    if (!dragging.current) setNodes((before) => reconcile(before, topology, selected, say))
  }, [topology, selected, say])

  const onNodesChange: OnNodesChange<CanvasNode> = useCallback((changes) => {
    const kept = changes.filter(({ type }) => type === 'position' || type === 'dimensions')
    if (kept.length > 0) setNodes((before) => applyNodeChanges(kept, before))
    applySelection(changes)
    if (!dragging.current) commitNudge(changes)
  }, [])

  const onDragStart = useCallback(() => {
    dragging.current = true
  }, [])
  const onDragStop = useCallback((_event: unknown, _node: unknown, moved: readonly CanvasNode[]) => {
    dragging.current = false
    commitPositions(moved.map(({ id, position }) => ({ id, position })))
  }, [])

  return { nodes, onNodesChange, onDragStart, onDragStop }
}

interface Moved {
  readonly id: string
  readonly position: { readonly x: number; readonly y: number }
}

/** One edit for everything that moved; nothing when it all stands where it stood. */
function commitPositions(moved: readonly Moved[], merge?: string): void {
  const places = positionsOf(useDocument.getState().history.present)
  const changed = moved.filter(({ id, position }) => {
    const place = places.get(id)
    return place?.x !== position.x || place?.y !== position.y
  })
  if (changed.length === 0) return
  const positions = changed.map(({ id, position }) => ({ node: id, x: position.x, y: position.y }))
  edit(placeNodes(positions), merge === undefined ? {} : { merge })
}

/** Positions that change without a drag come from the arrow keys. */
function commitNudge(changes: readonly NodeChange<CanvasNode>[]): void {
  const moved = changes.flatMap((change) =>
    change.type === 'position' && change.position && change.dragging === false
      ? [{ id: change.id, position: change.position }]
      : [],
  )
  commitPositions(moved, `nudge ${moved.map(({ id }) => id).join(' ')}`)
}

function applySelection(changes: readonly NodeChange<CanvasNode>[]): void {
  const selections = changes.filter((change) => change.type === 'select')
  if (selections.length === 0) return
  const { nodes, links, open } = useSelection.getState()
  const next = new Set(nodes)
  for (const change of selections) {
    if (change.selected) next.add(change.id)
    else next.delete(change.id)
  }
  const same = next.size === nodes.length && nodes.every((id) => next.has(id))
  if (!same) select({ nodes: [...next], links, open: undefined })
  else if (open) select({ nodes, links, open })
}

/** The canvas's nodes for this design; a node that is the same as before stays the same object. */
function reconcile(
  before: readonly CanvasNode[],
  topology: Topology,
  selected: readonly string[],
  say: Say,
): CanvasNode[] {
  const known = new Map(before.map((node) => [node.id, node]))
  const places = positionsOf(topology)
  const chosen = new Set(selected)
  return topology.nodes.map(({ id }) => {
    const place = places.get(id)
    const next = {
      position: { x: place?.x ?? 0, y: place?.y ?? 0 },
      selected: chosen.has(id),
      ariaLabel: describeNode(topology, id, say),
    }
    const last = known.get(id)
    if (last && same(last, next)) return last
    return { ...(last ?? fresh(id)), ...next }
  })
}

function fresh(id: string): CanvasNode {
  return {
    id,
    type: 'design',
    data: NO_DATA,
    position: { x: 0, y: 0 },
    initialWidth: NODE_SIZE.width,
    initialHeight: NODE_SIZE.height,
  }
}

function same(a: CanvasNode, b: Pick<CanvasNode, 'position' | 'selected' | 'ariaLabel'>): boolean {
  return (
    a.position.x === b.position.x &&
    a.position.y === b.position.y &&
    a.selected === b.selected &&
    a.ariaLabel === b.ariaLabel
  )
}
