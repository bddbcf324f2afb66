'use client'
import { Menu as Base } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { cx } from './cx'
import { Kbd } from './kbd'

export const MENU_ITEM =
  'flex min-h-8 cursor-default select-none items-center gap-2.5 rounded px-2 py-1.5 text-sm text-ink outline-none data-highlighted:bg-hover data-disabled:text-faint'

/** How the list of a menu looks, wherever it opens. */
export const MENU_POPUP =
  'scroll-thin max-h-[min(70vh,560px)] min-w-48 animate-appear overflow-y-auto rounded-lg bg-raised p-1 shadow-popup outline-none'

interface MenuProps {
  readonly trigger: ReactElement
  readonly children: ReactNode
  readonly align?: 'start' | 'end'
  readonly className?: string
}

/** A button that opens a list of things to do. */
export function Menu({ trigger, children, align = 'start', className }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={6} className="z-40">
          <Base.Popup className={cx(MENU_POPUP, className)}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

interface MenuItemProps {
  readonly onSelect: () => void
  readonly icon?: ReactNode
  readonly keys?: string | undefined
  /** Why it cannot be done now: it stays in its place and says so. */
  readonly refusal?: string | undefined
  readonly children: ReactNode
}

export function MenuItem({ onSelect, icon, keys, refusal, children }: MenuItemProps) {
  return (
    <Base.Item onClick={onSelect} disabled={refusal !== undefined} className={MENU_ITEM}>
      {icon}
      <span className="min-w-0 flex-1">
        {children}
        {refusal && <span className="block text-xs">{refusal}</span>}
      </span>
      {keys && <Kbd>{keys}</Kbd>}
    </Base.Item>
  )
}

interface MenuChoiceProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (value: T) => void
}

/** One of a few, inside a menu. */
export function MenuChoice<T extends string>({ label, value, options, onChange }: MenuChoiceProps<T>) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-2 pb-1 text-faint text-xs">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={onChange}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={MENU_ITEM}>
            <span className="size-4">
              <Base.RadioItemIndicator>
                <Check className="size-4 text-accent" aria-hidden />
              </Base.RadioItemIndicator>
            </span>
            {option.label}
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  )
}

export function MenuLine() {
  return <Base.Separator className="mx-1 my-1 h-px bg-line" />
}
