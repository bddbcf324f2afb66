import { Eye } from 'lucide-react'
import { canvasTexts } from '@/lib/text/canvas'
import { useSay } from '@/lib/text/say'

/** Says on the drawing itself that it is only looked at here. */
export function ReadOnlyMark() {
  const say = useSay()
  return (
    <p
      data-testid="read-only"
      className="pointer-events-none absolute top-3 left-3 z-10 flex items-center gap-1.5 rounded-full border border-line bg-info-soft px-2.5 py-0.5 font-medium text-info text-xs"
    >
      <Eye className="size-3.5" aria-hidden />
      {say(canvasTexts.readOnly)}
    </p>
  )
}
