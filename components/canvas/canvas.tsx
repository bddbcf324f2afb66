'use client'
import {
  Background,
  BackgroundVariant,
  type Connection,
  type Edge,
  type OnConnectEnd,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import './canvas.css'
import { type DragEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { kinds } from '@/lib/catalog/catalog'
import { addAt } from '@/lib/commands/add-at'
import { verdictOn } from '@/lib/commands/connect'
import { currentTopology, edit, settle, useDocument } from '@/lib/store/document'
import { GRID, NODE_SIZE } from '@/lib/store/placement'
import { announce, useView } from '@/lib/store/view'
import { canvasTexts } from '@/lib/text/canvas'
import { useSay } from '@/lib/text/say'
import { ConnectionLine, PointerRefusal } from './connection'
import { CanvasControls, Overview } from './controls'
import { hoverLink } from './hover'
import { ArrowTips, LinkEdge } from './link-edge'
import { DesignNode } from './node'
import { Refusal, type RefusedLink } from './refusal'
import { useCanvasEdges } from './use-canvas-edges'
import { type CanvasNode, useCanvasNodes } from './use-canvas-nodes'
import { useNewcomersInView } from './use-newcomers-in-view'

const NODE_TYPES = { design: DesignNode }
const EDGE_TYPES = { link: LinkEdge }
const SNAP: [number, number] = [GRID, GRID]
const FIT = { padding: 0.2, maxZoom: 1 } as const
/** Below this zoom no letter can be read, and none is drawn. */
const FAR = 0.28
/** Above this only what can be seen is drawn; below, drawing all is faster. */
const DRAW_ALL_UP_TO = 200

/** What the palette puts into a drag, and the canvas takes out of it. */
export const DRAGGED_KIND = 'application/x-topoforge-kind'

/** The drawing: nodes and links of the design, moved and connected by hand. */
export function Canvas({ children }: { readonly children?: ReactNode }) {
  return (
    <ReactFlowProvider>
      <Flow>{children}</Flow>
    </ReactFlowProvider>
  )
}

function Flow({ children }: { readonly children?: ReactNode }) {
  const say = useSay()
  const { nodes, onNodesChange, onDragStart, onDragStop } = useCanvasNodes()
  const { edges, onEdgesChange } = useCanvasEdges()
  const [refused, setRefused] = useState<RefusedLink>()
  const drop = useDrop()
  const element = useRef<HTMLDivElement>(null)
  useCanvasPort(element)
  useNewcomersInView(nodes, element)
  const labels = useMemo(
    () => ({
      'node.a11yDescription.default': say(canvasTexts.nodeHelp),
      'node.a11yDescription.keyboardDisabled': say(canvasTexts.nodeHelp),
      'edge.a11yDescription.default': say(canvasTexts.linkHelp),
      'minimap.ariaLabel': say(canvasTexts.minimap),
      'handle.ariaLabel': say(canvasTexts.connectFrom),
    }),
    [say],
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of nodes end their step here
    <div ref={element} className="relative size-full" data-canvas onKeyUp={settle} {...drop}>
      <ReactFlow<CanvasNode, Edge>
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onNodeDragStart={onDragStart}
        onNodeDragStop={onDragStop}
        onSelectionDragStart={onDragStart}
        onSelectionDragStop={(event, moved) => onDragStop(event, undefined, moved)}
        isValidConnection={mayConnect}
        onConnect={connect}
        onConnectStart={() => setRefused(undefined)}
        onConnectEnd={useRefusalOnDrop(setRefused)}
        onMove={(_, { zoom }) => element.current?.toggleAttribute('data-far', zoom < FAR)}
        onMoveStart={() => element.current?.setAttribute('data-moving', '')}
        onMoveEnd={() => element.current?.removeAttribute('data-moving')}
        onEdgeMouseEnter={(_, { id }) => hoverLink(id)}
        onEdgeMouseLeave={() => hoverLink(undefined)}
        connectionLineComponent={ConnectionLine}
        connectOnClick={false}
        connectionRadius={12}
        deleteKeyCode={null}
        snapToGrid
        snapGrid={SNAP}
        minZoom={0.15}
        maxZoom={2}
        fitView
        fitViewOptions={FIT}
        selectionMode={SelectionMode.Partial}
        multiSelectionKeyCode={MULTI_SELECT}
        zoomOnDoubleClick={false}
        onlyRenderVisibleElements={nodes.length > DRAW_ALL_UP_TO}
        elevateNodesOnSelect
        ariaLabelConfig={labels}
        aria-label={say(canvasTexts.label)}
      >
        <ArrowTips />
        <Background variant={BackgroundVariant.Dots} gap={GRID * 3} size={1.5} color="var(--color-dots)" />
        <CanvasControls />
        <Overview />
        <PointerRefusal />
      </ReactFlow>
      {children}
      <Refusal refused={refused} onClose={() => setRefused(undefined)} />
    </div>
  )
}

const MULTI_SELECT = ['Shift', 'Meta', 'Control']

function mayConnect({ source, target }: Connection | Edge): boolean {
  return source !== target && verdictOn(currentTopology(), source, target).allowed
}

function connect({ source, target }: Connection): void {
  const verdict = verdictOn(currentTopology(), source, target)
  if (verdict.allowed) edit(verdict.edit)
}

/** A link let go over a target that a rule refuses leaves the reason there, with its repair. */
function useRefusalOnDrop(onRefused: (refused: RefusedLink) => void): OnConnectEnd {
  const say = useSay()
  return useCallback(
    (event, { fromNode, toNode }) => {
      if (!fromNode || !toNode || fromNode.id === toNode.id) return
      const verdict = verdictOn(currentTopology(), fromNode.id, toNode.id)
      if (verdict.allowed) return
      const point = 'changedTouches' in event ? event.changedTouches[0] : event
      const { clientX = 0, clientY = 0 } = point ?? {}
      onRefused({
        from: fromNode.id,
        to: toNode.id,
        finding: verdict.finding,
        repair: verdict.repair,
        x: clientX,
        y: clientY,
      })
      announce(say(verdict.finding.message))
    },
    [onRefused, say],
  )
}

/** Takes a kind that was dragged here from the palette. */
function useDrop() {
  const { screenToFlowPosition } = useReactFlow()
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(DRAGGED_KIND)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
  }
  const onDrop = (event: DragEvent) => {
    const kind = kinds.find(({ id }) => id === event.dataTransfer.getData(DRAGGED_KIND))
    if (!kind) return
    event.preventDefault()
    const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY })
    addAt(kind, { x: x - NODE_SIZE.width / 2, y: y - NODE_SIZE.height / 2 })
  }
  return { onDragOver, onDrop }
}

/** Lets the rest of the page move the view; a document that opens is shown whole. */
function useCanvasPort(element: React.RefObject<HTMLDivElement | null>): void {
  const { fitView, screenToFlowPosition } = useReactFlow()
  const id = useDocument((document) => document.id)
  useEffect(() => {
    const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 160
    const middle = () => {
      const box = element.current?.getBoundingClientRect() ?? new DOMRect()
      return screenToFlowPosition({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
    }
    useView.setState({
      canvas: {
        fit: () => void fitView({ ...FIT, duration }),
        show: (ids) =>
          void fitView({ padding: 0.4, maxZoom: 1, duration, nodes: ids.map((node) => ({ id: node })) }),
        middle,
        at: (place) => screenToFlowPosition(place),
      },
    })
    return () => useView.setState({ canvas: undefined })
  }, [element, fitView, screenToFlowPosition])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document is a reason to look at it whole
  useEffect(() => {
    const frame = requestAnimationFrame(() => void fitView(FIT))
    return () => cancelAnimationFrame(frame)
  }, [id, fitView])
}
