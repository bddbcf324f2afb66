'use client'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, memo, useMemo } from 'react'
import { cx } from '@/components/ui/cx'
import { EditButton, useLock } from '@/components/ui/lock'
import { readOnly } from '@/components/ui/text-input'
import { refusalOf } from '@/lib/commands/acceptable'
import type { FieldKind } from '@/lib/commands/fields'
import { fieldKey } from '@/lib/commands/focus'
import { inside } from '@/lib/commands/lists'
import { useTopology } from '@/lib/store/document'
import { inspectorTexts, typeTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { Place } from '@/lib/topology/at'
import { lookup } from '@/lib/topology/lookup'
import type { Field } from '@/lib/topology/model/field'
import { Refusal, useDraft } from './controls'
import { DragHandle } from './drag-handle'
import { FieldDetails } from './field-details'
import { FieldMarks } from './field-marks'
import { ProblemNotes } from './problem-notes'
import { shapes } from './shapes'
import type { Column, SheetActions } from './sheet'
import { useFindings } from './use-findings'
import { useOpenedByFocus } from './use-opened-by-focus'
import { usePut, useStep } from './use-place'

interface FieldLineProps {
  readonly list: Place
  readonly index: number
  readonly field: Field
  readonly kind: FieldKind
  readonly actions: SheetActions
}

const CELL =
  'h-7 min-w-0 rounded border border-transparent bg-transparent px-1.5 text-xs hover:border-edge focus-visible:border-input focus-visible:bg-surface focus-visible:outline-offset-0'

/** What stands in the line itself needs no opening. */
const isDetail = (key: string | number | undefined) => key !== 'name' && key !== 'type' && key !== 'optional'

/** One field: name, type and whether it may be missing in a line of cells, the rest below when it is opened. */
export const FieldLine = memo(function FieldLine({ list, index, field, kind, actions }: FieldLineProps) {
  const say = useSay()
  const own = useMemo(() => inside(list, index), [list, index])
  const [open, setOpen] = useOpenedByFocus(own, isDetail)
  const Chevron = open ? ChevronDown : ChevronRight
  return (
    <div className={cx('group/line rounded-md', open && 'bg-canvas pb-1.5')}>
      <div className="flex items-center">
        <DragHandle index={index} onMove={actions.moveTo} onMenu={(anchor) => actions.menu(index, anchor)} />
        <NameCell list={list} index={index} field={field} actions={actions} />
        <TypeCell list={list} index={index} field={field} actions={actions} />
        <OptionalCell list={list} index={index} field={field} actions={actions} />
        <button
          type="button"
          aria-label={`${say(inspectorTexts.details)}: ${field.name}`}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="grid h-7 w-6 shrink-0 place-items-center rounded text-faint hover:bg-hover hover:text-ink"
        >
          <Chevron className="size-3.5" aria-hidden />
        </button>
      </div>
      {!open && <FieldMarks field={field} />}
      <LineProblems own={own} open={open} />
      {open && (
        <div className="mt-1 space-y-3 pr-2 pb-1 pl-7">
          <FieldDetails place={own} field={field} kind={kind} />
        </div>
      )}
    </div>
  )
})

/** Problems of the field as a whole, its name and its type stand at the line; those of its details stand there. */
function LineProblems({ own, open }: { readonly own: Place; readonly open: boolean }) {
  const findings = useFindings(own, true)
  const depth = own.path?.length ?? 0
  const shown = findings.filter(({ at: [{ path = [] }] }) => {
    const isShallow = path.length === depth || path[depth] === 'name' || path[depth] === 'type'
    return isShallow || !open
  })
  return (
    <div className="pr-2 pl-7 empty:hidden">
      <ProblemNotes findings={shown} />
    </div>
  )
}

type CellProps = Omit<FieldLineProps, 'kind'>

function NameCell({ list, index, field, actions }: CellProps) {
  const lock = useLock()
  const say = useSay()
  const place = inside(list, index, 'name')
  const rename = usePut(place)
  const invalid = useFindings(place).some(({ severity }) => severity === 'error')
  const { draft, ...typing } = useDraft((text) => {
    const refusal = refusalOf(NAME, text)
    if (!refusal) rename(text)
    return refusal
  })
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { value, selectionStart, selectionEnd } = event.currentTarget
    const atEnd = selectionStart === value.length && selectionEnd === value.length
    if (event.key === 'Enter') actions.go(index + (event.shiftKey ? -1 : 1), 'name')
    else if (event.key === 'ArrowRight' && atEnd && !event.altKey) actions.go(index, 'type')
    else if (event.key === 'Backspace' && value === '') actions.remove(index)
    else if (!moveBetween(event, index, 'name', actions)) return
    event.preventDefault()
  }
  return (
    <div className="min-w-0 flex-1">
      <input
        {...readOnly(lock)}
        data-field={fieldKey(place)}
        aria-label={say(inspectorTexts.fieldName)}
        aria-invalid={invalid || draft !== undefined || undefined}
        value={draft?.text ?? field.name}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={({ target }) => typing.onChange(target.value)}
        onBlur={typing.onBlur}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          if (actions.paste(index + 1, event.clipboardData.getData('text'))) event.preventDefault()
        }}
        className={cx(CELL, 'w-full font-mono text-ink aria-invalid:border-error')}
      />
      <Refusal reason={draft?.refusal} />
    </div>
  )
}

