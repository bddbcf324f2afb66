'use client'
import { Unlink, X } from 'lucide-react'
import { reportFault, useSession } from '@/lib/store/session'
import { openTexts } from '@/lib/text/frame'
import { useSay } from '@/lib/text/say'

const TITLES = {
  damaged: openTexts.damagedTitle,
  'too-new': openTexts.tooNewTitle,
  'too-large': openTexts.tooLargeTitle,
  invalid: openTexts.invalidTitle,
} as const

/** A link or a file that could not be opened: what is wrong, and that nothing was lost. */
export function FaultBanner() {
  const say = useSay()
  const fault = useSession((session) => session.fault)
  if (!fault) return null
  return (
    <div
      role="alert"
      className="flex items-start gap-3 border-line border-b bg-error-soft px-4 py-2.5 text-sm"
    >
      <Unlink className="mt-0.5 size-4 shrink-0 text-error" aria-hidden />
      <p className="min-w-0 flex-1">
        <strong className="font-semibold text-error">{say(TITLES[fault.reason])}.</strong>{' '}
        {say(fault.message)} <span className="text-quiet">{say(openTexts.keptYours)}</span>
      </p>
      <button
        type="button"
        aria-label={say(openTexts.dismiss)}
        onClick={() => reportFault(undefined)}
        className="grid size-6 shrink-0 place-items-center rounded text-quiet hover:bg-hover"
      >
        <X className="size-3.5" aria-hidden />
      </button>
    </div>
  )
}
