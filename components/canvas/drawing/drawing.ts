import { create } from 'zustand'
import { type Welcome, welcomesFrom } from '@/lib/commands/connect'
import { currentTopology } from '@/lib/store/document'

export interface Spot {
  readonly x: number
  readonly y: number
}

/** A link while it is drawn: nothing of it is in the design yet. */
export interface Drawing {
  /** The node that it starts at; undefined while none is drawn. */
  readonly from: string | undefined
  /** The node that it would end at now. */
  readonly over: string | undefined
  /** Its loose end, in the canvas's own units. */
  readonly end: Spot
  /** Its loose end on the screen, where the reason of a refusal stands. */
  readonly screen: Spot
  /** How every other node would take it. */
  readonly welcomes: ReadonlyMap<string, Welcome>
  /** By hand, or by choosing the target with the keys or a second click. */
  readonly way: 'hand' | 'choice'
}

const NOTHING: Drawing = {
  from: undefined,
  over: undefined,
  end: { x: 0, y: 0 },
  screen: { x: 0, y: 0 },
  welcomes: new Map(),
  way: 'hand',
}

export const useDrawing = create<Drawing>()(() => NOTHING)

/** Begins a link at a node; from now on every node shows whether the link may end there. */
export function beginDrawing(from: string, way: Drawing['way'], at: Pick<Drawing, 'end' | 'screen'>): void {
  useDrawing.setState({ ...NOTHING, ...at, from, way, welcomes: welcomesFrom(currentTopology(), from) })
}

export function moveDrawing(to: Partial<Pick<Drawing, 'end' | 'screen' | 'over' | 'way'>>): void {
  useDrawing.setState(to)
}

export function endDrawing(): void {
  useDrawing.setState(NOTHING)
}

export function isDrawing(): boolean {
  return useDrawing.getState().from !== undefined
}

/** How a node shows what a link to it would be; undefined while none is drawn. */
export function welcomeOf({ from, welcomes }: Drawing, id: string): Welcome | 'start' | undefined {
  if (from === undefined) return undefined
  return from === id ? 'start' : welcomes.get(id)
}
