'use client'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState } from 'react'
import { outlineOf } from '@/lib/commands/outline'
import { followItem } from '@/lib/commands/outline-actions'
import { outlineRows } from '@/lib/commands/outline-rows'
import { currentTopology, useTopology } from '@/lib/store/document'
import { useSelection } from '@/lib/store/selection'
import { useView } from '@/lib/store/view'
import { outlineTexts } from '@/lib/text/outline'
import { useSay } from '@/lib/text/say'
import { OutlineLine } from './outline-line'
import { OutlineMenu } from './outline-menu'
import { useTreeKeys } from './use-tree-keys'

const LINE = 28
/** More lines above and below than can be seen, so that a fast scroll shows no gap. */
const OVERSCAN = 12

/** The design as a tree: everything that the canvas shows and does, for a keyboard and a screen reader. */
export function Outline() {
  const say = useSay()
  const topology = useTopology()
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())
  const [active, setActive] = useState<string>()
  const rows = useMemo(() => outlineRows(outlineOf(topology), toggled), [topology, toggled])
  const scroller = useRef<HTMLDivElement>(null)
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: OVERSCAN,
  })
  const index = Math.max(
    0,
    rows.findIndex(({ item }) => item.key === active),
  )
  const toggle = (key: string) => setToggled((before) => withOrWithout(before, key))
  const goTo = (next: number) => {
    const row = rows[next]
    if (!row) return
    setActive(row.item.key)
    followItem(currentTopology(), row.item)
    lines.scrollToIndex(next, { align: 'auto' })
  }
  const onKeyDown = useTreeKeys({ rows, index, goTo, toggle, words: (row) => say(row.item.title) })
  useFocusOnDemand(scroller)
  const { nodes, links } = useSelection()
  const selected = useMemo(
    () => new Set(nodes.length + links.length > 1 ? [...nodes, ...links] : []),
    [nodes, links],
  )
  if (rows.length === 0) return <p className="px-4 py-2 text-quiet text-sm">{say(outlineTexts.empty)}</p>
  const first = lines.getVirtualItems()
  return (
    <OutlineMenu
      rows={rows}
      index={index}
      goTo={goTo}
      area={
        <div
          ref={scroller}
          role="tree"
          tabIndex={0}
          aria-label={say(outlineTexts.title)}
          aria-description={say(outlineTexts.hint)}
          aria-activedescendant={rows[index] && lineId(rows[index].item.key)}
          onKeyDown={onKeyDown}
          data-outline
          className="scroll-thin group/tree min-h-0 flex-1 overflow-y-auto overflow-x-hidden px-1.5 pb-2 focus-visible:outline-offset-[-2px]"
        >
          <div role="presentation" className="relative" style={{ height: lines.getTotalSize() }}>
            {first.map(({ index: at, start }) => {
              const row = rows[at]
              if (!row) return null
              return (
                <OutlineLine
                  key={row.item.key}
                  id={lineId(row.item.key)}
                  row={row}
                  top={start}
                  active={at === index}
                  selected={selected.has(row.item.target?.id ?? '') && !row.item.target?.path}
                  onToggle={() => toggle(row.item.key)}
                  onChoose={() => goTo(at)}
                />
              )
            })}
          </div>
        </div>
      }
    />
  )
}

function lineId(key: string): string {
  return `outline-${key}`
}

function withOrWithout(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}

/** Takes the focus when a command asked for it. */
function useFocusOnDemand(element: React.RefObject<HTMLElement | null>): void {
  const wanted = useView(({ takeFocus }) => takeFocus === 'outline')
  useEffect(() => {
    if (!wanted || !element.current) return
    element.current.focus()
    useView.setState({ takeFocus: undefined })
  }, [wanted, element])
}
