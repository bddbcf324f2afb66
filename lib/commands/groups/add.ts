import type { Kind } from '@/lib/catalog/kind'
import { currentTopology } from '@/lib/store/document'
import { commandTexts } from '@/lib/text/commands'
import { addInView } from '../add-at'
import { offeredKinds, refusalToAdd } from '../add-node'
import type { Command } from '../command'
import { addNoteInView } from '../notes'

/** One command for each kind of node, and one for a note. */
export const addCommands: readonly Command[] = [
  ...offeredKinds.map(toCommand),
  {
    id: 'add:note',
    title: commandTexts.addNote,
    group: 'add',
    icon: 'sticky-note',
    where: ['canvas'],
    keys: [{ code: 'KeyN' }],
    onCanvas: true,
    run: addNoteInView,
  },
]

function toCommand(kind: Kind): Command {
  return {
    id: `add:${kind.id}`,
    title: kind.label,
    group: 'add',
    icon: kind.icon,
    keys: [{ code: `Key${kind.key.toUpperCase()}` }],
    onCanvas: true,
    refusal: () => refusalToAdd(currentTopology(), kind)?.reason,
    run: () => addInView(kind),
  }
}
