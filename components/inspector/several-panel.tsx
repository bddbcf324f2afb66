'use client'
import { CommandIcon } from '@/components/commands'
import { Button, IconButton } from '@/components/ui/button'
import type { Command } from '@/lib/commands/command'
import { isMac, label } from '@/lib/commands/shortcuts'
import { commands, refusalOf, runCommand } from '@/lib/commands/table'
import { useDocument } from '@/lib/store/document'
import { useSelection } from '@/lib/store/selection'
import { announce } from '@/lib/store/view'
import { inspectorTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { Section } from './section'

const several = commands.filter(({ where }) => where?.includes('several'))
const placing = several.filter(({ id }) => id.startsWith('align:') || id.startsWith('distribute:'))
const others = several.filter((command) => !placing.includes(command))

/** Several things are selected: what can be done with them together. */
export function SeveralPanel({ count }: { readonly count: number }) {
  const say = useSay()
  return (
    <>
      <header className="px-4 pt-4 pb-3">
        <h2 className="font-semibold text-ink text-sm">{say(inspectorTexts.selected(count))}</h2>
      </header>
      <Section title={say(inspectorTexts.arrange)}>
        <div className="-mx-1.5 flex flex-wrap">
          {placing.map((command) => (
            <IconCommand key={command.id} command={command} />
          ))}
        </div>
      </Section>
      <Section>
        <div className="-mx-2 flex flex-col">
          {others.map((command) => (
            <CommandLine key={command.id} command={command} />
          ))}
        </div>
      </Section>
    </>
  )
}

/** Whether it cannot be done now, and what runs it or says so. */
function useCommand(command: Command) {
  const say = useSay()
  // What can be done depends on the design and on what is selected.
  useSelection()
  const isRefused = useDocument(() => refusalOf(command) !== undefined)
  const run = () => {
    const reason = runCommand(command)
    if (reason) announce(say(reason))
  }
  const [key] = command.keys
  return { say, isRefused, run, keys: key && label(key, isMac()) }
}

function IconCommand({ command }: { readonly command: Command }) {
  const { say, isRefused, run, keys } = useCommand(command)
  return (
    <IconButton label={say(command.title)} keys={keys} aria-disabled={isRefused} onClick={run}>
      <CommandIcon name={command.icon} className="size-4" />
    </IconButton>
  )
}

function CommandLine({ command }: { readonly command: Command }) {
  const { say, isRefused, run, keys } = useCommand(command)
  return (
    <Button
      look={command.id === 'delete' ? 'danger' : 'quiet'}
      aria-disabled={isRefused}
      onClick={run}
      className="!justify-start !px-2 w-full"
    >
      <CommandIcon name={command.icon} className="size-4" />
      <span className="min-w-0 flex-1 truncate text-left">{say(command.title)}</span>
      {keys && <span className="text-faint text-xs">{keys}</span>}
    </Button>
  )
}
