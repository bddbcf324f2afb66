import { ViewportPortal } from '@xyflow/react'
import { ArrowTips } from './arrow-tips'
import { Board } from './board'
import { LinkLabel } from './link-label'
import { LinkLine } from './link-line'
import { useShownLinks } from './use-shown-links'

/**
 * All links, below the nodes, so that no line ever hides one; a label lies above them only while it is asked for. React Flow's own edges ask at every
 * move of the view where each of them is; these are told by the scene, and only those whose ends moved.
 */
export function Links() {
  const { lines, crowd } = useShownLinks()
  return (
    <ViewportPortal>
      <div className="links">
        {crowd && <Board />}
        <svg className="links-lines" role="presentation">
          <ArrowTips />
          {lines.map((id) => (
            <LinkLine key={id} id={id} />
          ))}
        </svg>
      </div>
      {lines.map((id) => (
        <LinkLabel key={id} id={id} />
      ))}
    </ViewportPortal>
  )
}
