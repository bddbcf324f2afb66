import type { Topology } from '@/lib/topology/model/topology'

const STEP = { x: 40, y: 160 }

/** A free spot below a node; undefined where the design says nothing of places. */
export function nearby(topology: Topology, nodeId: string): { x: number; y: number } | undefined {
  const positions = topology.layout?.positions ?? []
  const start = positions.find(({ node }) => node === nodeId)
  if (!start) return undefined
  const spot = { x: start.x, y: start.y + STEP.y }
  while (positions.some(({ x, y }) => Math.abs(x - spot.x) < 20 && Math.abs(y - spot.y) < 20)) {
    spot.x += STEP.x
    spot.y += STEP.y / 4
  }
  return spot
}
