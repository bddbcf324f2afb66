'use client'
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { carryKind } from '@/components/canvas'
import { KindTile } from '@/components/kind'
import { IconButton } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Hint } from '@/components/ui/hint'
import { Kbd } from '@/components/ui/kbd'
import type { Kind } from '@/lib/catalog/kind'
import { addInView } from '@/lib/commands/add-at'
import { offeredKinds, refusalToAdd } from '@/lib/commands/add-node'
import { ruleTitle } from '@/lib/commands/rule-facts'
import { useDocument, useTopology } from '@/lib/store/document'
import { announce } from '@/lib/store/view'
import { frameTexts } from '@/lib/text/frame'
import { useSay } from '@/lib/text/say'

/** Everything that can be put on the canvas: by drag, by click, by key. `title` stands above it. */
export function Palette({ title }: { readonly title: ReactNode }) {
  const say = useSay()
  const [narrow, setNarrow] = useState(false)
  const Toggle = narrow ? PanelLeftOpen : PanelLeftClose
  return (
    <nav
      aria-label={say(frameTexts.palette)}
      className={cx(
        'flex h-full shrink-0 flex-col border-line border-r bg-surface',
        narrow ? 'w-14' : 'w-55',
      )}
    >
      <div
        className={cx(
          'flex h-10 shrink-0 items-center',
          narrow ? 'justify-center' : 'justify-between pr-1.5 pl-2.5',
        )}
      >
        {!narrow && title}
        <IconButton
          size="small"
          label={say(narrow ? frameTexts.expandPalette : frameTexts.collapsePalette)}
          onClick={() => setNarrow(!narrow)}
        >
          <Toggle className="size-3.5" aria-hidden />
        </IconButton>
      </div>
      <div className="scroll-thin min-h-0 flex-1 overflow-y-auto">
        <PaletteList narrow={narrow} />
      </div>
      {!narrow && <p className="shrink-0 px-4 py-3 text-faint text-xs">{say(frameTexts.paletteHint)}</p>}
    </nav>
  )
}

/** The kinds alone, for where the list stands in another frame. */
export function PaletteList({
  narrow = false,
  onAdd,
}: {
  readonly narrow?: boolean
  readonly onAdd?: () => void
}) {
  return (
    <ul className="flex flex-col gap-0.5 px-1.5">
      {offeredKinds.map((kind) => (
        <li key={kind.id}>
          <PaletteItem kind={kind} narrow={narrow} {...(onAdd ? { onAdd } : {})} />
        </li>
      ))}
    </ul>
  )
}

interface PaletteItemProps {
  readonly kind: Kind
  readonly narrow: boolean
  readonly onAdd?: () => void
}

/** One kind. Where another one may not be added it stays in its place, and says why. */
function PaletteItem({ kind, narrow, onAdd }: PaletteItemProps) {
  const say = useSay()
  const refusal = useTopology((topology) => refusalToAdd(topology, kind)?.rule)
  const topology = useTopology()
  const readOnly = useDocument((document) => document.readOnly)
  const reason = readOnly ?? (refusal ? refusalToAdd(topology, kind)?.reason : undefined)
  const add = () => {
    if (reason) return announce(say(reason))
    addInView(kind)
    onAdd?.()
  }
  return (
    <Hint
      side="right"
      words={
        reason ? <Reason reason={say(reason)} rule={readOnly ? undefined : refusal} /> : <About kind={kind} />
      }
    >
      <button
        type="button"
        aria-disabled={reason !== undefined}
        aria-description={reason && say(reason)}
        draggable={!reason}
        onDragStart={({ dataTransfer }) => carryKind(dataTransfer, kind)}
        onClick={add}
        className={cx(
          'group flex w-full items-center gap-2.5 rounded-lg text-left transition-colors duration-120 hover:bg-hover aria-disabled:cursor-not-allowed aria-disabled:hover:bg-transparent',
          narrow ? 'justify-center p-1.5' : 'cursor-grab p-2',
        )}
      >
        <span className="group-aria-disabled:opacity-45 group-aria-disabled:grayscale">
          <KindTile kind={kind} />
        </span>
        <span className={narrow ? 'sr-only' : 'min-w-0 flex-1'}>
          <span className="flex items-center justify-between gap-2 font-medium text-ink text-sm group-aria-disabled:text-faint">
            <span>{say(kind.label)}</span>
            {!reason && <Kbd className="!text-faint">{kind.key.toUpperCase()}</Kbd>}
          </span>
          <span className="block text-faint text-xs">
            {say(readOnly ? kind.purpose : (reason ?? kind.purpose))}
          </span>
        </span>
      </button>
    </Hint>
  )
}

function Reason({ reason, rule }: { readonly reason: string; readonly rule: string | undefined }) {
  const say = useSay()
  const law = rule ? ruleTitle(rule) : undefined
  return (
    <span>
      <span className="block font-medium">{reason}</span>
      {law && <span className="mt-0.5 block text-quiet">{say(law)}</span>}
      {rule && <span className="mt-0.5 block font-mono text-2xs text-faint">{rule}</span>}
    </span>
  )
}

function About({ kind }: { readonly kind: Kind }) {
  const say = useSay()
  return (
    <>
      {say(kind.label)}: {say(kind.purpose)} <Kbd>{kind.key.toUpperCase()}</Kbd>
    </>
  )
}
