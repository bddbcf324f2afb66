import { useReactFlow } from '@xyflow/react'
import { ChevronLeft, ChevronRight, Waypoints, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { KindIcon, tintOf } from '@/components/kind'
import { IconButton } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { type FlowPath, followFlow, type Stop } from '@/lib/commands/follow-flow'
import { useTopology } from '@/lib/store/document'
import { selectNothing, useSelection } from '@/lib/store/selection'
import { flowTexts } from '@/lib/text/canvas'
import { frameTexts } from '@/lib/text/frame'
import { useSay } from '@/lib/text/say'
import { center } from '../geometry'
import { useHighlight } from '../highlight'
import { viewOf } from '../node-view'
import { useScene } from '../scene'
import { useFlowWalk } from './flow-state'

/** The way of what is selected, stop by stop; the rest of the drawing is faded as long as it stands there. */
export function FlowBar() {
  const topology = useTopology()
  const selection = useSelection()
  const path = useMemo(() => followFlow(topology, selection), [topology, selection])
  const key = path?.stops.map(({ node, link }) => `${node} ${link ?? ''}`).join(', ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same way found again is no other way
  useEffect(() => {
    useFlowWalk.setState({ at: undefined })
    useHighlight.setState({
      flow: path && {
        nodes: new Set(path.stops.map(({ node }) => node)),
        links: new Set(path.stops.flatMap(({ link }) => link ?? [])),
      },
    })
  }, [key])
  return path ? <Bar path={path} /> : null
}

function Bar({ path }: { readonly path: FlowPath }) {
  const say = useSay()
  const at = useFlowWalk((walk) => walk.at)
  const go = useGoTo(path)
  const last = path.stops.length - 1
  const step = (by: number) => go(Math.max(0, Math.min(last, (at ?? (by > 0 ? -1 : last + 1)) + by)))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') step(1)
    else if (event.key === 'ArrowLeft') step(-1)
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(last)
    else if (event.key === 'Escape') leave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // Beside the overview, so that neither covers the other.
    <div className="pointer-events-none absolute right-3 bottom-14 left-3 z-20 flex justify-center desk:right-44">
      <div
        role="toolbar"
        aria-label={say(flowTexts.label)}
        data-flow-bar
        data-testid="flow"
        onKeyDown={onKeyDown}
        className="pointer-events-auto min-w-0 max-w-[960px] rounded-lg border border-line bg-raised p-1"
      >
        <div className="flex items-center gap-1 pl-2">
          <Waypoints className="size-3.5 shrink-0 text-accent" aria-hidden />
          <p className="min-w-0 flex-1 truncate pr-1 text-xs">
            <span className="text-faint">{say(flowTexts.flow)}: </span>
            <span className="font-mono">{path.title}</span>
          </p>
          <IconButton size="small" label={say(flowTexts.previous)} keys="←" onClick={() => step(-1)}>
            <ChevronLeft className="size-3.5" aria-hidden />
          </IconButton>
          <IconButton size="small" label={say(flowTexts.next)} keys="→" onClick={() => step(1)}>
            <ChevronRight className="size-3.5" aria-hidden />
          </IconButton>
          <IconButton size="small" label={say(frameTexts.close)} keys="Esc" onClick={leave}>
            <X className="size-3.5" aria-hidden />
          </IconButton>
        </div>
        <ol className="scroll-thin flex max-h-26 snap-y snap-mandatory flex-wrap overflow-y-auto px-0.5">
          {path.stops.map((stop, index) => (
            <StopButton
              key={`${stop.node} ${stop.link}`}
              stop={stop}
              here={index === at}
              first={index === 0}
              onGo={() => go(index)}
            />
          ))}
        </ol>
      </div>
    </div>
  )
}

function leave(): void {
  const { nodes } = useSelection.getState()
  selectNothing()
  const [id] = nodes
  if (id !== undefined)
    document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)?.focus()
}

/** Brings a stop into the middle of the view, as near as one can read it. */
function useGoTo(path: FlowPath) {
  const { setCenter, getZoom } = useReactFlow()
  return (index: number) => {
    const stop = path.stops[index]
    const box = stop && useScene.getState().boxes.get(stop.node)
    if (!box) return
    useFlowWalk.setState({ at: index })
    const { x, y } = center(box)
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    void setCenter(x, y, { zoom: Math.max(getZoom(), 0.6), duration: still ? 0 : 160 })
  }
}

interface StopButtonProps {
  readonly stop: Stop
  readonly here: boolean
  readonly first: boolean
  readonly onGo: () => void
}

function StopButton({ stop, here, first, onGo }: StopButtonProps) {
  const view = useTopology((topology) => viewOf(topology, stop.node))
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!here) return
    button.current?.focus({ preventScroll: true })
    button.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [here])
  if (!view) return null
  return (
    <li className="flex min-w-0 max-w-full snap-start items-center gap-0.5 py-px">
      {!first && (
        <span className="text-faint text-xs" aria-hidden>
          →
        </span>
      )}
      <button
        ref={button}
        type="button"
        aria-current={here ? 'step' : undefined}
        onClick={onGo}
        className={cx(
          'flex h-6 min-w-0 items-center gap-1.5 rounded px-1.5 text-2xs hover:bg-hover',
          tintOf(view.kind),
          here && 'bg-accent-soft',
        )}
      >
        <KindIcon kind={view.kind} className="size-3 shrink-0 text-[var(--kind)]" />
        <span className="truncate font-mono">{view.name}</span>
      </button>
    </li>
  )
}
