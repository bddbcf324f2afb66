import { currentTopology, redoStep, undoStep, useDocument } from '@/lib/store/document'
import { openDialog, useView } from '@/lib/store/view'
import { commandTexts, refusalTexts } from '@/lib/text/commands'
import type { Text } from '@/lib/topology/model/basics'
import {
  copySelection,
  copyToClipboard,
  cutSelection,
  duplicateSelection,
  nothingToCopy,
  nothingToDuplicate,
  pasteFromClipboard,
} from '../clipboard'
import type { Command } from '../command'
import {
  deleteSelection,
  noLinkSelected,
  nothingSelected,
  notOneNode,
  renameSelection,
  reverseSelection,
  selectAll,
} from '../edit-selection'
import { fixAllSafe, safelyFixable } from '../fix'
import { judgementOf } from '../judgement'
import { nameStep } from '../name-steps'
import { noNoteSelected, resizeSelectedNote, writeSelectedNote } from '../notes'

/** What changes the design, or what is selected of it. */
export const editCommands: readonly Command[] = [
  {
    id: 'undo',
    title: commandTexts.undo,
    group: 'edit',
    icon: 'undo-2',
    keys: [{ code: 'KeyZ', mod: true }],
    titleNow: () => nameOfStep(0, commandTexts.undoStep) ?? commandTexts.undo,
    refusal: () =>
      useDocument.getState().history.past.length === 0 ? refusalTexts.nothingToUndo : undefined,
    run: undoStep,
  },
  {
    id: 'redo',
    title: commandTexts.redo,
    group: 'edit',
    icon: 'redo-2',
    keys: [
      { code: 'KeyZ', mod: true, shift: true },
      { code: 'KeyY', ctrl: true },
    ],
    titleNow: () => nameOfStep(1, commandTexts.redoStep) ?? commandTexts.redo,
    refusal: () =>
      useDocument.getState().history.future.length === 0 ? refusalTexts.nothingToRedo : undefined,
    run: redoStep,
  },
  {
    id: 'rename',
    title: commandTexts.rename,
    group: 'edit',
    icon: 'pencil',
    where: ['node'],
    keys: [{ code: 'F2' }],
    refusal: notOneNode,
    run: renameSelection,
  },
  {
    id: 'connect',
    title: commandTexts.connect,
    group: 'edit',
    icon: 'spline',
    where: ['node'],
    keys: [{ code: 'KeyK', shift: true }],
    onCanvas: true,
    refusal: notOneNode,
    run: () => openDialog('connect'),
  },
  {
    id: 'draw-link',
    title: commandTexts.drawLink,
    group: 'edit',
    icon: 'spline',
    keys: [{ code: 'KeyC' }],
    onCanvas: true,
    refusal: notOneNode,
    run: () => useView.getState().canvas?.connect(),
  },
  {
    id: 'reverse',
    title: commandTexts.reverse,
    group: 'edit',
    icon: 'arrow-left-right',
    where: ['link'],
    keys: [],
    refusal: noLinkSelected,
    run: reverseSelection,
  },
  {
    id: 'write-note',
    title: commandTexts.writeNote,
    group: 'edit',
    icon: 'pencil',
    where: ['note'],
    keys: [{ code: 'Enter' }],
    native: true,
    refusal: noNoteSelected,
    run: writeSelectedNote,
  },
  {
    id: 'widen-note',
    title: commandTexts.widenNote,
    group: 'edit',
    icon: 'chevrons-left-right',
    where: ['note'],
    keys: [{ code: 'BracketRight' }],
    onCanvas: true,
    refusal: noNoteSelected,
    run: () => resizeSelectedNote(1),
  },
  {
    id: 'narrow-note',
    title: commandTexts.narrowNote,
    group: 'edit',
    icon: 'chevrons-right-left',
    where: ['note'],
    keys: [{ code: 'BracketLeft' }],
    onCanvas: true,
    refusal: noNoteSelected,
    run: () => resizeSelectedNote(-1),
  },
  {
    id: 'cut',
    title: commandTexts.cut,
    group: 'edit',
    icon: 'scissors',
    where: ['node', 'note', 'several'],
    keys: [{ code: 'KeyX', mod: true }],
    native: true,
    refusal: nothingToCopy,
    run: () => void copyToClipboard(cutSelection()),
  },
  {
    id: 'copy',
    title: commandTexts.copy,
    group: 'edit',
    icon: 'copy',
    where: ['node', 'note', 'several'],
    keys: [{ code: 'KeyC', mod: true }],
    native: true,
    changes: false,
    refusal: nothingToCopy,
    run: () => void copyToClipboard(copySelection()),
  },
  {
    id: 'paste',
    title: commandTexts.paste,
    group: 'edit',
    icon: 'clipboard-paste',
    where: ['canvas'],
    keys: [{ code: 'KeyV', mod: true }],
    native: true,
    run: () => void pasteFromClipboard(),
  },
  {
    id: 'duplicate',
    title: commandTexts.duplicate,
    group: 'edit',
    icon: 'copy-plus',
    where: ['node', 'note', 'several'],
    keys: [{ code: 'KeyD', mod: true }],
    refusal: nothingToDuplicate,
    run: duplicateSelection,
  },
  {
    id: 'select-all',
    title: commandTexts.selectAll,
    group: 'edit',
    icon: 'box-select',
    where: ['canvas'],
    keys: [{ code: 'KeyA', mod: true }],
    onCanvas: true,
    changes: false,
    run: selectAll,
  },
  {
    id: 'fix-all',
    title: commandTexts.fixAll,
    group: 'edit',
    icon: 'wrench',
    keys: [{ code: 'KeyF', shift: true, alt: true }],
    refusal: () => (canFixAll() ? undefined : refusalTexts.nothingToFix),
    run: fixAllSafe,
  },
  {
    id: 'delete',
    title: commandTexts.delete,
    group: 'edit',
    icon: 'trash-2',
    where: ['node', 'note', 'several', 'link'],
    keys: [{ code: 'Delete' }, { code: 'Backspace' }],
    onCanvas: true,
    refusal: nothingSelected,
    run: deleteSelection,
  },
]

/** The step that would be undone (0) or done again (1), in words. */
function nameOfStep(after: 0 | 1, inWords: (step: Text) => Text): Text | undefined {
  const { history } = useDocument.getState()
  const name = nameStep(history, history.past.length + after)
  return name && inWords(name)
}

function canFixAll(): boolean {
  return safelyFixable(judgementOf(currentTopology()).findings).length > 0
}
