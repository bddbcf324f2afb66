'use client'
import type { LucideIcon } from 'lucide-react'
import { IconButton } from '@/components/ui/button'
import { isMac, label } from '@/lib/commands/shortcuts'
import { commandById, runCommand } from '@/lib/commands/table'
import { useDocument } from '@/lib/store/document'
import { announce } from '@/lib/store/view'
import { useSay } from '@/lib/text/say'

interface CommandButtonProps {
  readonly command: string
  readonly icon: LucideIcon
}

/** A command as an icon: its title and key in the hint, its refusal where it cannot be done. */
export function CommandButton({ command: id, icon: Icon }: CommandButtonProps) {
  const say = useSay()
  const command = commandById(id)
  const refused = useDocument(() => command.refusal?.() !== undefined)
  const [key] = command.keys
  const run = () => {
    const reason = runCommand(command)
    if (reason) announce(say(reason))
  }
  return (
    <IconButton
      label={say(command.title)}
      keys={key && label(key, isMac())}
      aria-disabled={refused}
      onClick={run}
    >
      <Icon className="size-4" aria-hidden />
    </IconButton>
  )
}
