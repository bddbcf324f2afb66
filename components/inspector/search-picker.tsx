'use client'
import { Command } from 'cmdk'
import { Check } from 'lucide-react'
import { type ReactElement, type ReactNode, useState } from 'react'
import { Popover } from '@/components/ui/popover'
import { frameTexts } from '@/lib/text/frame'
import { useSay } from '@/lib/text/say'

export interface PickerOption {
  readonly value: string
  readonly label: string
  readonly hint?: string
  readonly code?: boolean
  /** Words by which it is found beside its label. */
  readonly keywords?: readonly string[]
}

export interface PickerGroup {
  readonly heading?: string
  readonly options: readonly PickerOption[]
}

interface SearchPickerProps {
  readonly title: string
  readonly trigger: ReactElement
  readonly groups: readonly PickerGroup[]
  readonly value?: string
  readonly onPick: (value: string) => void
  /** What can be made of a text that was typed; its words, and what to do. */
  readonly create?: (typed: string) => readonly { readonly label: ReactNode; readonly run: () => void }[]
}

/** So many are drawn at most; typing finds the rest. */
const MOST = 60

/** A button that opens a list in which one is found by typing. */
export function SearchPicker(props: SearchPickerProps) {
  const [open, setOpen] = useState(false)
  return (
    <Popover open={open} onOpenChange={setOpen} title={props.title} trigger={props.trigger}>
      {open && <Options {...props} onDone={() => setOpen(false)} />}
    </Popover>
  )
}

const ITEM =
  'flex min-h-7 cursor-default items-center gap-2 rounded px-2 py-1 text-ink text-sm data-[selected=true]:bg-hover'

function Options({
  title,
  groups,
  value,
  onPick,
  create,
  onDone,
}: SearchPickerProps & { onDone: () => void }) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const search = typed.trim().toLowerCase()
  const shown = groups
    .map((group) => ({
      ...group,
      options: group.options.filter((option) => fits(option, search)).slice(0, MOST),
    }))
    .filter(({ options }) => options.length > 0)
  const made = create && search !== '' ? create(typed.trim()) : []
  const done = (run: () => void) => () => {
    onDone()
    run()
  }
  return (
    <Command label={title} shouldFilter={false} className="-mx-2 mt-2">
      <Command.Input
        autoFocus
        value={typed}
        onValueChange={setTyped}
        placeholder={say(frameTexts.search)}
        className="mx-2 mb-1.5 h-8 w-[calc(100%-16px)] rounded-md border border-input bg-surface px-2 text-sm placeholder:text-faint"
      />
      <Command.List className="scroll-thin max-h-80 overflow-y-auto">
        {shown.length + made.length === 0 && (
          <p className="px-2 py-2 text-quiet text-sm">{say(frameTexts.nothingFound)}</p>
        )}
        {shown.map(({ heading, options }) => (
          <Command.Group
            key={heading ?? ''}
            {...(heading ? { heading } : {})}
            className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-1.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:text-faint"
          >
            {options.map((option) => (
              <Command.Item
                key={option.value}
                value={`${heading ?? ''} ${option.value}`}
                onSelect={done(() => onPick(option.value))}
                className={ITEM}
              >
                {value !== undefined && (
                  <span className="size-3.5 shrink-0">
                    {option.value === value && <Check className="size-3.5 text-accent" aria-hidden />}
                  </span>
                )}
                <span className={`min-w-0 flex-1 truncate ${option.code ? 'font-mono text-xs' : ''}`}>
                  {option.label}
                </span>
                {option.hint && <span className="shrink-0 text-faint text-xs">{option.hint}</span>}
              </Command.Item>
            ))}
          </Command.Group>
        ))}
        {made.map(({ label, run }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what can be made has nothing that lasts but its place
          <Command.Item key={index} value={`create ${index}`} onSelect={done(run)} className={ITEM}>
            {label}
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  )
}

function fits({ label, hint = '', keywords = [] }: PickerOption, search: string): boolean {
  if (search === '') return true
  const text = [label, hint, ...keywords].join(' ').toLowerCase()
  return search.split(/\s+/).every((part) => text.includes(part))
}
