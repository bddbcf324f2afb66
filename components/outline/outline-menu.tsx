'use client'
import { Pencil, SquareArrowOutUpRight, Trash2, Wrench } from 'lucide-react'
import { type MouseEvent, type ReactElement, useState } from 'react'
import { CommandItems } from '@/components/commands'
import { ContextMenu } from '@/components/ui/context-menu'
import { MenuItem } from '@/components/ui/menu'
import { applyFix } from '@/lib/commands/fix'
import type { OutlineItem } from '@/lib/commands/outline'
import { openItem, removeItem, renameItem } from '@/lib/commands/outline-actions'
import type { OutlineRow } from '@/lib/commands/outline-rows'
import { currentTopology } from '@/lib/store/document'
import { commandTexts } from '@/lib/text/commands'
import { outlineTexts } from '@/lib/text/outline'
import { useSay } from '@/lib/text/say'

interface OutlineMenuProps {
  readonly area: ReactElement
  readonly rows: readonly OutlineRow[]
  readonly index: number
  readonly goTo: (index: number) => void
}

/** The menu of a line: the commands of nodes and links, or what can be done with a part inside them. */
export function OutlineMenu({ area, rows, index, goTo }: OutlineMenuProps) {
  const say = useSay()
  const [item, setItem] = useState<OutlineItem>()
  const onOpen = (event: MouseEvent) => {
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null
    // The menu key is pressed on the tree itself, and means its active line.
    const at = line ? rows.findIndex((row) => row.item.key === line.dataset.line) : index
    goTo(at)
    setItem(rows[at]?.item)
    return rows[at]?.item.target !== undefined
  }
  return (
    <ContextMenu area={area} onOpen={onOpen} label={say(commandTexts.menu)}>
      {item && <Items item={item} />}
    </ContextMenu>
  )
}

const ICON = 'size-4 shrink-0 text-quiet'

function Items({ item }: { readonly item: OutlineItem }) {
  const say = useSay()
  const { target, finding } = item
  if (!target?.path && !finding && target?.part === 'node') return <CommandItems where="node" />
  if (!finding && target?.part === 'link') return <CommandItems where="link" />
  return (
    <>
      <MenuItem
        icon={<SquareArrowOutUpRight className={ICON} aria-hidden />}
        keys="↵"
        onSelect={() => openItem(item)}
      >
        {say(outlineTexts.open)}
      </MenuItem>
      {finding?.fix && (
        <MenuItem icon={<Wrench className={ICON} aria-hidden />} onSelect={() => applyFix(finding)}>
          {say(finding.fix.label)}
        </MenuItem>
      )}
      {!finding && (
        <>
          <MenuItem
            icon={<Pencil className={ICON} aria-hidden />}
            keys="F2"
            onSelect={() => renameItem(currentTopology(), item)}
          >
            {say(commandTexts.rename)}
          </MenuItem>
          <MenuItem
            icon={<Trash2 className={ICON} aria-hidden />}
            keys="Del"
            onSelect={() => void removeItem(item)}
          >
            {say(commandTexts.delete)}
          </MenuItem>
        </>
      )}
    </>
  )
}
