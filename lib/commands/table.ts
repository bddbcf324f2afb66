import type { Kind } from '@/lib/catalog/kind'
import { currentTopology, edit, redoStep, undoStep, useDocument } from '@/lib/store/document'
import { findRoom, GRID, NODE_SIZE, positionsOf } from '@/lib/store/placement'
import { select, selectNothing } from '@/lib/store/selection'
import { openDialog, showProblems, useView } from '@/lib/store/view'
import { commandTexts, refusalTexts } from '@/lib/text/commands'
import { addKind, offeredKinds, refusalToAdd } from './add-node'
import type { Command } from './command'
import { copyLink, newDesign } from './designs'
import { downloadProject, refusalToDownload } from './download'
import {
  deleteSelection,
  duplicateSelection,
  nothingSelected,
  nothingToDuplicate,
  selectAll,
} from './edit-selection'
import { openFile, saveFile } from './files'

/** Adds a node of this kind where a person looks, selected. */
export function addInView(kind: Kind): void {
  const topology = currentTopology()
  const middle = useView.getState().canvas?.middle() ?? { x: 0, y: 0 }
  const wanted = { x: middle.x - NODE_SIZE.width / 2, y: middle.y - GRID * 4 }
  addAt(kind, findRoom(wanted, positionsOf(topology), kind.can.call ? 'below' : 'right'))
}

/** Adds a node of this kind at a place of the canvas, selected. */
export function addAt(kind: Kind, at: { readonly x: number; readonly y: number }): void {
  const topology = currentTopology()
  if (refusalToAdd(topology, kind)) return
  const { edit: change, id } = addKind(topology, kind.id, at)
  edit(change)
  select({ nodes: [id] })
}

const design: readonly Command[] = [
  {
    id: 'download',
    title: commandTexts.download,
    group: 'design',
    keys: [{ code: 'Enter', mod: true }],
    refusal: refusalToDownload,
    run: downloadProject,
  },
  {
    id: 'open',
    title: commandTexts.openFile,
    group: 'design',
    keys: [{ code: 'KeyO', mod: true }],
    run: openFile,
  },
  {
    id: 'save',
    title: commandTexts.saveFile,
    group: 'design',
    keys: [{ code: 'KeyS', mod: true }],
    run: saveFile,
  },
  { id: 'new', title: commandTexts.newDesign, group: 'design', keys: [], run: newDesign },
  { id: 'copy-link', title: commandTexts.copyLink, group: 'design', keys: [], run: copyLink },
]

const editing: readonly Command[] = [
  {
    id: 'undo',
    title: commandTexts.undo,
    group: 'edit',
    keys: [{ code: 'KeyZ', mod: true }],
    refusal: () =>
      useDocument.getState().history.past.length === 0 ? refusalTexts.nothingToUndo : undefined,
    run: undoStep,
  },
  {
    id: 'redo',
    title: commandTexts.redo,
    group: 'edit',
    keys: [
      { code: 'KeyZ', mod: true, shift: true },
      { code: 'KeyY', ctrl: true },
    ],
    refusal: () =>
      useDocument.getState().history.future.length === 0 ? refusalTexts.nothingToRedo : undefined,
    run: redoStep,
  },
  {
    id: 'delete',
    title: commandTexts.delete,
    group: 'edit',
    keys: [{ code: 'Delete' }, { code: 'Backspace' }],
    onCanvas: true,
    refusal: nothingSelected,
    run: deleteSelection,
  },
  {
    id: 'duplicate',
    title: commandTexts.duplicate,
    group: 'edit',
    keys: [{ code: 'KeyD', mod: true }],
    refusal: nothingToDuplicate,
    run: duplicateSelection,
  },
  {
    id: 'select-all',
    title: commandTexts.selectAll,
    group: 'edit',
    keys: [{ code: 'KeyA', mod: true }],
    onCanvas: true,
    run: selectAll,
  },
]

const canvas: readonly Command[] = [
  {
    id: 'fit',
    title: commandTexts.fit,
    group: 'canvas',
    keys: [{ code: 'Digit1', shift: true }],
    run: () => useView.getState().canvas?.fit(),
  },
  {
    id: 'add',
    title: commandTexts.add,
    group: 'canvas',
    keys: [{ code: 'KeyB', mod: true }],
    run: () => openDialog('add'),
  },
  {
    id: 'problems',
    title: commandTexts.problems,
    group: 'canvas',
    keys: [],
    run: () => showProblems(!useView.getState().problemsOpen),
  },
  {
    id: 'close',
    title: commandTexts.close,
    group: 'canvas',
    keys: [{ code: 'Escape' }],
    onCanvas: true,
    run: selectNothing,
  },
  {
    id: 'help',
    title: commandTexts.help,
    group: 'canvas',
    keys: [{ code: 'Slash', shift: true }],
    run: () => openDialog('help'),
  },
]

const adding: readonly Command[] = offeredKinds.map((kind) => ({
  id: `add:${kind.id}`,
  title: kind.label,
  group: 'add',
  keys: [{ code: `Key${kind.key.toUpperCase()}` }],
  onCanvas: true,
  refusal: () => refusalToAdd(currentTopology(), kind)?.reason,
  run: () => addInView(kind),
}))

/** Everything that can be done from a button or a key. */
export const commands: readonly Command[] = [...design, ...editing, ...canvas, ...adding]

const byId = new Map(commands.map((command) => [command.id, command]))

/** The command with this id; asking for one that is not there is a fault of the program. */
export function commandById(id: string): Command {
  const command = byId.get(id)
  if (!command) throw new Error(`There is no command "${id}".`)
  return command
}

/** Runs a command where it can be done; answers why not otherwise. */
export function runCommand(command: Command): ReturnType<NonNullable<Command['refusal']>> {
  const refusal = command.refusal?.()
  if (!refusal) command.run()
  return refusal
}
