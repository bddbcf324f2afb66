import { useDocument } from '@/lib/store/document'
import type { Text } from '@/lib/topology/model/basics'
import type { Command, CommandGroup } from './command'
import { addCommands } from './groups/add'
import { arrangeCommands } from './groups/arrange'
import { designCommands } from './groups/design'
import { editCommands } from './groups/edit'
import { viewCommands } from './groups/view'

/** Everything that can be done from a button, a key, a menu or the command palette. */
export const commands: readonly Command[] = [
  ...designCommands,
  ...editCommands,
  ...arrangeCommands,
  ...viewCommands,
  ...addCommands,
]

const byId = new Map(commands.map((command) => [command.id, command]))

/** The command with this id; asking for one that is not there is a fault of the program. */
export function commandById(id: string): Command {
  const command = byId.get(id)
  if (!command) throw new Error(`There is no command "${id}".`)
  return command
}

const CHANGING: readonly CommandGroup[] = ['edit', 'arrange', 'add']

/** Why a command cannot be done now: nothing may be changed here, or its own reason. */
export function refusalOf(command: Command): Text | undefined {
  const changes = command.changes ?? CHANGING.includes(command.group)
  const locked = changes ? useDocument.getState().readOnly : undefined
  return locked ?? command.refusal?.()
}

/** What a command is called now. */
export function titleOf({ title, titleNow }: Command): Text {
  return titleNow?.() ?? title
}

/** Runs a command where it can be done; answers why not otherwise. */
export function runCommand(command: Command): Text | undefined {
  const refusal = refusalOf(command)
  if (!refusal) command.run()
  return refusal
}
