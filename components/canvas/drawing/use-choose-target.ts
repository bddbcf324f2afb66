import { useReactFlow } from '@xyflow/react'
import { useEffect } from 'react'
import { verdictOn } from '@/lib/commands/connect'
import { currentTopology } from '@/lib/store/document'
import { announce } from '@/lib/store/view'
import { canvasTexts } from '@/lib/text/canvas'
import { say } from '@/lib/text/say'
import { lookup } from '@/lib/topology/lookup'
import { type Box, center } from '../geometry'
import { useScene } from '../scene'
import { endDrawing, moveDrawing, type Spot, useDrawing } from './drawing'
import { finishLink } from './outcome'
import { nodeAt } from './use-draw-by-hand'

/** Letters typed within this time are one name, in milliseconds. */
const TYPING = 900

const DIRECTIONS: Readonly<Record<string, Spot>> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
}

/** While the target of a link is chosen: arrows go from node to node, letters find a name, Enter or a click connects. */
export function useChooseTarget(): void {
  const choosing = useDrawing(({ from, way }) => from !== undefined && way === 'choice')
  const { screenToFlowPosition, flowToScreenPosition, setCenter, getZoom } = useReactFlow()
  useEffect(() => {
    if (!choosing) return
    const listening = new AbortController()
    const options = { signal: listening.signal, capture: true }
    const typed = { letters: '', at: 0 }
    const reach = (id: string) => {
      const box = useScene.getState().boxes.get(id)
      if (!box) return
      const middle = center(box)
      const screen = flowToScreenPosition(middle)
      const inWindow = screen.x > 0 && screen.y > 0 && screen.x < innerWidth && screen.y < innerHeight
      if (!inWindow) void setCenter(middle.x, middle.y, { zoom: getZoom() })
      moveDrawing({
        over: id,
        end: middle,
        screen: inWindow ? screen : { x: innerWidth / 2, y: innerHeight / 2 },
      })
      announce(wordsOn(id))
    }
    const onKey = (event: KeyboardEvent) => {
      if (!handleKey(event, typed, reach)) return
      event.preventDefault()
      event.stopPropagation()
    }
    const onMove = (event: PointerEvent) => {
      const screen = { x: event.clientX, y: event.clientY }
      const over = nodeAt(screen, useDrawing.getState().from)
      moveDrawing({ screen, end: screenToFlowPosition(screen), ...(over ? { over } : {}) })
    }
    const onPress = (event: PointerEvent) => {
      const screen = { x: event.clientX, y: event.clientY }
      const over = nodeAt(screen, useDrawing.getState().from)
      event.preventDefault()
      event.stopPropagation()
      choose(over, screen)
    }
    addEventListener('keydown', onKey, options)
    addEventListener('pointermove', onMove, options)
    addEventListener('pointerdown', onPress, options)
    return () => listening.abort()
  }, [choosing, screenToFlowPosition, flowToScreenPosition, setCenter, getZoom])
}

/** Does what a key means here; answers whether it meant anything. */
function handleKey(
  event: KeyboardEvent,
  typed: { letters: string; at: number },
  reach: (id: string) => void,
): boolean {
  const { over, screen } = useDrawing.getState()
  const direction = DIRECTIONS[event.key]
  if (event.key === 'Escape') endDrawing()
  else if (event.key === 'Enter') choose(over, screen)
  else if (event.key === 'Tab') step(event.shiftKey ? -1 : 1, reach)
  else if (direction) reachIf(nearestTowards(direction), reach)
  else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const joined = event.timeStamp - typed.at < TYPING ? typed.letters + event.key : event.key
    Object.assign(typed, { letters: joined, at: event.timeStamp })
    reachIf(findByName(joined.toLowerCase()), reach)
  } else return false
  return true
}

function reachIf(id: string | undefined, reach: (id: string) => void): void {
  if (id !== undefined) reach(id)
}

function choose(over: string | undefined, screen: Spot): void {
  const { from } = useDrawing.getState()
  endDrawing()
  if (from !== undefined && over !== undefined) finishLink(from, over, screen)
}

/** The next target that is welcome, in the order of the drawing. */
function step(by: number, reach: (id: string) => void): void {
  const { over, welcomes } = useDrawing.getState()
  const ids = [...welcomes].filter(([, welcome]) => welcome === 'allowed').map(([id]) => id)
  const at = over === undefined ? -1 : ids.indexOf(over)
  reachIf(ids[(at + by + ids.length) % ids.length], reach)
}

/** The nearest node in a direction; what lies aside counts twice. */
export function nearestTowards(direction: Spot): string | undefined {
  const { from, over } = useDrawing.getState()
  const { boxes } = useScene.getState()
  const here = boxes.get(over ?? from ?? '')
  return (
    here &&
    nearestBox(
      here,
      direction,
      [...boxes].filter(([id]) => id !== from && id !== over),
    )
  )
}

function nearestBox(
  here: Box,
  direction: Spot,
  others: readonly (readonly [string, Box])[],
): string | undefined {
  const start = center(here)
  let best: { readonly id: string; readonly cost: number } | undefined
  for (const [id, box] of others) {
    const { x, y } = center(box)
    const along = (x - start.x) * direction.x + (y - start.y) * direction.y
    const aside = Math.abs((x - start.x) * direction.y) + Math.abs((y - start.y) * direction.x)
    const cost = along + 2 * aside
    if (along > 0 && (!best || cost < best.cost)) best = { id, cost }
  }
  return best?.id
}

function findByName(letters: string): string | undefined {
  const look = lookup(currentTopology())
  const { from } = useDrawing.getState()
  const named = look.topology.nodes
    .filter(({ id }) => id !== from)
    .map((node) => ({ id: node.id, name: look.nameOf(node).toLowerCase() }))
  const starts = ({ name }: { name: string }) => name.split('_').some((part) => part.startsWith(letters))
  return (
    named.find(({ name }) => name.startsWith(letters)) ??
    named.find(starts) ??
    named.find(({ name }) => name.includes(letters))
  )?.id
}

function wordsOn(id: string): string {
  const { from } = useDrawing.getState()
  const look = lookup(currentTopology())
  const node = look.node(id)
  if (!node || from === undefined) return ''
  const verdict = verdictOn(look.topology, from, id)
  const answer = verdict.allowed ? canvasTexts.mayConnect : verdict.finding.message
  return `${look.nameOf(node)}: ${say(answer)}`
}
