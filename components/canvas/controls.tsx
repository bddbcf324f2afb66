import { useReactFlow, useViewport } from '@xyflow/react'
import { Maximize, Minus, Plus } from 'lucide-react'
import { IconButton } from '@/components/ui/button'
import { isMac, label } from '@/lib/commands/shortcuts'
import { commandById } from '@/lib/commands/table'
import { canvasTexts } from '@/lib/text/canvas'
import { useSay } from '@/lib/text/say'

/** Zoom, quiet in its corner. */
export function CanvasControls() {
  const say = useSay()
  const { zoomIn, zoomOut } = useReactFlow()
  const { zoom } = useViewport()
  const fit = commandById('fit')
  const [key] = fit.keys
  return (
    <div
      data-zoom
      className="absolute bottom-3 left-3 z-10 flex items-center rounded-lg border border-line bg-surface p-0.5"
    >
      <IconButton size="small" label={say(canvasTexts.zoomOut)} onClick={() => zoomOut()}>
        <Minus className="size-3.5" aria-hidden />
      </IconButton>
      <span className="w-10 text-center text-2xs text-quiet tabular-nums">{Math.round(zoom * 100)}%</span>
      <IconButton size="small" label={say(canvasTexts.zoomIn)} onClick={() => zoomIn()}>
        <Plus className="size-3.5" aria-hidden />
      </IconButton>
      <span className="mx-0.5 h-4 w-px bg-line" aria-hidden />
      <IconButton size="small" label={say(fit.title)} keys={key && label(key, isMac())} onClick={fit.run}>
        <Maximize className="size-3.5" aria-hidden />
      </IconButton>
    </div>
  )
}
