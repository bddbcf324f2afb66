'use client'
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button, IconButton } from '@/components/ui/button'
import { focusCanvas } from '@/lib/commands/focus'
import { dismissNotice, type ShownNotice, useView } from '@/lib/store/view'
import { frameTexts } from '@/lib/text/frame'
import { useSay } from '@/lib/text/say'
import { useNoticePlace } from './use-notice-place'

/** So long a notice stays, and one that offers something to do, in milliseconds. */
const STAYS = 4000
const STAYS_WITH_ACTION = 10_000

/** Short words that mostly go away by themselves, at the foot of the canvas, where its own controls leave room. */
export function Notices() {
  const notices = useView((view) => view.notices)
  const dialog = useView((view) => view.dialog)
  const place = useNoticePlace(notices.length > 0)
  useEffect(() => {
    // What was told about the page before lies over what is opened now.
    if (dialog) dismissNotice()
  }, [dialog])
  return (
    <div
      role="status"
      data-notices
      style={place}
      className="pointer-events-none fixed z-60 flex flex-col items-center gap-2"
    >
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </div>
  )
}

function NoticeCard({ notice }: { readonly notice: ShownNotice }) {
  const say = useSay()
  const { id, text, detail, stays, action, times } = notice
  const card = useRef<HTMLDivElement>(null)
  const [isHeld, setHeld] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once more, it stays as long as a new one
  useEffect(() => {
    if (isHeld || stays) return undefined
    const timer = setTimeout(() => dismissNotice(id), action ? STAYS_WITH_ACTION : STAYS)
    return () => clearTimeout(timer)
  }, [isHeld, id, stays, action, times])
  const leave = () => {
    if (card.current?.contains(document.activeElement)) focusCanvas()
    dismissNotice(id)
  }
  const act = () => {
    leave()
    action?.run()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only holds the notice while somebody is at it
    <div
      ref={card}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onKeyDown={(event) => event.key === 'Escape' && leave()}
      className="pointer-events-auto flex max-w-120 animate-appear items-center gap-2 rounded-lg bg-raised py-1 pr-1 pl-3 text-sm shadow-popup"
    >
      <p className="wrap-anywhere min-w-0 py-1">
        <span className="font-medium text-ink">{say(text)}</span>
        {times > 1 && <span className="text-faint tabular-nums"> ×{times}</span>}
        {detail && <span className="block text-quiet text-xs">{say(detail)}</span>}
      </p>
      {action && (
        <Button look="soft" size="small" onClick={act}>
          {say(action.label)}
        </Button>
      )}
      <IconButton size="small" label={say(frameTexts.dismiss)} onClick={leave}>
        <X className="size-3.5" aria-hidden />
      </IconButton>
    </div>
  )
}
