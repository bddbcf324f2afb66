'use client'
import { useEffect } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { Canvas } from '@/components/canvas'
import { DownloadDialog, FaultBanner, Welcome } from '@/components/documents'
import { Inspector } from '@/components/inspector'
import { Palette, PaletteList } from '@/components/palette'
import { ProblemsPanel } from '@/components/problems'
import { TopBar } from '@/components/toolbar'
import { Sheet } from '@/components/ui/dialog'
import { HintProvider } from '@/components/ui/hint'
import { startSession, useSession } from '@/lib/store/session'
import { openSheet, restorePreferences, useView } from '@/lib/store/view'
import { frameTexts } from '@/lib/text/frame'
import { useSay } from '@/lib/text/say'
import { AddDialog } from './add-dialog'
import { HelpDialog } from './help-dialog'
import { LiveRegion, Notices } from './notices'
import { Skeleton } from './skeleton'
import { useShortcuts } from './use-shortcuts'
import { useWide } from './use-wide'

/** The whole page: bar, palette, canvas, inspector, problems. */
export function Designer() {
  const ready = useSession((session) => session.ready)
  useEffect(() => {
    restorePreferences()
    return startSession()
  }, [])
  useShortcuts()
  if (!ready) return <Skeleton />
  return (
    <HintProvider delay={400}>
      <SkipLink />
      <div className="flex h-dvh min-h-100 flex-col overflow-hidden">
        <TopBar />
        <FaultBanner />
        <Workspace />
        <ProblemsPanel />
      </div>
      <DownloadDialog />
      <HelpDialog />
      <AddDialog />
      <Notices />
      <LiveRegion />
    </HintProvider>
  )
}

/** Beside one another where there is room; else the panels are sheets over the canvas. */
function Workspace() {
  const say = useSay()
  const wide = useWide()
  const canvas = (
    <main id="canvas" className="relative size-full min-h-0 min-w-0">
      <Canvas>
        <Welcome />
      </Canvas>
    </main>
  )
  if (!wide) {
    return (
      <div className="min-h-0 flex-1">
        {canvas}
        <Sheets />
      </div>
    )
  }
  return (
    <div className="flex min-h-0 flex-1">
      <Palette />
      <Group className="min-w-0 flex-1">
        <Panel id="canvas-panel" minSize={320}>
          {canvas}
        </Panel>
        <Separator
          aria-label={say(frameTexts.resize)}
          className="relative w-px bg-line outline-none after:absolute after:inset-y-0 after:-left-1 after:w-2 hover:bg-accent focus-visible:bg-accent data-[separator=active]:bg-accent"
        />
        <Panel
          id="inspector-panel"
          defaultSize={340}
          minSize={300}
          maxSize={640}
          groupResizeBehavior="preserve-pixel-size"
        >
          <Inspector />
        </Panel>
      </Group>
    </div>
  )
}

function Sheets() {
  const say = useSay()
  const sheet = useView((view) => view.sheet)
  const close = () => openSheet(undefined)
  return (
    <>
      <Sheet
        side="left"
        open={sheet === 'palette'}
        onClose={close}
        title={say(frameTexts.palette)}
        closeLabel={say(frameTexts.close)}
      >
        <div className="py-2">
          <PaletteList onAdd={close} />
        </div>
      </Sheet>
      <Sheet
        side="right"
        open={sheet === 'inspector'}
        onClose={close}
        title={say(frameTexts.inspector)}
        closeLabel={say(frameTexts.close)}
      >
        <Inspector />
      </Sheet>
    </>
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
