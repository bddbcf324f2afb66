import type { Command } from './command'
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

/** Runs a command where it can be done; answers why not otherwise. */
export function runCommand(command: Command): ReturnType<NonNullable<Command['refusal']>> {
  const refusal = command.refusal?.()
  if (!refusal) command.run()
  return refusal
}
