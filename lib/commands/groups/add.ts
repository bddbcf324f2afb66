import { currentTopology } from '@/lib/store/document'
import { addInView } from '../add-at'
import { offeredKinds, refusalToAdd } from '../add-node'
import type { Command } from '../command'

/** One command for each kind of node. */
export const addCommands: readonly Command[] = offeredKinds.map((kind) => ({
  id: `add:${kind.id}`,
  title: kind.label,
  group: 'add',
  icon: kind.icon,
  keys: [{ code: `Key${kind.key.toUpperCase()}` }],
  onCanvas: true,
  refusal: () => refusalToAdd(currentTopology(), kind)?.reason,
  run: () => addInView(kind),
}))
