'use client'
import { PanelLeft, PanelRight, Redo2, Search, Undo2, WandSparkles } from 'lucide-react'
import dynamic from 'next/dynamic'
import { IconButton } from '@/components/ui/button'
import { Mark } from '@/components/ui/mark'
import { openSheet } from '@/lib/store/view'
import { frameTexts } from '@/lib/text/frame'
import { useSay } from '@/lib/text/say'
import { CommandButton } from './command-button'
import { DocumentName } from './document-name'
import { DownloadButton } from './download-button'
import { ExploreButton } from './explore-button'

/** They open on demand, so they may come after the canvas. */
const Menus = dynamic(() => import('./menus').then((module) => module.Menus), { ssr: false })

/** What concerns the whole design: its name, its past, its examples, its link, and the download. */
export function TopBar() {
  const say = useSay()
  return (
    <header className="flex h-12 shrink-0 items-center gap-1 border-line border-b bg-surface pr-2 pl-3">
      <h1 className="mr-1 flex shrink-0 items-center gap-2">
        <Mark />
        <span className="sr-only">Topoforge</span>
      </h1>
      <DocumentName />
      <div className="flex-1" />
      <span className="flex desk:hidden">
        <IconButton label={say(frameTexts.palette)} onClick={() => openSheet('palette')}>
          <PanelLeft className="size-4" aria-hidden />
        </IconButton>
        <IconButton label={say(frameTexts.inspector)} onClick={() => openSheet('inspector')}>
          <PanelRight className="size-4" aria-hidden />
        </IconButton>
      </span>
      <CommandButton command="undo" icon={Undo2} />
      <span className="hidden sm:flex">
        <CommandButton command="redo" icon={Redo2} />
        <CommandButton command="tidy" icon={WandSparkles} />
        <CommandButton command="commands" icon={Search} />
      </span>
      <span className="mx-1 hidden h-5 w-px bg-line sm:block" aria-hidden />
      <span className="flex min-w-8 items-center gap-1 sm:min-w-28 lg:min-w-58">
        <Menus />
      </span>
      <span className="mx-1 hidden h-5 w-px bg-line sm:block" aria-hidden />
      <ExploreButton />
      <DownloadButton />
    </header>
  )
}
