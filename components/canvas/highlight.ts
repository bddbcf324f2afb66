import { create } from 'zustand'
import { lookup } from '@/lib/topology/lookup'
import type { Topology } from '@/lib/topology/model/topology'

/** What stands out while the rest is faded; undefined where nothing is. */
export interface Highlight {
  readonly nodes: ReadonlySet<string>
  readonly links: ReadonlySet<string>
}

interface Highlights {
  /** What the pointer or the selection is about. */
  readonly near: Highlight | undefined
  /** A flow that is followed; it goes before everything else. */
  readonly flow: Highlight | undefined
  /** The link under the pointer. */
  readonly link: string | undefined
}

export const useHighlight = create<Highlights>()(() => ({
  near: undefined,
  flow: undefined,
  link: undefined,
}))

export function isFadedNode({ near, flow }: Highlights, id: string): boolean {
  const shown = flow ?? near
  return shown !== undefined && !shown.nodes.has(id)
}

export function isFadedLink({ near, flow }: Highlights, id: string): boolean {
  const shown = flow ?? near
  return shown !== undefined && !shown.links.has(id)
}

export function hoverLink(link: string | undefined): void {
  if (useHighlight.getState().link !== link) useHighlight.setState({ link })
}

/** A node with everything that it is linked with; nothing stands out around one that stands alone. */
export function neighbourhoodOf(topology: Topology, ids: readonly string[]): Highlight | undefined {
  const look = lookup(topology)
  const links = ids.flatMap((id) => [...look.linksFrom(id), ...look.linksTo(id)])
  if (links.length === 0) return undefined
  return {
    nodes: new Set([...ids, ...links.flatMap(({ from, to }) => [from, to])]),
    links: new Set(links.map(({ id }) => id)),
  }
}

/** A link with its two ends. */
export function endsOf(topology: Topology, id: string): Highlight | undefined {
  const link = lookup(topology).link(id)
  return link && { nodes: new Set([link.from, link.to]), links: new Set([id]) }
}
