import { ChevronRight, OctagonAlert, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import { CommandIcon } from '@/components/commands'
import { cx } from '@/components/ui/cx'
import { openItem } from '@/lib/commands/outline-actions'
import type { OutlineRow } from '@/lib/commands/outline-rows'
import { severityTexts } from '@/lib/text/problems'
import { useSay } from '@/lib/text/say'

interface OutlineLineProps {
  readonly id: string
  readonly row: OutlineRow
  readonly top: number
  readonly active: boolean
  readonly selected: boolean
  readonly onToggle: () => void
  readonly onChoose: () => void
}

/** One line of the tree. The tree has the focus; the active line is named by it. */
export const OutlineLine = memo(function OutlineLine(props: OutlineLineProps) {
  const { id, row, top, active, selected, onToggle, onChoose } = props
  const say = useSay()
  const { item, level, position, siblings, expanded } = row
  const detail = item.detail && say(item.detail)
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names its active line
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of all lines are those of the tree
    <div
      id={id}
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-expanded={expanded}
      aria-selected={active || selected}
      data-line={item.key}
      onClick={() => {
        onChoose()
        if (item.target === undefined || item.finding) onToggleOrOpen(row, onToggle)
      }}
      onDoubleClick={() => openItem(item)}
      style={{ top, paddingLeft: 4 + (level - 1) * 14 }}
      className={cx(
        'absolute inset-x-0 flex h-7 cursor-default select-none items-center gap-1.5 rounded-md pr-2 text-sm hover:bg-hover',
        (active || selected) && 'bg-accent-soft hover:bg-accent-soft',
        active &&
          'group-focus-visible/tree:ring-2 group-focus-visible/tree:ring-accent group-focus-visible/tree:ring-inset',
      )}
    >
      <Twist expanded={expanded} onToggle={onToggle} />
      {item.finding ? (
        <Severity row={row} />
      ) : (
        item.icon && <CommandIcon name={item.icon} className="size-3.5 shrink-0 text-quiet" />
      )}
      <span
        title={say(item.title)}
        className={cx(
          'shrink-0 truncate',
          item.code ? 'font-mono text-xs' : item.target ? '' : 'font-medium text-quiet text-xs',
        )}
      >
        {item.finding && <span className="sr-only">{say(severityTexts[item.finding.severity])}: </span>}
        {say(item.title)}
      </span>
      {detail && <Detail words={detail} />}
    </div>
  )
})

/** Stands at the right where all of it has room; the rest of a word would say nothing. */
function Detail({ words }: { readonly words: string }) {
  return (
    <span className="flex h-4 min-w-0 flex-1 flex-wrap justify-end overflow-hidden text-2xs/4 text-faint">
      <span className="h-4 w-1" />
      <span className="whitespace-nowrap">{words}</span>
    </span>
  )
}

function onToggleOrOpen({ item }: OutlineRow, onToggle: () => void): void {
  if (item.finding) openItem(item)
  else onToggle()
}

function Twist({
  expanded,
  onToggle,
}: {
  readonly expanded: boolean | undefined
  readonly onToggle: () => void
}) {
  if (expanded === undefined) return <span className="size-6 shrink-0" aria-hidden />
  return (
    <span
      className="grid size-6 shrink-0 place-items-center text-faint"
      aria-hidden
      onClick={(event) => {
        event.stopPropagation()
        onToggle()
      }}
    >
      <ChevronRight className={cx('size-3.5 transition-transform duration-120', expanded && 'rotate-90')} />
    </span>
  )
}

function Severity({ row }: { readonly row: OutlineRow }) {
  const isError = row.item.finding?.severity === 'error'
  const Icon = isError ? OctagonAlert : TriangleAlert
  return <Icon className={cx('size-3.5 shrink-0', isError ? 'text-error' : 'text-warning')} aria-hidden />
}
