import { MiniMap, useReactFlow, useViewport } from '@xyflow/react'
import { Maximize, Minus, Plus } from 'lucide-react'
import { IconButton } from '@/components/ui/button'
import { isMac, label } from '@/lib/commands/shortcuts'
import { commandById } from '@/lib/commands/table'
import { useTopology } from '@/lib/store/document'
import { canvasTexts } from '@/lib/text/canvas'
import { useSay } from '@/lib/text/say'

/** Zoom and overview, quiet in the corners. */
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

/** The whole design in small; worth its room only when there is much of it. */
export function Overview() {
  const say = useSay()
  const crowded = useTopology(({ nodes }) => nodes.length > 5)
  if (!crowded) return null
  return (
    <MiniMap
      pannable
      zoomable
      ariaLabel={say(canvasTexts.minimap)}
      className="!right-3 !bottom-3 !m-0 hidden overflow-hidden rounded-lg border border-line desk:block"
      style={{ width: 152, height: 100 }}
      nodeColor="var(--color-edge)"
      nodeBorderRadius={24}
    />
  )
}
