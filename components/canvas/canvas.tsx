'use client'
import { ReactFlow, ReactFlowProvider, SelectionMode } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import './canvas.css'
import { type ReactNode, useMemo, useRef } from 'react'
import { useDocument } from '@/lib/store/document'
import { GRID } from '@/lib/store/placement'
import { canvasTexts } from '@/lib/text/canvas'
import { useSay } from '@/lib/text/say'
import { CanvasControls } from './controls'
import { Dots } from './dots-background'
import { ChoiceBar } from './drawing/choice-bar'
import { DrawnLine } from './drawing/drawn-line'
import { LooseEndMenu } from './drawing/loose-end-menu'
import { Refusal } from './drawing/refusal'
import { RefusalAtPointer } from './drawing/refusal-at-pointer'
import { FindBox } from './find/find-box'
import { FlowBar } from './flow/flow-bar'
import { Guides } from './guides/guides'
import { Originals } from './guides/originals'
import { Links } from './links/links'
import { DesignNode } from './node'
import { NoteNode } from './notes/note-node'
import { useNoteKeys } from './notes/use-note-keys'
import { Overview } from './overview/overview'
import { ReadOnlyMark } from './read-only-mark'
import { type CanvasNode, useCanvasNodes } from './use-canvas-nodes'
import { useCanvasPort } from './use-canvas-port'
import { useDrag } from './use-drag'
import { useDropKind } from './use-drop-kind'
import { useFirstView } from './use-first-view'
import { useFollowWindow } from './use-follow-window'
import { useLetLinksGo } from './use-let-links-go'
import { useNeighbourhood } from './use-neighbourhood'
import { useNewcomersInView } from './use-newcomers-in-view'
import { useNudge } from './use-nudge'
import { useTouch } from './use-touch'

const NODE_TYPES = { design: DesignNode, note: NoteNode }
const SNAP: [number, number] = [GRID, GRID]
/** Above this only what can be seen is drawn; below, drawing all is faster. */
const DRAW_ALL_UP_TO = 200
const MULTI_SELECT = ['Shift', 'Meta', 'Control']
/** The mouse pans with its middle button, or with Space held; a finger pans by itself. */
const MIDDLE = [1]
const NO_EDGES: never[] = []

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
  const element = useRef<HTMLDivElement>(null)
  const { nodes, onNodesChange, ...dragged } = useCanvasNodes()
  const drag = useDrag(dragged)
  const moving = useFollowWindow(element)
  const { touch, onPointerDownCapture } = useTouch()
  const hover = useNeighbourhood()
  const letLinksGo = useLetLinksGo()
  const drop = useDropKind()
  // What another tab writes is only looked at here.
  const writable = useDocument(({ readOnly }) => readOnly === undefined)
  useCanvasPort(element)
  useFirstView()
  useNewcomersInView(nodes, element)
  useNudge()
  useNoteKeys()
  const labels = useMemo(
    () => ({
      'node.a11yDescription.default': say(canvasTexts.nodeHelp),
      'node.a11yDescription.keyboardDisabled': say(canvasTexts.nodeHelp),
    }),
    [say],
  )
  return (
    <div
      ref={element}
      className="relative size-full"
      data-canvas
      data-read-only={!writable}
      onPointerDownCapture={onPointerDownCapture}
      {...drop}
    >
      <ReactFlow<CanvasNode>
        nodes={nodes}
        edges={NO_EDGES}
        nodeTypes={NODE_TYPES}
        onNodesChange={onNodesChange}
        {...drag}
        {...moving}
        {...hover}
        {...letLinksGo}
        nodesDraggable={writable}
        nodesConnectable={false}
        deleteKeyCode={null}
        snapToGrid
        snapGrid={SNAP}
        minZoom={0.05}
        maxZoom={2}
        selectionMode={SelectionMode.Partial}
        multiSelectionKeyCode={MULTI_SELECT}
        selectionOnDrag={!touch}
        panOnDrag={touch || MIDDLE}
        panOnScroll
        zoomOnDoubleClick={false}
        nodeDragThreshold={touch ? 6 : 2}
        onlyRenderVisibleElements={nodes.length > DRAW_ALL_UP_TO}
        elevateNodesOnSelect
        ariaLabelConfig={labels}
        aria-label={say(writable ? canvasTexts.label : canvasTexts.labelReadOnly)}
      >
        <Dots />
        <Links />
        <Guides />
        <Originals />
        <DrawnLine />
        <CanvasControls />
        <Overview />
        <ChoiceBar />
      </ReactFlow>
      {!writable && <ReadOnlyMark />}
      {children}
      <RefusalAtPointer />
      <Refusal />
      <LooseEndMenu />
      <FindBox />
      <FlowBar />
    </div>
  )
}
