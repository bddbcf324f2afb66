import { OctagonAlert, TriangleAlert } from 'lucide-react'
import { cx } from '@/components/ui/cx'
import type { NodeView } from './node-view'

/** How many problems a node has: errors before warnings. From far away it is a dot of their colour. */
export function ProblemBadge({ view, far }: { readonly view: NodeView; readonly far: boolean }) {
  const { errors, warnings } = view
  if (errors + warnings === 0) return null
  if (far) return <span className={cx('far-badge', errors > 0 ? 'bg-error' : 'bg-warning')} aria-hidden />
  const Icon = errors > 0 ? OctagonAlert : TriangleAlert
  const look = errors > 0 ? 'text-error ring-error/40' : 'text-warning ring-warning/40'
  return (
    <span
      className={cx(
        'absolute -top-2.5 -right-2.5 z-10 flex h-5 items-center gap-1 rounded-full bg-raised px-1.5 font-semibold text-2xs tabular-nums ring-1',
        look,
      )}
      aria-hidden
    >
      <Icon className="size-3" strokeWidth={2.25} />
      {errors + warnings}
    </span>
  )
}