const NAME = shapes.fieldName

function TypeCell({ list, index, field, actions }: CellProps) {
  const say = useSay()
  const target = useTopology((topology) =>
    field.type === 'reference' ? lookup(topology).entity(field.entity)?.name : undefined,
  )
  const words =
    field.type === 'reference'
      ? `→ ${target ?? say(inspectorTexts.unknownEntity)}`
      : `${say(typeTexts[field.type])}${sizeOf(field)}`
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const typed =
      event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
    if (typed || event.key === 'F2') actions.pick(index, event.currentTarget, typed ? event.key : '')
    else if (event.key === 'ArrowRight') actions.go(index, 'optional')
    else if (event.key === 'ArrowLeft') actions.go(index, 'name')
    else if (!moveBetween(event, index, 'type', actions)) return
    event.preventDefault()
  }
  return (
    <EditButton
      type="button"
      data-field={fieldKey(inside(list, index, 'type'))}
      aria-label={`${say(inspectorTexts.fieldType)}: ${words}`}
      aria-haspopup="listbox"
      onClick={({ currentTarget }) => actions.pick(index, currentTarget)}
      onKeyDown={onKeyDown}
      className={cx(CELL, 'w-28 shrink-0 truncate text-left text-quiet')}
    >
      {words}
    </EditButton>
  )
}

/** What belongs to a type as its size. */
function sizeOf(field: Field): string {
  if (field.type === 'decimal') return ` ${field.precision}, ${field.scale}`
  return (field.type === 'string' || field.type === 'text') && field.maxLength !== undefined
    ? ` ≤ ${field.maxLength}`
    : ''
}

function OptionalCell({ list, index, field, actions }: CellProps) {
  const say = useSay()
  const place = inside(list, index, 'optional')
  const step = useStep(place)
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (event.key === 'ArrowLeft') actions.go(index, 'type')
    else if (!moveBetween(event, index, 'optional', actions)) return
    event.preventDefault()
  }
  return (
    <EditButton
      type="button"
      data-field={fieldKey(place)}
      aria-pressed={field.optional ?? false}
      aria-label={say(inspectorTexts.optional)}
      title={say(inspectorTexts.optional)}
      onClick={() => step(field.optional ? undefined : true)}
      onKeyDown={onKeyDown}
      className={cx(
        'h-6 w-6 shrink-0 rounded font-mono text-xs',
        field.optional
          ? 'bg-accent-soft font-semibold text-accent'
          : 'text-faint/70 hover:bg-hover hover:text-ink',
      )}
    >
      ?
    </EditButton>
  )
}

/** The keys that mean the same in every cell; whether it was one. */
function moveBetween(event: KeyboardEvent, index: number, column: Column, actions: SheetActions): boolean {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
  const mod = event.ctrlKey || event.metaKey
  if (by !== undefined && event.altKey) actions.move(index, by)
  else if (by !== undefined) actions.go(index + by, column)
  else if (mod && event.code === 'KeyD') actions.duplicate(index)
  else if (mod && event.key === 'Backspace') actions.remove(index)
  else return false
  return true
}
