import { currentTopology } from '@/lib/store/document'
import type { LinkType } from '@/lib/topology/model/link'
import type { Topology } from '@/lib/topology/model/topology'
import { touches, useDetail } from '../detail'
import { resolveColor } from '../resolve-color'
import { useScene } from '../scene'
import { useLifted } from './board-state'
import { linkViewOf } from './link-view'
import type { Route } from './route'

interface Line {
  readonly type: LinkType
  readonly faulty: boolean
  readonly route: Route
}

type Painter = CanvasRenderingContext2D

/** A picture larger than this in pixels costs more memory than its sharpness is worth. */
const MOST_PIXELS = 12_000_000

/** Paints every line that can be seen in the part of the canvas that is kept, as sharp as this zoom needs it. */
export function paintLines(canvas: HTMLCanvasElement, zoom: number, colors: BoardColors): void {
  const { kept, far } = useDetail.getState()
  const [width, height] = [kept.right - kept.left, kept.bottom - kept.top]
  if (width <= 0 || height <= 0) return
  const sharp = zoom * devicePixelRatio
  const scale = Math.min(sharp, Math.sqrt(MOST_PIXELS / (width * height)))
  canvas.width = Math.ceil(width * scale)
  canvas.height = Math.ceil(height * scale)
  canvas.style.width = `${width}px`
  canvas.style.height = `${height}px`
  canvas.style.transform = `translate(${kept.left}px, ${kept.top}px)`
  const painter = canvas.getContext('2d')
  if (!painter) return
  painter.setTransform(scale, 0, 0, scale, -kept.left * scale, -kept.top * scale)
  const lines = linesIn(currentTopology(), kept)
  for (const faulty of [false, true]) {
    const color = faulty ? colors.error : colors.link
    const some = lines.filter((line) => line.faulty === faulty)
    if (far) paintFar(painter, some, color)
    else paintNear(painter, some, color, colors.canvas)
  }
}

export interface BoardColors {
  readonly link: string
  readonly error: string
  readonly canvas: string
}

/** The colours of this theme; to ask for one, the browser brings the style of the whole page up to date. */
export function boardColors(element: Element): BoardColors {
  const color = (name: string) => resolveColor(`var(--color-${name})`, element)
  return { link: color('link'), error: color('error'), canvas: color('canvas') }
}

function linesIn(topology: Topology, kept: Kept): readonly Line[] {
  const { routes } = useScene.getState()
  const { links: lifted } = useLifted.getState()
  return topology.links.flatMap(({ id, type }) => {
    const route = routes.get(id)
    if (!route || lifted.has(id)) return []
    const inside = touches({ kept }, route)
    return inside ? [{ type, faulty: linkViewOf(topology, id)?.faulty ?? false, route }] : []
  })
}

type Kept = ReturnType<typeof useDetail.getState>['kept']

/** From far away all lines are alike, thin and faint, so that many of them do not become a wall. */
function paintFar(painter: Painter, lines: readonly Line[], color: string): void {
  painter.strokeStyle = color
  painter.lineWidth = 3
  painter.globalAlpha = 0.5
  for (const { route } of lines) stroke(painter, route)
  painter.globalAlpha = 1
}

function paintNear(painter: Painter, lines: readonly Line[], color: string, ground: string): void {
  painter.strokeStyle = color
  painter.fillStyle = color
  for (const { type, route } of lines) {
    painter.setLineDash(DASHES[type] ?? [])
    painter.lineCap = type === 'caches' ? 'round' : 'butt'
    painter.lineWidth = type === 'stores' ? 4.5 : 1.5
    stroke(painter, route)
    paintTip(painter, route)
  }
  painter.setLineDash([])
  painter.lineWidth = 2
  painter.strokeStyle = ground
  for (const { type, route } of lines) if (type === 'stores') stroke(painter, route)
}

const DASHES: Partial<Record<LinkType, number[]>> = {
  publishes: [6, 4],
  consumes: [6, 4],
  caches: [1.5, 4],
}

function stroke(painter: Painter, { path }: Route): void {
  painter.stroke(new Path2D(path))
}

const INTO = { left: [1, 0], right: [-1, 0], top: [0, 1], bottom: [0, -1] } as const

/** The arrow's tip, 10 long and 9 wide, at the side at which the line meets the node. */
function paintTip(painter: Painter, { end }: Route): void {
  const [dx, dy] = INTO[end.side]
  painter.beginPath()
  painter.moveTo(end.x + dx * 9.5, end.y + dy * 9.5)
  painter.lineTo(end.x - dy * 4.6, end.y + dx * 4.6)
  painter.lineTo(end.x + dy * 4.6, end.y - dx * 4.6)
  painter.fill()
}
