'use client'
import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { COMMAND_GROUPS, type CommandGroup } from '@/lib/commands/command'
import { isMac, label } from '@/lib/commands/shortcuts'
import { commands } from '@/lib/commands/table'
import { openDialog, useView } from '@/lib/store/view'
import { commandGroupTexts } from '@/lib/text/commands'
import { frameTexts, helpTexts } from '@/lib/text/frame'
import { useSay } from '@/lib/text/say'

/** Everything that can be done, with its keys, from the same table that the keys themselves come from. */
export function HelpDialog() {
  const say = useSay()
  const open = useView(({ dialog }) => dialog === 'help')
  return (
    <Dialog
      open={open}
      onClose={() => openDialog(undefined)}
      title={say(helpTexts.title)}
      closeLabel={say(frameTexts.close)}
      className="!w-[min(680px,calc(100vw-24px))]"
    >
      <p className="text-quiet text-sm">{say(helpTexts.intro)}</p>
      <p className="mt-1 text-quiet text-sm">{say(helpTexts.connect)}</p>
      <p className="mt-1 text-quiet text-sm">{say(helpTexts.drag)}</p>
      <p className="mt-1 text-quiet text-sm">{say(helpTexts.outline)}</p>
      <div className="mt-4 gap-x-8 sm:columns-2">
        {COMMAND_GROUPS.map((group) => (
          <Keys key={group} group={group} />
        ))}
      </div>
    </Dialog>
  )
}

function Keys({ group }: { readonly group: CommandGroup }) {
  const say = useSay()
  const mac = isMac()
  const own = commands.filter((command) => command.group === group)
  return (
    <section className="mb-4 break-inside-avoid">
      <h3 className="mb-1 text-faint text-xs">{say(commandGroupTexts[group])}</h3>
      <dl>
        {own.map((command) => (
          <div key={command.id} className="flex items-center justify-between gap-4 py-1 text-sm">
            <dt>{say(command.title)}</dt>
            <dd className="flex gap-1.5 text-quiet">
              {command.keys.map((key) => (
                <Kbd key={label(key, mac)}>{label(key, mac)}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
