import type { RefObject } from 'react'
import { fieldsAt, insertWritten } from '@/lib/commands/fields'
import { fieldKey } from '@/lib/commands/focus'
import { duplicateItem, focusPlace, inside, moveItem, removeItem } from '@/lib/commands/lists'
import { announce, tell } from '@/lib/store/view'
import { listTexts } from '@/lib/text/inspector'
import { say } from '@/lib/text/say'
import type { Place } from '@/lib/topology/at'
import { isNotation } from '@/lib/topology/field-notation'
import type { Column, DraftHandle, OpenCell, SheetActions } from './sheet'
import { unreadWords } from './unread-words'

type SetOpen = (cell: OpenCell | undefined) => void

/** What can be done in a list of fields, each one undo step; the same object as long as the list is the same. */
export function makeSheet(
  list: Place,
  draft: RefObject<DraftHandle | null>,
  setPicking: SetOpen,
  setMenu: SetOpen,
): SheetActions {
  const nameAt = (index: number) => fieldsAt(list)[index]?.name ?? ''
  const actions: SheetActions = {
    go: (index, column) => {
      if (index < 0) return
      if (index >= fieldsAt(list).length) draft.current?.focus()
      else cellAt(list, index, column)?.focus()
    },
    move: (index, by) => {
      if (moveItem(list, index, index + by)) focusPlace(inside(list, index + by, 'name'))
    },
    moveTo: (index, to) => void moveItem(list, index, to),
    duplicate: (index) => focusPlace(inside(list, duplicateItem(list, index), 'name')),
    remove: (index) => {
      removeItem(list, index, nameAt(index))
      if (fieldsAt(list).length === 0) draft.current?.focus()
      else focusPlace(inside(list, Math.max(0, index - 1), 'name'))
    },
    pick: (index, anchor, typed = '') => setPicking({ index, anchor, typed }),
    menu: (index, anchor) => setMenu({ index, anchor, typed: '' }),
    write: (index, text) => {
      const written = insertWritten(list, index, text)
      if (written.added > 0) announce(say(listTexts.added(written.added)))
      return written
    },
    paste: (index, text) => {
      if (!isNotation(text)) return false
      const written = actions.write(index, text)
      const { added, unread } = written
      draft.current?.keep(written)
      if (added > 0) focusPlace(inside(list, index + added - 1, 'name'))
      else draft.current?.focus()
      if (unread.length > 0)
        tell({ text: listTexts.addedOf(added, added + unread.length), detail: unreadWords(unread) })
      return true
    },
  }
  return actions
}

function cellAt(list: Place, index: number, column: Column): HTMLElement | null {
  const key = fieldKey(inside(list, index, column))
  const cell = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(key)}"]`)
  if (cell instanceof HTMLInputElement) cell.select()
  return cell
}
