import { Spline, X } from 'lucide-react'
import { IconButton } from '@/components/ui/button'
import { useTopology } from '@/lib/store/document'
import { canvasTexts } from '@/lib/text/canvas'
import { frameTexts } from '@/lib/text/frame'
import { useSay } from '@/lib/text/say'
import { lookup } from '@/lib/topology/lookup'
import { endDrawing, useDrawing } from './drawing'
import { useChooseTarget } from './use-choose-target'

/** Says what is awaited while the target of a link is chosen. */
export function ChoiceBar() {
  useChooseTarget()
  const from = useDrawing((drawing) => (drawing.way === 'choice' ? drawing.from : undefined))
  return from === undefined ? null : <Bar from={from} />
}

function Bar({ from }: { readonly from: string }) {
  const say = useSay()
  const over = useDrawing((drawing) => drawing.over)
  const name = useName(from)
  const target = useName(over)
  return (
    <div className="canvas-bar" data-testid="connect-mode">
      <Spline className="size-3.5 shrink-0 text-accent" aria-hidden />
      <span className="min-w-0 truncate">
        <span className="font-mono">{name}</span> → <span className="font-mono">{target || '…'}</span>
      </span>
      <span className="hidden shrink-0 text-faint sm:inline">{say(canvasTexts.chooseTarget)}</span>
      <IconButton size="small" label={say(frameTexts.close)} onClick={endDrawing} onPointerDown={endDrawing}>
        <X className="size-3.5" aria-hidden />
      </IconButton>
    </div>
  )
}

function useName(id: string | undefined): string {
  return useTopology((topology) => {
    const look = lookup(topology)
    const node = id === undefined ? undefined : look.node(id)
    return node ? look.nameOf(node) : ''
  })
}
