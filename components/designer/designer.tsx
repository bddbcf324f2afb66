'use client'
import dynamic from 'next/dynamic'
import { useEffect } from 'react'
import { Canvas } from '@/components/canvas'
import { FaultBanner, SessionBanner, Welcome } from '@/components/documents'
import { ProblemsPanel } from '@/components/problems'
import { TopBar } from '@/components/toolbar'
import { HintProvider } from '@/components/ui/hint'
import { useExplore } from '@/lib/commands/explore'
import { portray } from '@/lib/commands/portray'
import { loadFresh } from '@/lib/store/fresh-code'
import { startSession, useSession } from '@/lib/store/session'
import { restorePreferences } from '@/lib/store/view'
import { frameTexts } from '@/lib/text/frame'
import { useSay } from '@/lib/text/say'
import { CanvasMenu } from './canvas-menu'
import { LeftPanel } from './left-panel'
import { LiveRegion } from './live-region'
import { Resizable } from './resizable'
import { useClipboard } from './use-clipboard'
import { useKeptFocus } from './use-kept-focus'
import { usePainted } from './use-painted'
import { useShortcuts } from './use-shortcuts'
import { useWide } from './use-wide'

// What is not needed to draw comes after the canvas, or when it is opened. Without `ssr: false` it would have no
// boundary of its own, and the whole page would give way to its skeleton until it is there.
const Inspector = dynamic(() => import('@/components/inspector').then((module) => module.Inspector), {
  ssr: false,
})
const Dialogs = dynamic(() => import('./dialogs').then((module) => module.Dialogs), { ssr: false })
const Sheets = dynamic(() => import('./sheets').then((module) => module.Sheets), { ssr: false })
const Explore = dynamic(
  () => loadFresh(() => import('@/components/explore')).then((module) => module.Explore),
  { ssr: false },
)
const Notices = dynamic(() => import('./notices').then((module) => module.Notices), { ssr: false })

/** The whole page: bar, palette, canvas, inspector, problems. */
export function Designer() {
  const ready = useSession((session) => session.ready)
  useEffect(() => {
    restorePreferences()
    return startSession(portray)
  }, [])
  useShortcuts()
  useClipboard()
  useKeptFocus()
  if (!ready) return null
  return (
    <HintProvider delay={400}>
      <SkipLink />
      <div className="flex h-dvh min-h-100 flex-col overflow-hidden">
        <TopBar />
        <FaultBanner />
        <SessionBanner />
        <Workspace />
        <ProblemsPanel />
      </div>
      <Later />
      <LiveRegion />
    </HintProvider>
  )
}

/** What opens over the page, or speaks up later. */
function Later() {
  const painted = usePainted()
  return painted ? (
    <>
      <Dialogs />
      <Notices />
    </>
  ) : null
}

/** Beside one another where there is room; else the panels are sheets over the canvas. */
function Workspace() {
  const say = useSay()
  const wide = useWide()
  const painted = usePainted()
  const explores = useExplore((view) => view.open)
  const whole = useExplore((view) => view.open && view.whole)
  const canvas = (
    <CanvasMenu
      area={
        <main id="canvas" tabIndex={-1} className="relative size-full min-h-0 min-w-0 outline-none">
          <Canvas>
            <Welcome />
          </Canvas>
        </main>
      }
    />
  )
  if (!wide) {
    return (
      <div className="relative min-h-0 flex-1">
        <div inert={explores} className="size-full">
          {canvas}
        </div>
        {explores && <Explore wide={false} />}
        {painted && <Sheets />}
      </div>
    )
  }
  return (
    <div className="flex min-h-0 flex-1">
      <div className="relative flex min-w-0 flex-1 flex-col">
        <div inert={whole} className="flex min-h-0 flex-1">
          <LeftPanel />
          <div className="min-w-0 flex-1">{canvas}</div>
        </div>
        {explores && <Explore wide />}
      </div>
      <Resizable label={say(frameTexts.resize)}>{painted && <Inspector />}</Resizable>
    </div>
  )
}

function SkipLink() {
  const say = useSay()
  return (
    <button
      type="button"
      onClick={() => document.querySelector<HTMLElement>('#canvas .react-flow__node')?.focus()}
      className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-14 focus:z-50 focus:rounded-md focus:bg-raised focus:px-3 focus:py-1.5 focus:text-sm focus:shadow-popup"
    >
      {say(frameTexts.skip)}
    </button>
  )
}
