import type { Spot } from './geometry'

interface Held {
  readonly element: HTMLElement | null
  readonly place: Spot
}

/** A node where it stands now. */
interface Standing {
  readonly id: string
  readonly position: Spot
  readonly dragging?: boolean | undefined
}

const held = new Map<string, Held>()

/**
 * Moves the elements of what is dragged, and nothing else: told to React, each of hundreds of nodes would be asked in
 * every frame whether it has changed. React hears of the first move and of the drop.
 */
export function carry(moves: readonly Standing[]): void {
  for (const { id, position } of moves) {
    const element = held.get(id)?.element ?? elementOf(id)
    held.set(id, { element, place: position })
    put(element, position)
  }
}

/** The same nodes; those in the hand stand where the hand is. */
export function withCarried<N extends Standing>(nodes: readonly N[]): readonly N[] {
  if (held.size === 0) return nodes
  return nodes.map((node) => {
    const place = node.dragging ? held.get(node.id)?.place : undefined
    return place ? { ...node, position: place } : node
  })
}

/** After React has drawn: what is still dragged stays in the hand, what was dropped stands where its node says. */
export function settleCarried(nodes: readonly Standing[]): void {
  if (held.size === 0) return
  const known = new Map(nodes.map((node) => [node.id, node]))
  for (const [id, { element, place }] of held) {
    const node = known.get(id)
    if (node?.dragging) put(element, place)
    else {
      if (node) put(element, node.position)
      held.delete(id)
    }
  }
}

function elementOf(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
}

function put(element: HTMLElement | null, { x, y }: Spot): void {
  if (!element) return
  element.style.left = `${x}px`
  element.style.top = `${y}px`
}
