'use client'
import { ConnectTargets } from '@/components/inspector'
import { Dialog } from '@/components/ui/dialog'
import { useTopology } from '@/lib/store/document'
import { useSelection } from '@/lib/store/selection'
import { openDialog, useView } from '@/lib/store/view'
import { commandTexts } from '@/lib/text/commands'
import { frameTexts } from '@/lib/text/frame'
import { useSay } from '@/lib/text/say'
import { lookup } from '@/lib/topology/lookup'

/** Connects the selected node with another one, from wherever the keyboard is. */
export function ConnectDialog() {
  const say = useSay()
  const open = useView(({ dialog }) => dialog === 'connect')
  const from = useSelection(({ nodes }) => (nodes.length === 1 ? nodes[0] : undefined))
  const name = useTopology((topology) => {
    const node = from === undefined ? undefined : lookup(topology).node(from)
    return node && lookup(topology).nameOf(node)
  })
  const close = () => openDialog(undefined)
  return (
    <Dialog
      open={open && name !== undefined}
      onClose={close}
      title={say(commandTexts.connectFrom(name ?? ''))}
      closeLabel={say(frameTexts.close)}
      className="!w-[min(480px,calc(100vw-24px))]"
    >
      {from !== undefined && <ConnectTargets from={from} onDone={close} />}
    </Dialog>
  )
}
