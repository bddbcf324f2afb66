'use client'
import { Command } from 'cmdk'
import { KindTile } from '@/components/kind'
import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import type { Kind } from '@/lib/catalog/kind'
import { addInView } from '@/lib/commands/add-at'
import { offeredKinds, refusalToAdd } from '@/lib/commands/add-node'
import { useTopology } from '@/lib/store/document'
import { openDialog, useView } from '@/lib/store/view'
import { commandTexts } from '@/lib/text/commands'
import { frameTexts } from '@/lib/text/frame'
import { useSay } from '@/lib/text/say'

/** Adds a node by typing its name. */
export function AddDialog() {
  const say = useSay()
  const open = useView(({ dialog }) => dialog === 'add')
  const close = () => openDialog(undefined)
  return (
    <Dialog
      open={open}
      onClose={close}
      title={say(commandTexts.add)}
      closeLabel={say(frameTexts.close)}
      className="!w-[min(440px,calc(100vw-24px))]"
    >
      <Command label={say(commandTexts.add)} className="mt-1">
        <Command.Input
          autoFocus
          placeholder={say(frameTexts.search)}
          className="mb-2 h-9 w-full rounded-md border border-input bg-surface px-2.5 text-sm placeholder:text-faint"
        />
        <Command.List className="-mx-2">
          <Command.Empty className="px-2 py-3 text-quiet text-sm">
            {say(frameTexts.nothingFound)}
          </Command.Empty>
          {offeredKinds.map((kind) => (
            <AddItem key={kind.id} kind={kind} onDone={close} />
          ))}
        </Command.List>
      </Command>
    </Dialog>
  )
}

function AddItem({ kind, onDone }: { readonly kind: Kind; readonly onDone: () => void }) {
  const say = useSay()
  const topology = useTopology()
  const refusal = refusalToAdd(topology, kind)
  const add = () => {
    addInView(kind)
    onDone()
  }
  return (
    <Command.Item
      value={kind.id}
      keywords={[kind.label.en, kind.label.ru, kind.purpose.en, kind.purpose.ru]}
      disabled={refusal !== undefined}
      onSelect={add}
      className="flex cursor-default items-center gap-3 rounded-lg px-2 py-2 data-[disabled=true]:opacity-60 data-[selected=true]:bg-hover"
    >
      <KindTile kind={kind} />
      <span className="min-w-0 flex-1">
        <span className="block font-medium text-sm">{say(kind.label)}</span>
        <span className="block text-faint text-xs">{say(refusal?.reason ?? kind.purpose)}</span>
      </span>
      <Kbd>{kind.key.toUpperCase()}</Kbd>
    </Command.Item>
  )
}
