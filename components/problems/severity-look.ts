import { Info, type LucideIcon, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { Severity } from '@/lib/rules/rule'

/** The icon and the colour of a severity; never the colour alone. */
export const SEVERITY_LOOKS: Readonly<
  Record<Severity, { readonly Icon: LucideIcon; readonly color: string }>
> = {
  error: { Icon: OctagonAlert, color: 'text-error' },
  warning: { Icon: TriangleAlert, color: 'text-warning' },
  info: { Icon: Info, color: 'text-info' },
}
