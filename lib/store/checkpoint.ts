import type { Text } from '@/lib/topology/model/basics'
import type { Topology } from '@/lib/topology/model/topology'

/** A version that is kept by name, also when the history has long forgotten it. */
export interface Checkpoint {
  readonly id: string
  readonly name: Text
  /** When it was made, in milliseconds since 1970. */
  readonly time: number
  /** Made by hand, or by itself before something big. */
  readonly byHand: boolean
  readonly topology: Topology
}

/** So many of those made by themselves are kept; the oldest go first, those made by hand never. */
const MOST_AUTOMATIC = 30
/** A change that takes away so many nodes is big enough for a checkpoint of its own. */
const MANY_NODES = 3

/** The checkpoints with one more, the newest first. One like the last is not made twice. */
export function addCheckpoint(
  checkpoints: readonly Checkpoint[],
  topology: Topology,
  name: Text,
  byHand: boolean,
): readonly Checkpoint[] {
  const [last] = checkpoints
  if (!byHand && last?.topology === topology) return checkpoints
  const added = { id: crypto.randomUUID(), name, time: Date.now(), byHand, topology }
  const automatic = checkpoints.filter((checkpoint) => !checkpoint.byHand)
  const dropped = new Set(byHand ? [] : automatic.slice(MOST_AUTOMATIC - 1))
  return [added, ...checkpoints.filter((checkpoint) => !dropped.has(checkpoint))]
}

/** Whether a change takes so much away that the document before is worth a checkpoint. */
export function takesMuchAway(before: Topology, after: Topology): boolean {
  if (before.nodes.length - after.nodes.length < MANY_NODES && after.nodes.length > 0) return false
  const left = new Set(after.nodes.map(({ id }) => id))
  return before.nodes.filter(({ id }) => !left.has(id)).length >= MANY_NODES
}

/** The name of a checkpoint that was made before something. */
export function beforeName(what: Text): Text {
  return { en: `Before: ${what.en}`, ru: `До шага: ${what.ru}` }
}
