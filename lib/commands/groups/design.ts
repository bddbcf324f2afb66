import { openDialog } from '@/lib/store/view'
import { commandTexts } from '@/lib/text/commands'
import type { Command } from '../command'
import { copyLink, newDesign } from '../designs'
import { downloadProject } from '../download'
import { openFile, saveFile } from '../files'

/** What concerns the design as a whole: documents, files, links, the download. */
export const designCommands: readonly Command[] = [
  {
    id: 'download',
    title: commandTexts.download,
    group: 'design',
    icon: 'download',
    keys: [{ code: 'Enter', mod: true }],
    // What stands in the way is shown beside the button, so the command can always be asked for.
    run: downloadProject,
  },
  {
    id: 'new',
    title: commandTexts.newDesign,
    group: 'design',
    icon: 'file-plus-2',
    where: ['main'],
    keys: [],
    run: newDesign,
  },
  {
    id: 'documents',
    title: commandTexts.documents,
    group: 'design',
    icon: 'layout-grid',
    where: ['main'],
    keys: [{ code: 'KeyO', mod: true }],
    run: () => openDialog('documents'),
  },
  {
    id: 'open',
    title: commandTexts.openFile,
    group: 'design',
    icon: 'folder-open',
    where: ['main'],
    keys: [],
    run: openFile,
  },
  {
    id: 'history',
    title: commandTexts.history,
    group: 'design',
    icon: 'history',
    where: ['main'],
    keys: [{ code: 'KeyY', alt: true, shift: true }],
    run: () => openDialog('history'),
  },
  {
    id: 'save',
    title: commandTexts.saveFile,
    group: 'design',
    icon: 'save',
    where: ['main'],
    keys: [{ code: 'KeyS', mod: true }],
    run: saveFile,
  },
  {
    id: 'copy-link',
    title: commandTexts.copyLink,
    group: 'design',
    icon: 'link-2',
    where: ['main'],
    keys: [],
    run: copyLink,
  },
]
