import type { Edit } from '@/lib/topology/edits'
import type { Topology } from '@/lib/topology/model/topology'
import { judge } from './judge'
import type { JudgedFinding } from './rule'

/** What is missing about a few new parts is found in fewer rounds; more would mean that repairs chase each other. */
const MOST = 40

/**
 * The edit that adds, to these parts of a design and to what it adds itself, everything that they need and that
 * asks no question: the database of a data API, the queue of a worker, Redis for who consumes. It belongs into the
 * same undo step as what made the parts.
 */
export function complete(topology: Topology, about: readonly string[]): Edit {
  let current = topology
  const ids = new Set(about)
  for (let round = 0; round < MOST; round += 1) {
    const next = judge(current).find((finding) => finding.fix?.completes && isAbout(finding, ids))
    if (!next?.fix) break
    const before = partsOf(current)
    current = next.fix.edit(current)
    for (const id of partsOf(current)) if (!before.has(id)) ids.add(id)
  }
  const completed = withoutPlaces(current, partsOf(topology))
  // The same document gets what was found for it; another one is judged anew.
  return (same) => (same === topology ? completed : complete(same, about)(same))
}

/** Whoever shows the design finds room for what was added, beside what it is linked with. */
function withoutPlaces(topology: Topology, known: ReadonlySet<string>): Topology {
  const { layout } = topology
  if (!layout || layout.positions.every(({ node }) => known.has(node))) return topology
  return {
    ...topology,
    layout: { ...layout, positions: layout.positions.filter(({ node }) => known.has(node)) },
  }
}

function isAbout({ at }: JudgedFinding, ids: ReadonlySet<string>): boolean {
  return at.some(({ id }) => id !== undefined && ids.has(id))
}

function partsOf({ nodes, links, messages }: Topology): ReadonlySet<string> {
  return new Set([...nodes, ...links, ...messages].map(({ id }) => id))
}
