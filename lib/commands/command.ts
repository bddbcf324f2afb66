import type { Text } from '@/lib/rules/rule'
import type { Shortcut } from './shortcuts'

export type CommandGroup = 'design' | 'edit' | 'canvas' | 'add'

/** Something that a person can do: the one source of buttons, keys, menus and help. */
export interface Command {
  readonly id: string
  readonly title: Text
  readonly group: CommandGroup
  readonly keys: readonly Shortcut[]
  /** Keys that count only while the canvas, or nothing at all, has the focus. */
  readonly onCanvas?: boolean
  /** Why it cannot be done now; undefined where it can. */
  readonly refusal?: () => Text | undefined
  readonly run: () => void
}
