import { selectNothing } from '@/lib/store/selection'
import { openDialog, showProblems, useView } from '@/lib/store/view'
import { commandTexts } from '@/lib/text/commands'
import type { Command } from '../command'
import { closePart } from '../focus'

/** What is shown, and how; nothing here changes the design. */
export const viewCommands: readonly Command[] = [
  {
    id: 'add',
    title: commandTexts.add,
    group: 'view',
    icon: 'plus',
    where: ['canvas'],
    keys: [{ code: 'KeyB', mod: true }],
    run: () => openDialog('add'),
  },
  {
    id: 'fit',
    title: commandTexts.fit,
    group: 'view',
    icon: 'maximize',
    where: ['canvas'],
    keys: [{ code: 'Digit1', shift: true }],
    run: () => useView.getState().canvas?.fit(),
  },
  {
    id: 'problems',
    title: commandTexts.problems,
    group: 'view',
    icon: 'octagon-alert',
    keys: [],
    run: () => showProblems(!useView.getState().problemsOpen),
  },
  {
    id: 'close',
    title: commandTexts.close,
    group: 'view',
    keys: [{ code: 'Escape' }],
    onCanvas: true,
    run: () => closePart() || selectNothing(),
  },
  {
    id: 'help',
    title: commandTexts.help,
    group: 'view',
    icon: 'keyboard',
    where: ['main'],
    keys: [{ code: 'Slash', shift: true }],
    run: () => openDialog('help'),
  },
]
