'use client'
import { Popover } from '@base-ui/react/popover'
import { Command } from 'cmdk'
import { Check, ChevronDown } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import { cx } from '@/components/ui/cx'
import { EditButton } from '@/components/ui/lock'
import { useView } from '@/lib/store/view'
import { frameTexts } from '@/lib/text/frame'
import { useSay } from '@/lib/text/say'

export interface PickerItem {
  readonly key: string
  readonly label: ReactNode
  /** Beside the label, small: a type, what it does. */
  readonly detail?: string | undefined
  readonly icon?: ReactNode
  /** Below the label, why it cannot or should not be taken. */
  readonly reason?: string | undefined
  readonly disabled?: boolean
  readonly chosen?: boolean
  readonly onPick: () => void
}

export interface PickerGroup {
  readonly heading?: string | undefined
  readonly items: readonly PickerItem[]
}

interface PickerProps {
  readonly id?: string | undefined
  readonly label: string
  readonly invalid?: boolean
  readonly describedBy?: string | undefined
  /** What stands in the closed control. */
  readonly children: ReactNode
  readonly placeholder: string
  /** What is offered for what was typed so far. */
  readonly groupsOf: (query: string) => readonly PickerGroup[]
  /** Looks like a button that adds something, not like a field. */
  readonly trigger?: 'field' | 'button'
  readonly className?: string | undefined
}

const FIELD =
  'flex min-h-8 w-full min-w-0 select-none items-center justify-between gap-1 rounded-md border border-input bg-surface px-2 py-1 text-left text-ink text-xs hover:bg-hover aria-invalid:border-error'
const BUTTON =
  'inline-flex h-7 select-none items-center gap-1.5 rounded-md border border-edge bg-raised px-2 font-medium text-ink text-xs hover:bg-hover'

/** One of many things: a control that shows the choice and opens a list to search in; a letter opens it, too. */
export function Picker(props: PickerProps) {
  const { id, label, invalid = false, describedBy, children, placeholder, groupsOf, className } = props
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const isField = props.trigger !== 'button'
  const leaves = useRef(false)
  const show = (next: boolean) => {
    if (!next) setTyped('')
    leaves.current = false
    setOpen(next)
  }
  const pick = (item: PickerItem) => {
    show(false)
    item.onPick()
    // What was picked may ask for the focus elsewhere: in the form of a new step, in the parts of a value.
    leaves.current = useView.getState().focus !== undefined
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isLetter = event.key.length === 1 && event.key !== ' '
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (!isLetter && event.key !== 'ArrowDown') return
    event.preventDefault()
    event.stopPropagation()
    setTyped(isLetter ? event.key : '')
    setOpen(true)
  }
  return (
    <Popover.Root open={open} onOpenChange={show}>
      <Popover.Trigger
        render={<EditButton />}
        {...(id ? { id } : {})}
        {...(isField ? { role: 'combobox' } : {})}
        aria-label={label}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        onKeyDown={onKeyDown}
        className={cx(isField ? FIELD : BUTTON, className)}
      >
        {isField ? <span className="min-w-0 [overflow-wrap:anywhere]">{children}</span> : children}
        {isField && <ChevronDown className="size-3.5 shrink-0 text-faint" aria-hidden />}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={4} align="start" className="z-50">
          <Popover.Popup
            aria-label={label}
            finalFocus={() => !leaves.current}
            className="w-84 max-w-[calc(100vw-24px)] animate-appear rounded-lg bg-raised p-1.5 shadow-popup outline-none"
          >
            <PickList
              label={label}
              typed={typed}
              placeholder={placeholder}
              groupsOf={groupsOf}
              onPick={pick}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

interface PickListProps {
  readonly label: string
  readonly typed: string
  readonly placeholder: string
  readonly groupsOf: PickerProps['groupsOf']
  readonly onPick: (item: PickerItem) => void
}

function PickList({ label, typed, placeholder, groupsOf, onPick }: PickListProps) {
  const say = useSay()
  const [query, setQuery] = useState(typed)
  const groups = useMemo(() => groupsOf(query).filter(({ items }) => items.length > 0), [groupsOf, query])
  return (
    <Command label={label} shouldFilter={false} loop>
      <Command.Input
        autoFocus
        value={query}
        onValueChange={setQuery}
        placeholder={placeholder}
        className="mb-1.5 h-8 w-full rounded-md border border-input bg-surface px-2 text-ink text-sm placeholder:text-faint"
      />
      <Command.List className="scroll-thin max-h-[min(46vh,340px)] overflow-y-auto">
        {groups.length === 0 && (
          <p className="px-2 py-2 text-quiet text-sm">{say(frameTexts.nothingFound)}</p>
        )}
        {groups.map(({ heading, items }) => (
          <Command.Group
            key={heading ?? ''}
            heading={heading}
            className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-1.5 [&_[cmdk-group-heading]]:pb-0.5 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:text-faint"
          >
            {items.map((item) => (
              <PickItem key={item.key} item={item} onPick={onPick} />
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  )
}

function PickItem({
  item,
  onPick,
}: {
  readonly item: PickerItem
  readonly onPick: (item: PickerItem) => void
}) {
  const { key, label, detail, icon, reason, disabled = false, chosen = false } = item
  return (
    <Command.Item
      value={key}
      onSelect={() => !disabled && onPick(item)}
      aria-disabled={disabled}
      className={cx(
        'flex min-h-7 cursor-default items-start gap-2 rounded px-2 py-1 data-[selected=true]:bg-hover',
        disabled ? 'text-faint' : 'text-ink',
      )}
    >
      {icon && <span className="mt-0.5 shrink-0">{icon}</span>}
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 text-xs leading-5 [overflow-wrap:anywhere]">{label}</span>
          {detail && <span className="max-w-[55%] shrink-0 truncate text-2xs text-faint">{detail}</span>}
        </span>
        {reason && <span className="block text-2xs text-quiet">{reason}</span>}
      </span>
      {chosen && <Check className="mt-1 size-3.5 shrink-0 text-accent" aria-hidden />}
    </Command.Item>
  )
}

/** Whether every word typed occurs in a text. */
export function isFound(query: string, words: string): boolean {
  const text = words.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
