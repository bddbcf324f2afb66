import { create } from 'zustand'
import type { Refusal, Text } from '@/lib/share/result'
import type { KeepFault } from './shelf'

export type SaveState = 'empty' | 'saving' | 'saved' | 'failed'

/** A link or file that could not be opened, to be told until it is dismissed. */
export interface OpenFault {
  readonly reason: Refusal
  readonly message: Text
}

/** How the open design stands to the address, the storage and the other tabs. */
export interface Session {
  /** False until the address and the storage were read. */
  readonly ready: boolean
  readonly save: SaveState
  /** Why the last state is not saved; only where `save` is `failed`. */
  readonly saveFault: Exclude<KeepFault, 'changed'> | undefined
  readonly fault: OpenFault | undefined
  /** The design that was open before another one was opened over it. */
  readonly previous: string | undefined
  /** Whether this tab writes the open design, or only shows what another one writes. */
  readonly role: 'writing' | 'reading'
  /** Counts the changes of the list of designs, for those who show it. */
  readonly shelfChanges: number
}

export const useSession = create<Session>()(() => ({
  ready: false,
  save: 'empty',
  saveFault: undefined,
  fault: undefined,
  previous: undefined,
  role: 'writing',
  shelfChanges: 0,
}))

/** Says that the list of designs is another one now. */
export function shelfChanged(): void {
  useSession.setState(({ shelfChanges }) => ({ shelfChanges: shelfChanges + 1 }))
}
