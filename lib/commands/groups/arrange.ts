import type { Command } from '../command'

/** Where nodes stand. */
export const arrangeCommands: readonly Command[] = []
