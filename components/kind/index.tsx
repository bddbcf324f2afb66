import {
  AtSign,
  Bot,
  Cog,
  Database,
  FileJson2,
  Globe,
  type LucideIcon,
  Mail,
  Server,
  Table2,
  Zap,
} from 'lucide-react'
import type { Accent, Kind } from '@/lib/catalog/kind'

const ICONS: Readonly<Record<string, LucideIcon>> = {
  'at-sign': AtSign,
  bot: Bot,
  cog: Cog,
  database: Database,
  'file-json-2': FileJson2,
  globe: Globe,
  mail: Mail,
  server: Server,
  'table-2': Table2,
  zap: Zap,
}

/** The colour of each accent, for text, borders and tints alike; sets `--kind`. */
const TINTS: Readonly<Record<Accent, string>> = {
  teal: '[--kind:var(--color-kind-teal)]',
  blue: '[--kind:var(--color-kind-blue)]',
  green: '[--kind:var(--color-kind-green)]',
  amber: '[--kind:var(--color-kind-amber)]',
  sky: '[--kind:var(--color-kind-sky)]',
  orange: '[--kind:var(--color-kind-orange)]',
  red: '[--kind:var(--color-kind-red)]',
  slate: '[--kind:var(--color-kind-slate)]',
}

/** The class that gives an element, and what is in it, the colour of a kind as `--kind`. */
export function tintOf(kind: Kind): string {
  return TINTS[kind.accent]
}

interface KindIconProps {
  readonly kind: Kind
  readonly className?: string
}

/** The icon of a kind, in the colour of the text around it. */
export function KindIcon({ kind, className = 'size-4' }: KindIconProps) {
  const Icon = ICONS[kind.icon] ?? Server
  return <Icon className={className} aria-hidden strokeWidth={1.75} />
}

/** The icon of a kind on a tile of its own colour. */
export function KindTile({ kind, size = 'size-7' }: { readonly kind: Kind; readonly size?: string }) {
  return (
    <span
      className={`grid shrink-0 place-items-center rounded-md bg-[color-mix(in_srgb,var(--kind)_13%,transparent)] text-[var(--kind)] ${tintOf(kind)} ${size}`}
    >
      <KindIcon kind={kind} />
    </span>
  )
}
