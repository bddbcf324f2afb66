'use client'
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { tintOf } from '@/components/kind'
import type { OpenedFile } from '@/lib/generator/explore/exploration'
import type { Origin } from '@/lib/generator/project'
import { exploreTexts } from '@/lib/text/explore'
import { type Say, useSay } from '@/lib/text/say'
import type { Topology } from '@/lib/topology/model/topology'
import { type CauseLook, CodeLine } from './code-line'
import { type CodeRow, changesOf, linesOf, widthOf } from './code-rows'
import { useExploration } from './exploration'
import { useHighlighted } from './highlight/use-highlighted'
import { lineCauses } from './line-causes'
import { placeKind, placeWords } from './place-words'
import { showPlace } from './show-place'

const ROW = 20
const PAGE = 20
/** The gutter and the sign before each line, in pixels. */
const BESIDE = 84

interface CodeViewProps {
  readonly file: OpenedFile
  readonly topology: Topology
  readonly showsChanges: boolean
  readonly wide: boolean
}

/** The lines of a file, only those that can be seen; colours follow as soon as they are known. */
export function CodeView({ file, topology, showsChanges, wide }: CodeViewProps) {
  const say = useSay()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => (showsChanges ? changesOf(file) : linesOf(file.content)), [file, showsChanges])
  const width = useMemo(() => widthOf(rows), [rows])
  const [current, setCurrent] = useState(0)
  const query = useExploration((exploration) => exploration.query.toLowerCase())
  const marked = useExploration((exploration) => exploration.marked?.get(file.path))
  const causes = useMemo(() => lineCauses(file.causes), [file])
  const now = useHighlighted(file.path, file.content)
  const before = useHighlighted(file.path, showsChanges ? (file.before?.content ?? '') : '')
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
  })
  const go = (index: number, align: 'auto' | 'center' = 'auto') => {
    const at = Math.max(0, Math.min(rows.length - 1, index))
    setCurrent(at)
    virtualizer.scrollToIndex(at, { align })
  }
  useFocusWhenWanted(scroller)
  useRevealedLine(file.path, rows, (index) => go(index, 'center'))
  const looks = useMemo(() => causeLooks(causes, topology, say), [causes, topology, say])
  const show = useCallback(
    (row: CodeRow) => {
      const [place] = hasCauses(row) ? (causes.get(row.number) ?? []) : []
      if (place) showPlace(place, wide)
    },
    [causes, wide],
  )
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const row = rows[current]
    if (event.key in STEPS) go(current + (STEPS[event.key] ?? 0))
    else if (event.key === 'Enter' && row) show(row)
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={say(exploreTexts.codeOf(file.path))}
      aria-activedescendant={rows.length > 0 ? `${id}-${current}` : undefined}
      onKeyDown={onKeyDown}
      className="scroll-thin min-h-0 flex-1 overflow-auto pb-3 focus-visible:outline-offset-[-2px]"
    >
      <div
        role="none"
        className="relative"
        style={{
          height: virtualizer.getTotalSize(),
          width: `max(100%, calc(${width}ch + ${BESIDE}px))`,
          font: '12px var(--font-mono)',
        }}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          if (!row) return null
          return (
            <CodeLine
              key={index}
              id={`${id}-${index}`}
              row={row}
              position={index + 1}
              total={rows.length}
              top={start}
              isCurrent={index === current}
              isMarked={
                !showsChanges &&
                (marked?.lines ?? []).some(([from, to]) => from <= row.number && row.number <= to)
              }
              isFound={query !== '' && row.text.toLowerCase().includes(query)}
              highlighted={row.kind === '-' ? before : now}
              cause={hasCauses(row) ? looks.get(row.number) : undefined}
              onCause={show}
            />
          )
        })}
      </div>
    </div>
  )
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

/** Lines that are gone, and those left out, come from nothing any more. */
function hasCauses({ kind }: CodeRow): boolean {
  return kind !== '-' && kind !== 'gap'
}

function causeLooks(
  causes: ReadonlyMap<number, readonly Origin[]>,
  topology: Topology,
  say: Say,
): ReadonlyMap<number, CauseLook> {
  return new Map(
    [...causes].map(([line, places]) => {
      const [kind] = places.flatMap((place) => placeKind(topology, place) ?? [])
      const words = places.map((place) => say(placeWords(topology, place))).join(' · ')
      return [line, { words, tint: kind ? tintOf(kind) : '[--kind:var(--color-kind-slate)]' }]
    }),
  )
}

/** Who goes into a file by Enter is there when it is, however long it took to come. */
function useFocusWhenWanted(element: RefObject<HTMLElement | null>): void {
  const takesFocus = useExploration((exploration) => exploration.takesFocus)
  useEffect(() => {
    if (!takesFocus) return
    element.current?.focus()
    useExploration.setState({ takesFocus: false })
  }, [takesFocus, element])
}

/** Goes to the line that was asked for when the file was opened; to the top of any other file. */
function useRevealedLine(path: string, rows: readonly CodeRow[], go: (index: number) => void): void {
  const line = useExploration((exploration) => exploration.line)
  const goTo = useRef(go)
  goTo.current = go
  const seen = useRef(rows)
  seen.current = rows
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file begins at its own line
  useEffect(() => {
    const index =
      line === undefined ? 0 : seen.current.findIndex((row) => row.kind !== '-' && row.number >= line)
    goTo.current(Math.max(0, index))
  }, [path, line])
}
