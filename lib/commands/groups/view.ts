import { currentTopology } from '@/lib/store/document'
import { selectNothing, useSelection } from '@/lib/store/selection'
import { openDialog, setLocale, setTheme, showProblems, useView } from '@/lib/store/view'
import { commandTexts, refusalTexts } from '@/lib/text/commands'
import type { Command } from '../command'
import { nothingSelected } from '../edit-selection'
import { toggleExplore } from '../explore'
import { closePart } from '../focus'
import { followFlow } from '../follow-flow'
import { toggleOutline } from '../panels'

/** What is shown, and how; nothing here changes the design. */
export const viewCommands: readonly Command[] = [
  {
    id: 'commands',
    title: commandTexts.commands,
    group: 'view',
    icon: 'square-terminal',
    where: ['main'],
    keys: [{ code: 'KeyK', mod: true }],
    run: () => openDialog('commands'),
  },
  {
    id: 'explore',
    title: commandTexts.explore,
    group: 'view',
    icon: 'folder-tree',
    where: ['main'],
    // ⌘+Space is taken on a Mac, and Ctrl+Space by some input methods.
    keys: [
      { code: 'Space', ctrl: true },
      { code: 'KeyE', shift: true, alt: true },
    ],
    run: toggleExplore,
  },
  {
    id: 'add',
    title: commandTexts.add,
    group: 'view',
    icon: 'plus',
    where: ['canvas'],
    keys: [{ code: 'KeyB', mod: true }],
    changes: true,
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
    id: 'zoom-selection',
    title: commandTexts.zoomToSelection,
    group: 'view',
    icon: 'scan-search',
    where: ['node', 'several'],
    keys: [{ code: 'Digit2', shift: true }],
    refusal: nothingSelected,
    run: () => useView.getState().canvas?.show(useSelection.getState().nodes),
  },
  {
    id: 'find',
    title: commandTexts.find,
    group: 'view',
    icon: 'search',
    where: ['canvas'],
    keys: [{ code: 'KeyF', mod: true }],
    run: () => useView.getState().canvas?.find(),
  },
  {
    id: 'follow',
    title: commandTexts.follow,
    group: 'view',
    icon: 'waypoints',
    keys: [{ code: 'KeyF' }],
    onCanvas: true,
    refusal: () =>
      followFlow(currentTopology(), useSelection.getState()) ? undefined : refusalTexts.nothingFlows,
    run: () => useView.getState().canvas?.walkFlow(),
  },
  {
    id: 'outline',
    title: commandTexts.outline,
    group: 'view',
    icon: 'list-tree',
    keys: [{ code: 'KeyO', mod: true, shift: true }],
    isOn: () => useView.getState().left === 'outline',
    run: toggleOutline,
  },
  {
    id: 'problems',
    title: commandTexts.problems,
    group: 'view',
    icon: 'octagon-alert',
    keys: [{ code: 'KeyM', mod: true, shift: true }],
    isOn: () => useView.getState().problemsOpen,
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
    id: 'rules',
    title: commandTexts.rulesPage,
    group: 'view',
    icon: 'shield-check',
    where: ['main'],
    keys: [],
    run: () => void window.open('/rules', '_blank', 'noreferrer'),
  },
  {
    id: 'theme',
    title: commandTexts.theme,
    group: 'view',
    icon: 'sun-moon',
    keys: [],
    run: switchTheme,
  },
  {
    id: 'language',
    title: commandTexts.language,
    group: 'view',
    icon: 'languages',
    keys: [],
    run: () => setLocale(useView.getState().locale === 'ru' ? 'en' : 'ru'),
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

/** From what is seen now to the other one. */
function switchTheme(): void {
  const { theme } = useView.getState()
  const isDark = theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark'
  setTheme(isDark ? 'light' : 'dark')
}
