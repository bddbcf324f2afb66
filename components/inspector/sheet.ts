import type { Written } from '@/lib/commands/fields'

/** The cells of a line of a sheet. */
export type Column = 'name' | 'type' | 'optional'

/** What the cells of a sheet ask of it. */
export interface SheetActions {
  readonly go: (index: number, column: Column) => void
  readonly move: (index: number, by: number) => void
  readonly moveTo: (index: number, to: number) => void
  readonly duplicate: (index: number) => void
  readonly remove: (index: number) => void
  readonly pick: (index: number, anchor: HTMLElement, typed?: string) => void
  readonly menu: (index: number, anchor: HTMLElement) => void
  readonly write: (index: number, text: string) => Written
  /** Whether the text was more than a plain word and became fields. */
  readonly paste: (index: number, text: string) => boolean
}

/** A cell over which something is open. */
export interface OpenCell {
  readonly index: number
  readonly anchor: HTMLElement
  /** What was typed to open it. */
  readonly typed: string
}

export interface DraftHandle {
  readonly focus: () => void
  /** Keeps what could not be read, so that it can be mended here, and says what was read otherwise. */
  readonly keep: (written: Pick<Written, 'unread' | 'changed'>) => void
}
