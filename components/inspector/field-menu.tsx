'use client'
import { AnchoredMenu } from '@/components/ui/anchored-menu'
import { MenuItem, MenuLine } from '@/components/ui/menu'
import { isMac, label } from '@/lib/commands/shortcuts'
import { inspectorTexts, listTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { OpenCell } from './sheet'

/** What can be done with an item of a list, by its index. */
export interface ListActions {
  readonly move: (index: number, by: number) => void
  readonly duplicate: (index: number) => void
  readonly remove: (index: number) => void
}

interface FieldMenuProps {
  readonly cell: OpenCell
  readonly count: number
  readonly actions: ListActions
  readonly onClose: () => void
}

/** What can be done with one item of a list. */
export function FieldMenu({ cell, count, actions, onClose }: FieldMenuProps) {
  const say = useSay()
  const mac = isMac()
  const { index } = cell
  return (
    <AnchoredMenu anchor={cell.anchor} label={say(inspectorTexts.moveOrMore)} onClose={onClose}>
      <MenuItem keys={label({ code: 'KeyD', mod: true }, mac)} onSelect={() => actions.duplicate(index)}>
        {say(listTexts.duplicate)}
      </MenuItem>
      {index > 0 && (
        <MenuItem keys={`${mac ? '⌥' : 'Alt+'}↑`} onSelect={() => actions.move(index, -1)}>
          {say(inspectorTexts.moveUp)}
        </MenuItem>
      )}
      {index < count - 1 && (
        <MenuItem keys={`${mac ? '⌥' : 'Alt+'}↓`} onSelect={() => actions.move(index, 1)}>
          {say(inspectorTexts.moveDown)}
        </MenuItem>
      )}
      <MenuLine />
      <MenuItem keys={label({ code: 'Backspace', mod: true }, mac)} onSelect={() => actions.remove(index)}>
        {say(inspectorTexts.remove)}
      </MenuItem>
    </AnchoredMenu>
  )
}
