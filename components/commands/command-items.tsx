'use client'
import { Check } from 'lucide-react'
import { MenuItem, MenuLine } from '@/components/ui/menu'
import { COMMAND_GROUPS, type Command, type CommandMenu } from '@/lib/commands/command'
import { isMac, label } from '@/lib/commands/shortcuts'
import { commands, refusalOf, runCommand, titleOf } from '@/lib/commands/table'
import { announce } from '@/lib/store/view'
import { useSay } from '@/lib/text/say'
import { CommandIcon } from './command-icon'

/** All commands of one menu, in the order of the table, with a line between groups. */
export function CommandItems({ where }: { readonly where: CommandMenu }) {
  const groups = COMMAND_GROUPS.map((group) =>
    commands.filter((command) => command.group === group && command.where?.includes(where)),
  ).filter((group) => group.length > 0)
  return groups.map((group, index) => (
    <div key={group[0]?.id} role="presentation">
      {index > 0 && <MenuLine />}
      {group.map((command) => (
        <CommandItem key={command.id} command={command} />
      ))}
    </div>
  ))
}

/** A command as an item of a menu. One that cannot be done now stays there and says why. */
function CommandItem({ command }: { readonly command: Command }) {
  const say = useSay()
  const refusal = refusalOf(command)
  const [key] = command.keys
  const run = () => {
    const reason = runCommand(command)
    if (reason) announce(say(reason))
  }
  return (
    <MenuItem
      icon={<CommandIcon name={command.icon} className="size-4 shrink-0 text-quiet" />}
      keys={key && label(key, isMac())}
      refusal={refusal && say(refusal)}
      onSelect={run}
    >
      <span className="flex items-center gap-2">
        {say(titleOf(command))}
        {command.isOn?.() && <Check className="size-3.5 text-accent" aria-hidden />}
      </span>
    </MenuItem>
  )
}
