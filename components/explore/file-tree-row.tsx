'use client'
import { ChevronRight } from 'lucide-react'
import { cx } from '@/components/ui/cx'
import { exploreTexts } from '@/lib/text/explore'
import { useSay } from '@/lib/text/say'
import type { TreeRow } from './tree-rows'

const CHANGES = {
  added: { letter: 'A', words: exploreTexts.added, color: 'text-ok' },
  changed: { letter: 'M', words: exploreTexts.changedOne, color: 'text-warning' },
  removed: { letter: 'D', words: exploreTexts.removed, color: 'text-error' },
} as const

interface FileTreeRowProps {
  readonly id: string
  readonly row: TreeRow
  readonly top: number
  readonly isActive: boolean
  /** It is the file that is shown. */
  readonly isOpen: boolean
  readonly onChoose: () => void
}

/** A folder, a file, or a line that was found. */
export function FileTreeRow({ id, row, top, isActive, isOpen, onChoose }: FileTreeRowProps) {
  const say = useSay()
  const { kind, name, folder, depth, count, change, line } = row
  const mark = kind === 'file' && change ? CHANGES[change] : undefined
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys, and its focus
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      aria-level={depth + 1}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={kind === 'folder' ? row.isOpen : undefined}
      aria-selected={isOpen}
      title={row.path}
      onClick={onChoose}
      className={cx(
        'absolute inset-x-0 flex h-6.5 cursor-pointer select-none items-center gap-1 pr-3 text-xs hover:bg-hover',
        isOpen && 'bg-accent-soft',
        isActive && 'in-focus-visible:shadow-[inset_2px_0_0_var(--color-accent)]',
      )}
      style={{ transform: `translateY(${top}px)`, paddingLeft: 10 + (kind === 'hit' ? 0 : depth * 14) }}
    >
      {kind === 'folder' ? (
        <ChevronRight
          className={cx(
            'size-3.5 shrink-0 text-faint transition-transform duration-120',
            row.isOpen && 'rotate-90',
          )}
          aria-hidden
        />
      ) : (
        <span className={cx('shrink-0 text-right font-mono text-2xs text-faint', line ? 'w-6' : 'w-3.5')}>
          {line}
        </span>
      )}
      <span
        className={cx(
          'min-w-0 truncate',
          !folder && 'flex-1',
          kind === 'hit' && 'pl-2 font-mono text-2xs text-quiet',
          kind === 'file' && 'text-ink',
          kind === 'folder' && 'font-medium text-ink',
          change === 'removed' && 'line-through',
        )}
      >
        {name}
      </span>
      {folder && <span className="min-w-8 flex-1 truncate pl-1 text-2xs text-faint">{folder}</span>}
      {mark && (
        <>
          <span className={cx('shrink-0 font-mono font-semibold text-2xs', mark.color)} aria-hidden>
            {mark.letter}
          </span>
          <span className="sr-only">{say(mark.words)}</span>
        </>
      )}
      {kind === 'folder' && change && (
        <span className="size-1.5 shrink-0 rounded-full bg-warning" aria-hidden />
      )}
      {count > 0 && <span className="shrink-0 text-2xs text-faint">{count}</span>}
    </div>
  )
}
