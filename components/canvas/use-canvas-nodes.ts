import {
  applyNodeChanges,
  type Node,
  type NodeChange,
  type NodePositionChange,
  type OnNodesChange,
  useStoreApi,
} from '@xyflow/react'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { kindOf } from '@/lib/catalog/catalog'
import { noteSize } from '@/lib/layout/note-size'
import { currentTopology, useDocument } from '@/lib/store/document'
import { positionsOf } from '@/lib/store/placement'
import { select, useSelection } from '@/lib/store/selection'
import type { Say } from '@/lib/text/say'
import { useSay } from '@/lib/text/say'
import { lookup } from '@/lib/topology/lookup'
import type { Topology } from '@/lib/topology/model/topology'
import { carry, settleCarried, withCarried } from './carried'
import { commitMoves } from './commit-moves'
import { describeNode } from './describe'
import { sizeOf } from './node-size'
import { moveInScene, showScene } from './scene'

/** What React Flow needs of a node; everything that is drawn comes from the design itself. */
export type CanvasNode = Node<Record<string, never>, 'design' | 'note'>

const NO_DATA: Record<string, never> = {}

/**
 * The nodes as the canvas holds them. Between the first move of a drag and its drop the canvas alone knows the
 * positions, and only what is dragged moves; the drop is one edit of the document.
 */
export function useCanvasNodes() {
  const [nodes, setNodes] = useState<CanvasNode[]>([])
  const dragging = useRef(false)
  /** What React knows to be dragged: its next moves are the hand's alone. */
  const lifted = useRef<ReadonlySet<string>>(new Set())
  const topology = useDocument(({ history }) => history.present)
  const selected = useSelection((selection) => selection.nodes)
  const say = useSay()
  const store = useStoreApi()

  useEffect(() => {
    if (!dragging.current) setNodes((before) => reconcile(before, topology, selected, say))
  }, [topology, selected, say])
  useLayoutEffect(() => {
    settleCarried(nodes)
    showScene(topology, withCarried(nodes))
  }, [topology, nodes])

  const onNodesChange: OnNodesChange<CanvasNode> = useCallback(
    (changes) => {
      const kept = changes.filter(({ type }) => type === 'position' || type === 'dimensions')
      const moves = kept.flatMap((change) => (isDragged(change) ? [change] : []))
      if (
        kept.length > 0 &&
        moves.length === kept.length &&
        moves.every(({ id }) => lifted.current.has(id))
      ) {
        carry(moves)
        moveInScene(currentTopology(), moves)
      } else if (kept.length > 0) {
        lifted.current = new Set(moves.map(({ id }) => id))
        setNodes((before) => applyNodeChanges(kept, before).map(standing))
      }
      applySelection(changes, store.getState().multiSelectionActive)
    },
    [store],
  )

  const onDragStart = useCallback(() => {
    dragging.current = true
  }, [])
  const onDragStop = useCallback((moved: readonly CanvasNode[]) => {
    dragging.current = false
    commitMoves(moved)
    setNodes((before) => before.map(dropped))
  }, [])
  /** Everything that was dragged stands again where it stood. */
  const onDragBack = useCallback(() => {
    dragging.current = false
    const { nodes: chosen } = useSelection.getState()
    setNodes((before) => reconcile(before.map(dropped), currentTopology(), chosen, say))
  }, [say])

  return { nodes, onNodesChange, onDragStart, onDragStop, onDragBack }
}

type Move = NodePositionChange & { readonly position: NonNullable<NodePositionChange['position']> }

/** A move by the hand that goes on; its drop is none. */
function isDragged(change: NodeChange<CanvasNode>): change is Move {
  return change.type === 'position' && change.dragging === true && change.position !== undefined
}

function dropped(node: CanvasNode): CanvasNode {
  return node.dragging ? { ...node, dragging: false } : node
}

/** Links that are selected stay so only while a key adds to the selection. */
function applySelection(changes: readonly NodeChange<CanvasNode>[], adds: boolean): void {
  const selections = changes.filter((change) => change.type === 'select')
  if (selections.length === 0) return
  const { nodes, links, open } = useSelection.getState()
  const next = new Set(nodes)
  for (const change of selections) {
    if (change.selected) next.add(change.id)
    else next.delete(change.id)
  }
  const same = next.size === nodes.length && nodes.every((id) => next.has(id))
  // A click on what is selected already goes back from the part that stands open in the inspector.
  select({ nodes: [...next], links: adds ? links : [], open: same ? open : undefined })
}

/** The canvas's nodes for this design; a node that is the same as before stays the same object. */
function reconcile(
  before: readonly CanvasNode[],
  topology: Topology,
  selected: readonly string[],
  say: Say,
): CanvasNode[] {
  const known = new Map(before.map((node) => [node.id, node]))
  const chosen = new Set(selected)
  return [...designNodes(topology, say), ...noteNodes(topology)].map((next) => {
    const isSelected = chosen.has(next.id)
    const last = known.get(next.id)
    if (last && same(last, next, isSelected)) return last
    return standing({ ...last, ...next, selected: isSelected })
  })
}

function designNodes(topology: Topology, say: Say): readonly CanvasNode[] {
  const places = positionsOf(topology)
  const ids = new Set(topology.nodes.map(({ id }) => id))
  const look = lookup(topology)
  return [...ids].flatMap((id) => {
    const node = look.node(id)
    if (!node) return []
    const place = places.get(id)
    const position = { x: place?.x ?? 0, y: place?.y ?? 0 }
    const ariaLabel = describeNode(topology, id, say)
    return { id, type: 'design' as const, data: NO_DATA, position, ariaLabel, ...known(sizeOf(kindOf(node))) }
  })
}

function noteNodes(topology: Topology): readonly CanvasNode[] {
  return (topology.layout?.notes ?? []).map((note) => ({
    id: note.id,
    type: 'note' as const,
    data: NO_DATA,
    position: { x: note.x, y: note.y },
    ariaLabel: note.text,
    zIndex: -1,
    ...known(noteSize(note)),
  }))
}

/** With its size known, and no dots to look for, React Flow measures nothing. */
function known({ width, height }: { readonly width: number; readonly height: number }) {
  return { initialWidth: width, initialHeight: height, measured: { width, height }, handles: [] }
}

/**
 * Nodes stand by `left` and `top`. By React Flow's transforms each of hundreds would be a thing of its own for the
 * browser to put together anew in every frame.
 */
function standing(node: CanvasNode): CanvasNode {
  const { x, y } = node.position
  if (node.style?.left === x && node.style.top === y) return node
  return { ...node, style: { transform: 'none', left: x, top: y } }
}

function same(a: CanvasNode, b: CanvasNode, selected: boolean): boolean {
  return (
    a.position.x === b.position.x &&
    a.position.y === b.position.y &&
    a.selected === selected &&
    a.ariaLabel === b.ariaLabel &&
    a.initialWidth === b.initialWidth &&
    a.initialHeight === b.initialHeight
  )
}
