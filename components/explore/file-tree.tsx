'use client'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { exploreTexts } from '@/lib/text/explore'
import { useSay } from '@/lib/text/say'
import { openPath, useExploration } from './exploration'
import { FileTreeRow } from './file-tree-row'
import { moveIn } from './tree-keys'
import type { TreeRow } from './tree-rows'

const ROW = 26

/** The files as a tree: one stop of the Tab key, moved through with the arrows; a file opens as soon as it is reached. */
export function FileTree({ rows }: { readonly rows: readonly TreeRow[] }) {
  const say = useSay()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const path = useExploration((exploration) => exploration.path)
  const [active, setActive] = useState(() => startOf(rows, path))
  const current = Math.min(active, rows.length - 1)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  })
  // The list is where a person begins.
  useEffect(() => scroller.current?.focus({ preventScroll: true }), [])
  const go = (index: number) => {
    const row = rows[index]
    if (!row) return
    setActive(index)
    virtualizer.scrollToIndex(index, { align: 'auto' })
    if (row.kind !== 'folder') openPath(row.path, row.line)
  }
  const choose = (index: number) => {
    go(index)
    const row = rows[index]
    if (row?.kind === 'folder') toggle(row.path)
    else useExploration.setState({ readsFile: true })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const move = moveIn(rows, current, event.key)
    if (!move) return
    event.preventDefault()
    if (move.toggles !== undefined) toggle(move.toggles)
    if (move.to !== undefined) go(move.to)
    if (move.opens) useExploration.setState({ readsFile: true, takesFocus: true })
  }
  return (
    <div
      ref={scroller}
      role="tree"
      tabIndex={0}
      aria-label={say(exploreTexts.tree)}
      aria-activedescendant={`${id}-${current}`}
      onKeyDown={onKeyDown}
      className="scroll-thin min-h-0 flex-1 overflow-auto pb-2 focus-visible:outline-offset-[-2px]"
    >
      <div className="relative" style={{ height: virtualizer.getTotalSize() }} role="none">
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          if (!row) return null
          return (
            <FileTreeRow
              key={`${row.kind} ${row.path} ${row.line ?? ''}`}
              id={`${id}-${index}`}
              row={row}
              top={start}
              isActive={index === current}
              isOpen={row.kind === 'file' && row.path === path}
              onChoose={() => choose(index)}
            />
          )
        })}
      </div>
    </div>
  )
}

function startOf(rows: readonly TreeRow[], path: string): number {
  return Math.max(
    0,
    rows.findIndex((row) => row.kind === 'file' && row.path === path),
  )
}

function toggle(path: string): void {
  useExploration.setState(({ toggled }) => {
    const next = new Set(toggled)
    if (!next.delete(path)) next.add(path)
    return { toggled: next }
  })
}
