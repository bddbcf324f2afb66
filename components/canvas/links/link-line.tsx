import { type KeyboardEvent, type MouseEvent, memo } from 'react'
import { useDocument, useTopology } from '@/lib/store/document'
import { select, useSelection } from '@/lib/store/selection'
import { useSay } from '@/lib/text/say'
import { useBetween } from '../between/between'
import { describeLink } from '../describe'
import { touches, useDetail } from '../detail'
import { hoverLink, isFadedLink, useHighlight } from '../highlight'
import { useScene } from '../scene'
import { useIsOnBoard } from './board-state'
import { linkViewOf } from './link-view'

/** The line of a link: its type decides how it looks, a finding about it the colour. */
export const LinkLine = memo(function LinkLine({ id }: { readonly id: string }) {
  const route = useScene(({ routes }) => routes.get(id))
  const view = useDocument(({ history }) => linkViewOf(history.present, id))
  const selected = useSelection(({ links }) => links.includes(id))
  const faded = useHighlight((highlights) => isFadedLink(highlights, id))
  const inFlow = useHighlight(({ flow }) => flow?.links.has(id) ?? false)
  const quiet = useIsOnBoard(id, selected || inFlow)
  const taking = useBetween(({ link }) => link === id)
  const words = useDescription(id)
  if (!route || !view) return null
  const color = view.faulty ? 'error' : selected || inFlow || taking ? 'accent' : 'link'
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: as React Flow's own edges
    // biome-ignore lint/a11y/useSemanticElements: SVG has no element for a thing that can be selected
    <g
      role="group"
      tabIndex={0}
      aria-label={words}
      className="react-flow__edge link-edge"
      data-id={id}
      data-type={view.link.type}
      data-faulty={view.faulty}
      data-selected={selected || inFlow}
      data-taking={taking}
      data-faded={faded}
      data-quiet={quiet && !taking}
      onClick={(event) => choose(id, event)}
      onKeyDown={(event) => onKey(id, event)}
      onPointerEnter={() => hoverLink(id)}
      onPointerLeave={() => hoverLink(undefined)}
    >
      <path className="link-path" d={route.path} markerEnd={`url(#arrow-${color})`} />
      {view.link.type === 'stores' && <path d={route.path} className="link-core" />}
      <Reach id={id} />
    </g>
  )
})

/** A wide line that the pointer can hit; from far away there are too many of them to be of use. */
function Reach({ id }: { readonly id: string }) {
  const route = useScene(({ routes }) => routes.get(id))
  const near = useDetail((detail) => !detail.far && Boolean(route && touches(detail, route)))
  return near && route ? <path className="link-reach" d={route.path} /> : null
}

function useDescription(id: string): string {
  const say = useSay()
  return useTopology((topology) => describeLink(topology, id, say))
}

function choose(id: string, { shiftKey, metaKey, ctrlKey }: MouseEvent | KeyboardEvent): void {
  const { nodes, links } = useSelection.getState()
  const toggled = links.includes(id) ? links.filter((other) => other !== id) : [...links, id]
  select(shiftKey || metaKey || ctrlKey ? { nodes, links: toggled } : { links: [id] })
}

function onKey(id: string, event: KeyboardEvent): void {
  if (event.key !== 'Enter' && event.key !== ' ') return
  event.preventDefault()
  choose(id, event)
}
