'use client'
import { Info, OctagonAlert, TriangleAlert } from 'lucide-react'
import { cx } from '@/components/ui/cx'
import type { Severity } from '@/lib/rules/rule'
import { severityTexts } from '@/lib/text/problems'
import { useSay } from '@/lib/text/say'

const LOOKS = {
  error: { Icon: OctagonAlert, color: 'text-error' },
  warning: { Icon: TriangleAlert, color: 'text-warning' },
  info: { Icon: Info, color: 'text-info' },
} as const

/** How heavy a rule weighs, by icon, word and colour. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const say = useSay()
  const { Icon, color } = LOOKS[severity]
  return (
    <span className={cx('inline-flex items-center gap-1.5 whitespace-nowrap font-medium text-xs', color)}>
      <Icon className="size-3.5" aria-hidden />
      {say(severityTexts[severity])}
    </span>
  )
}
