import { Menu } from '@base-ui/react/menu'
import { useMemo } from 'react'
import { KindTile } from '@/components/kind'
import { cx } from '@/components/ui/cx'
import { MENU_ITEM, MENU_POPUP } from '@/components/ui/menu'
import { type Fitting, fittingsFor } from '@/lib/commands/fitting'
import { currentTopology, edit, useTopology } from '@/lib/store/document'
import { GRID } from '@/lib/store/placement'
import { select } from '@/lib/store/selection'
import { announce } from '@/lib/store/view'
import { canvasTexts } from '@/lib/text/canvas'
import { say as sayNow, useSay } from '@/lib/text/say'
import { lookup } from '@/lib/topology/lookup'
import { sizeOf } from '../node-size'
import { forgetOutcome, type LooseEnd, useOutcome } from './outcome'

/** After a link was let go over nothing: the nodes that could stand there. */
export function LooseEndMenu() {
  const loose = useOutcome((outcome) => outcome.loose)
  const anchor = useMemo(
    () => loose && { getBoundingClientRect: () => new DOMRect(loose.screen.x, loose.screen.y, 0, 0) },
    [loose],
  )
  return (
    <Menu.Root open={loose !== undefined} onOpenChange={(open) => !open && forgetOutcome()} modal={false}>
      <Menu.Portal>
        <Menu.Positioner anchor={anchor ?? null} side="right" align="start" sideOffset={4} className="z-40">
          <Menu.Popup className={cx(MENU_POPUP, 'w-64')} data-testid="loose-end-menu">
            {loose && <Fittings loose={loose} />}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function Fittings({ loose }: { readonly loose: LooseEnd }) {
  const say = useSay()
  const topology = useTopology()
  const fittings = useMemo(() => fittingsFor(topology, loose.from), [topology, loose.from])
  if (fittings.length === 0)
    return <p className="px-2 py-1.5 text-quiet text-sm">{say(canvasTexts.nothingFits)}</p>
  return (
    <Menu.Group>
      <Menu.GroupLabel className="px-2 pt-1.5 pb-1 text-faint text-xs">
        {say(canvasTexts.goOnWith)}
      </Menu.GroupLabel>
      {fittings.map((fitting) => (
        <Item key={fitting.id} fitting={fitting} loose={loose} />
      ))}
    </Menu.Group>
  )
}

function Item({ fitting, loose }: { readonly fitting: Fitting; readonly loose: LooseEnd }) {
  const say = useSay()
  const { kind, existing } = fitting
  return (
    <Menu.Item className={MENU_ITEM} onClick={() => goOn(fitting, loose)}>
      <KindTile kind={kind} size="size-6" />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-ink">{say(kind.label)}</span>
        {existing !== undefined && (
          <span className="block truncate font-mono text-2xs text-faint">{nameOf(existing)}</span>
        )}
      </span>
    </Menu.Item>
  )
}

/** The new node stands with its middle where the link was let go; the link, and what both need, come with it. */
function goOn(fitting: Fitting, { from, at }: LooseEnd): void {
  const { width, height } = sizeOf(fitting.kind)
  const snap = (value: number) => Math.round(value / GRID) * GRID
  edit(fitting.edit({ x: snap(at.x - width / 2), y: snap(at.y - height / 2) }))
  select({ nodes: [fitting.id] })
  announce(sayNow(canvasTexts.connected(nameOf(from), nameOf(fitting.id))))
}

function nameOf(id: string): string {
  const look = lookup(currentTopology())
  const node = look.node(id)
  return node ? look.nameOf(node) : id
}
