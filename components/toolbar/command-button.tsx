'use client'
import type { LucideIcon } from 'lucide-react'
import { IconButton } from '@/components/ui/button'
import { isMac, label } from '@/lib/commands/shortcuts'
import { commandById, refusalOf, runCommand, titleOf } from '@/lib/commands/table'
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
  const refusal = useDocument(() => refusalOf(command))
  const title = useDocument(() => say(titleOf(command)))
  const [key] = command.keys
  const run = () => {
    const reason = runCommand(command)
    if (reason) announce(say(reason))
  }
  return (
    <IconButton
      label={title}
      keys={key && label(key, isMac())}
      aria-disabled={refusal !== undefined}
      aria-description={refusal && say(refusal)}
      onClick={run}
    >
      <Icon className="size-4" aria-hidden />
    </IconButton>
  )
}
