import type { Edge } from '@/lib/layout/align'
import { arrangeTexts } from '@/lib/text/arrange'
import type { Text } from '@/lib/topology/model/basics'
import {
  alignSelection,
  distributeSelection,
  fewerThan,
  isSelectionPinned,
  nothingToTidy,
  pinSelection,
  tidyDesign,
} from '../arrange'
import type { Command } from '../command'
import type { Shortcut } from '../shortcuts'

/** Where nodes stand. */
export const arrangeCommands: readonly Command[] = [
  {
    id: 'tidy',
    title: arrangeTexts.tidy,
    group: 'arrange',
    icon: 'wand-sparkles',
    where: ['canvas', 'several'],
    keys: [{ code: 'KeyT', shift: true, alt: true }],
    refusal: nothingToTidy,
    run: () => void tidyDesign(),
  },
  {
    id: 'pin',
    title: arrangeTexts.pin,
    group: 'arrange',
    icon: 'pin',
    where: ['node', 'several'],
    keys: [{ code: 'KeyP', shift: true, alt: true }],
    isOn: isSelectionPinned,
    refusal: () => fewerThan(1),
    run: () => pinSelection(!isSelectionPinned()),
  },
  aligned('left', arrangeTexts.alignLeft, 'align-start-vertical', { code: 'ArrowLeft' }),
  aligned('centre', arrangeTexts.alignCentre, 'align-center-vertical', { code: 'KeyC' }),
  aligned('right', arrangeTexts.alignRight, 'align-end-vertical', { code: 'ArrowRight' }),
  aligned('top', arrangeTexts.alignTop, 'align-start-horizontal', { code: 'ArrowUp' }),
  aligned('middle', arrangeTexts.alignMiddle, 'align-center-horizontal', { code: 'KeyM' }),
  aligned('bottom', arrangeTexts.alignBottom, 'align-end-horizontal', { code: 'ArrowDown' }),
  distributed('across', arrangeTexts.distributeAcross, 'align-horizontal-distribute-center', {
    code: 'KeyH',
  }),
  distributed('down', arrangeTexts.distributeDown, 'align-vertical-distribute-center', { code: 'KeyV' }),
]

function aligned(edge: Edge, title: Text, icon: string, key: Shortcut): Command {
  return {
    id: `align:${edge}`,
    title,
    group: 'arrange',
    icon,
    where: ['several'],
    keys: [{ ...key, shift: true, alt: true }],
    onCanvas: true,
    refusal: () => fewerThan(2),
    run: () => alignSelection(edge, title),
  }
}

function distributed(direction: 'across' | 'down', title: Text, icon: string, key: Shortcut): Command {
  return {
    id: `distribute:${direction}`,
    title,
    group: 'arrange',
    icon,
    where: ['several'],
    keys: [{ ...key, shift: true, alt: true }],
    onCanvas: true,
    refusal: () => fewerThan(3),
    run: () => distributeSelection(direction, title),
  }
}
