import { Handle, Position, useConnection } from '@xyflow/react'

const SIDES = [Position.Right, Position.Bottom, Position.Left, Position.Top] as const

/**
 * A link starts at a dot on any side and ends anywhere on a node: while one is drawn, the whole node is the
 * target. The first dot stays when others hide, since every link needs one to hang on.
 */
export function Handles({ id }: { readonly id: string }) {
  const drawing = useConnection((connection) => connection.inProgress)
  const isTarget = useConnection((connection) => connection.inProgress && connection.fromNode.id !== id)
  return (
    <>
      <Handle
        type="target"
        position={Position.Left}
        isConnectableStart={false}
        className="link-target"
        data-open={isTarget}
      />
      {SIDES.map((side) => (
        <Handle
          key={side}
          id={side}
          type="source"
          position={side}
          isConnectableEnd={false}
          className="link-source"
          data-hidden={drawing}
        />
      ))}
    </>
  )
}
