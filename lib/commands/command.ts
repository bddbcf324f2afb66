import type { Text } from '@/lib/rules/rule'
import type { Shortcut } from './shortcuts'

export const COMMAND_GROUPS = ['design', 'edit', 'arrange', 'view', 'add'] as const
export type CommandGroup = (typeof COMMAND_GROUPS)[number]

/** Menus that are made of the table: of the bar, and those that open on a thing, or on several selected ones. */
export type CommandMenu = 'main' | 'node' | 'note' | 'link' | 'canvas' | 'several'

/** Something that a person can do: the one source of buttons, keys, menus, the command palette and help. */
export interface Command {
  readonly id: string
  readonly title: Text
  readonly group: CommandGroup
  readonly keys: readonly Shortcut[]
  /** Name of its lucide icon, kebab-case, as in `components/commands/command-icon.tsx`. */
  readonly icon?: string
  /** The menus that it stands in; every command stands in the command palette. */
  readonly where?: readonly CommandMenu[]
  /** Keys that count only while the canvas, or nothing at all, has the focus. */
  readonly onCanvas?: boolean
  /** The browser runs it by an event of its own (copy, paste); the key is only printed. */
  readonly native?: boolean
  /** For what is on or off: whether it is on. */
  readonly isOn?: () => boolean
  /** What it would do now, where that says more than the title: which step is undone. */
  readonly titleNow?: () => Text
  /** Whether it changes the open design; those that add, edit and arrange do unless they say otherwise. */
  readonly changes?: boolean
  /** Why it cannot be done now; undefined where it can. */
  readonly refusal?: () => Text | undefined
  readonly run: () => void
}
