'use client'
import { Command } from 'cmdk'
import { useMemo, useState } from 'react'
import { CommandIcon } from '@/components/commands'
import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { type PaletteEntry, paletteGroups } from '@/lib/commands/palette-entries'
import { isMac, label } from '@/lib/commands/shortcuts'
import { useTopology } from '@/lib/store/document'
import { openDialog, useView } from '@/lib/store/view'
import { frameTexts } from '@/lib/text/frame'
import { paletteTexts } from '@/lib/text/palette'
import { useSay } from '@/lib/text/say'

const close = () => openDialog(undefined)

/** Everything that can be done and everything that there is, by typing. */
export function CommandPalette() {
  const say = useSay()
  const open = useView(({ dialog }) => dialog === 'commands')
  return (
    <Dialog
      open={open}
      onClose={close}
      title={say(paletteTexts.title)}
      closeLabel={say(frameTexts.close)}
      className="!w-[min(600px,calc(100vw-24px))]"
    >
      {open && <Body />}
    </Dialog>
  )
}

function Body() {
  const say = useSay()
  const topology = useTopology()
  const [query, setQuery] = useState('')
  const groups = useMemo(() => paletteGroups(topology, query), [topology, query])
  return (
    <Command label={say(paletteTexts.title)} shouldFilter={false} loop className="-mx-2 mt-1">
      <Command.Input
        autoFocus
        value={query}
        onValueChange={setQuery}
        placeholder={say(paletteTexts.placeholder)}
        className="mx-2 h-10 w-[calc(100%-16px)] rounded-md border border-input bg-surface px-3 text-base placeholder:text-faint"
      />
      <Command.List className="scroll-thin mt-2 max-h-[min(52vh,440px)] overflow-y-auto">
        <Command.Empty className="px-3 py-4 text-quiet text-sm">{say(paletteTexts.nothing)}</Command.Empty>
        {groups.map(({ title, entries }) => (
          <Command.Group
            key={title.en}
            heading={say(title)}
            className="**:[[cmdk-group-heading]]:px-3 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-faint **:[[cmdk-group-heading]]:text-xs"
          >
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  )
}

function Entry({ entry }: { readonly entry: PaletteEntry }) {
  const say = useSay()
  const { id, icon, title, detail, refusal, key } = entry
  const second = refusal ?? detail
  const run = () => {
    // First the palette goes, so that what the command opens or focuses stays.
    close()
    setTimeout(entry.run)
  }
  return (
    <Command.Item
      value={id}
      disabled={refusal !== undefined}
      onSelect={run}
      className="flex min-h-9 cursor-default items-center gap-3 rounded-md px-3 py-1.5 data-[disabled=true]:text-faint data-[selected=true]:bg-hover"
    >
      <CommandIcon name={icon} className="size-4 shrink-0 text-quiet" />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm">{say(title)}</span>
        {second && <span className="block truncate text-faint text-xs">{say(second)}</span>}
      </span>
      {key && (
        <span className="text-quiet">
          <Kbd>{label(key, isMac())}</Kbd>
        </span>
      )}
    </Command.Item>
  )
}
