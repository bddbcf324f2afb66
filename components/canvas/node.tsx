import type { NodeProps } from '@xyflow/react'
import { memo, useState } from 'react'
import { tintOf } from '@/components/kind'
import { useDocument } from '@/lib/store/document'
import { useDetail } from './detail'
import { Dots } from './drawing/dots'
import { useDrawing, welcomeOf } from './drawing/drawing'
import { isFadedNode, useHighlight } from './highlight'
import { sizeOf } from './node-size'
import { type NodeView, viewOf } from './node-view'
import { ProblemBadge } from './problem-badge'
import { SHAPES } from './shapes'

/** A node of the design, in the shape of its kind. It reads its own facts, so one edit draws one node. */
export const DesignNode = memo(function DesignNode({ id, selected, dragging }: NodeProps) {
  const view = useDocument(({ history }) => viewOf(history.present, id))
  const far = useDetail((detail) => detail.far)
  const faded = useHighlight((highlights) => isFadedNode(highlights, id))
  const inFlow = useHighlight(({ flow }) => flow?.nodes.has(id) ?? false)
  const [near, setNear] = useState(false)
  if (!view) return null
  return (
    <div
      data-faded={faded}
      data-selected={selected}
      data-flow={inFlow}
      className={`design-node ${tintOf(view.kind)}`}
      style={sizeOf(view.kind)}
      onPointerEnter={() => setNear(true)}
      onPointerLeave={() => setNear(false)}
    >
      <Body view={view} far={far} />
      <Welcome id={id} />
      {(near || selected) && !far && !dragging && <Dots id={id} />}
    </div>
  )
})

/** From far away a node is its outline and its colour. */
const Body = memo(function Body({ view, far }: { readonly view: NodeView; readonly far: boolean }) {
  const Shape = SHAPES[view.kind.shape]
  return (
    <>
      <Shape view={view} far={far} />
      <ProblemBadge view={view} far={far} />
    </>
  )
})

/** While a link is drawn, whether it may end here; the node under the pointer shows it stronger. */
function Welcome({ id }: { readonly id: string }) {
  const welcome = useDrawing((drawing) => welcomeOf(drawing, id))
  const over = useDrawing((drawing) => drawing.over === id)
  return welcome === undefined ? null : <span className="welcome" data-drop={welcome} data-over={over} />
}
