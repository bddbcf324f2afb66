'use client'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { cx } from '@/components/ui/cx'
import { DockEdge, limitHeight } from '@/components/ui/dock-edge'
import { closeExplore, useExplore } from '@/lib/commands/explore'
import { useView } from '@/lib/store/view'
import { exploreTexts } from '@/lib/text/explore'
import { useSay } from '@/lib/text/say'
import { useExploration } from './exploration'
import { ExploreHeader } from './explore-header'
import { FileList } from './file-list'
import { FileView } from './file-view'
import { StateBanner } from './state-banner'
import { useFiles } from './use-files'

/** The list needs some lines, and so does the canvas. */
const LIMITS = { least: 220, above: 260 } as const

/** At first the files take about half of the page. */
const usualHeight = () => limitHeight(innerHeight * 0.52, LIMITS)

/**
 * The files of the download below the canvas, or over it: the list at the left, the chosen file at the right. Where
 * there is no room for both, one of them.
 */
export function Explore({ wide }: { readonly wide: boolean }) {
  const say = useSay()
  const whole = useExplore((view) => view.whole) || !wide
  const subject = useFiles()
  const frame = useRef<HTMLElement>(null)
  const [height, setHeight] = useState(usualHeight)
  useCanvasInView(wide)
  useFocusBack()
  return (
    <section
      ref={frame}
      aria-label={say(exploreTexts.about)}
      onKeyDown={(event) => onKeyDown(event, frame.current)}
      className={cx(
        'flex min-h-0 flex-col bg-surface',
        whole ? 'absolute inset-0 z-20' : 'relative shrink-0 border-line border-t',
      )}
      style={whole ? undefined : { height }}
    >
      {!whole && (
        <DockEdge label={say(exploreTexts.height)} height={height} limits={LIMITS} onResize={setHeight} />
      )}
      <ExploreHeader wide={wide} subject={subject} />
      <StateBanner subject={subject} />
      {subject && <Body wide={wide} />}
    </section>
  )
}

/** The canvas learns of its new size a moment later; in milliseconds. */
const FIT_PAUSE = 80

/** The canvas gets smaller when the files open: what is drawn stays in view. */
function useCanvasInView(wide: boolean): void {
  useEffect(() => {
    if (!wide) return undefined
    const fitSoon = () => setTimeout(() => useView.getState().canvas?.look(), FIT_PAUSE)
    const timer = fitSoon()
    return () => {
      clearTimeout(timer)
      fitSoon()
    }
  }, [wide])
}

/** The focus goes back to where it was before. */
function useFocusBack(): void {
  useEffect(() => {
    const before = document.activeElement
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
}

function Body({ wide }: { readonly wide: boolean }) {
  const readsFile = useExploration((exploration) => exploration.readsFile)
  return (
    <div className="flex min-h-0 flex-1">
      <div
        className={cx(
          'h-full shrink-0',
          wide ? 'w-72 border-line border-r' : 'w-full',
          !wide && readsFile && 'hidden',
        )}
      >
        <FileList />
      </div>
      <div className={cx('h-full min-w-0 flex-1', !wide && !readsFile && 'hidden')}>
        <FileView wide={wide} />
      </div>
    </div>
  )
}

/** Ctrl+F searches the files while one of them has the focus; Esc puts them away. */
function onKeyDown(event: KeyboardEvent, frame: HTMLElement | null): void {
  if (event.defaultPrevented) return
  const isFind = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.code === 'KeyF'
  if (isFind) frame?.querySelector<HTMLInputElement>('input[type="search"]')?.focus()
  else if (event.key === 'Escape') closeExplore()
  else return
  event.preventDefault()
}
