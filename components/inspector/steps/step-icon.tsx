import {
  FilePen,
  FilePlus2,
  FileStack,
  FileX2,
  type LucideIcon,
  Mail,
  Megaphone,
  MessageCircle,
  PackageOpen,
  Plug,
  Repeat,
  Reply,
  Scale,
  Search,
  ShieldCheck,
} from 'lucide-react'
import { cx } from '@/components/ui/cx'
import type { Phase, StepType } from '@/lib/topology/steps/phases'

const ICONS: Readonly<Record<StepType, LucideIcon>> = {
  load: PackageOpen,
  find: Search,
  for_each: Repeat,
  require: ShieldCheck,
  decide: Scale,
  call: Plug,
  create: FilePlus2,
  update: FilePen,
  delete: FileX2,
  upsert: FileStack,
  publish: Megaphone,
  email: Mail,
  notify: MessageCircle,
  answer: Reply,
}

const COLORS: Readonly<Record<Phase, string>> = {
  0: 'text-kind-blue',
  1: 'text-kind-orange',
  2: 'text-kind-sky',
  3: 'text-kind-teal',
}

interface StepIconProps {
  readonly type: StepType
  readonly phase: Phase
  readonly className?: string
}

/** What a step does, in the colour of its phase. */
export function StepIcon({ type, phase, className = 'size-3.5' }: StepIconProps) {
  const Icon = ICONS[type]
  return <Icon className={cx('shrink-0', COLORS[phase], className)} aria-hidden />
}
