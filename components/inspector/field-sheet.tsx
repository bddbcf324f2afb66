'use client'
import { useMemo, useRef, useState } from 'react'
import { fieldKindOf } from '@/lib/commands/fields'
import { fieldKey } from '@/lib/commands/focus'
import type { Place } from '@/lib/topology/at'
import type { Field } from '@/lib/topology/model/field'
import { FieldDraft } from './field-draft'
import { FieldLine } from './field-line'
import { FieldMenu } from './field-menu'
import type { DraftHandle, OpenCell, SheetActions } from './sheet'
import { makeSheet } from './sheet-actions'
import { TypePicker } from './type-picker'

interface FieldSheetProps {
  readonly place: Place
  readonly fields: readonly Field[]
}

/**
 * A list of fields that is filled like a spreadsheet: the keys move between cells, the last line is empty and takes
 * what is typed or pasted. One picker of types and one menu serve all lines, so that a long list stays light.
 */
export function FieldSheet({ place, fields }: FieldSheetProps) {
  const key = fieldKey(place)
  const draft = useRef<DraftHandle>(null)
  const [picking, setPicking] = useState<OpenCell>()
  const [menu, setMenu] = useState<OpenCell>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says everything about the place
  const list = useMemo(() => place, [key])
  const actions = useMemo<SheetActions>(() => makeSheet(list, draft, setPicking, setMenu), [list])
  const kind = fieldKindOf(list)
  return (
    <div className="-mx-1.5">
      <ul data-order={key}>
        {fields.map((field, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a field has nothing that lasts but its place
          <li key={index}>
            <FieldLine list={list} index={index} field={field} kind={kind} actions={actions} />
          </li>
        ))}
      </ul>
      <FieldDraft ref={draft} list={list} count={fields.length} actions={actions} />
      {picking && (
        <TypePicker
          list={list}
          cell={picking}
          field={fields[picking.index]}
          onClose={() => close(picking, setPicking)}
          actions={actions}
        />
      )}
      {menu && (
        <FieldMenu cell={menu} count={fields.length} actions={actions} onClose={() => close(menu, setMenu)} />
      )}
    </div>
  )
}

/** The focus goes back to the cell, unless somebody has already put it elsewhere. */
function close(cell: OpenCell, setOpen: (cell: undefined) => void): void {
  const { activeElement } = document
  const elsewhere = activeElement?.closest('[data-inspector]') && activeElement !== cell.anchor
  setOpen(undefined)
  if (!elsewhere) cell.anchor.focus({ preventScroll: true })
}
