'use client'
import { FolderOpen, LayoutTemplate, Server } from 'lucide-react'
import type { ReactNode } from 'react'
import { offeredExamples, openExample } from '@/lib/commands/designs'
import { openFile } from '@/lib/commands/files'
import { startWithOneService } from '@/lib/commands/start'
import { useTopology } from '@/lib/store/document'
import { welcomeTexts } from '@/lib/text/frame'
import { useSay } from '@/lib/text/say'

/** The first minute: three ways to have something on the canvas. */
export function Welcome() {
  const say = useSay()
  const empty = useTopology(({ nodes }) => nodes.length === 0)
  const [first] = offeredExamples
  if (!empty) return null
  return (
    <div className="pointer-events-none absolute inset-0 z-10 grid place-items-center overflow-y-auto p-4">
      <section className="w-full max-w-140 text-center">
        <h2 className="text-balance font-semibold text-ink text-xl">{say(welcomeTexts.title)}</h2>
        <p className="mx-auto mt-2 max-w-115 text-pretty text-quiet">{say(welcomeTexts.lead)}</p>
        <div className="pointer-events-auto mt-6 grid gap-3 sm:grid-cols-3">
          {first && (
            <Way
              icon={<LayoutTemplate className="size-5" aria-hidden />}
              title={say(welcomeTexts.example)}
              hint={say(welcomeTexts.exampleHint)}
              onChoose={() => void openExample(first)}
            />
          )}
          <Way
            icon={<Server className="size-5" aria-hidden />}
            title={say(welcomeTexts.oneService)}
            hint={say(welcomeTexts.oneServiceHint)}
            onChoose={startWithOneService}
          />
          <Way
            icon={<FolderOpen className="size-5" aria-hidden />}
            title={say(welcomeTexts.file)}
            hint={say(welcomeTexts.fileHint)}
            onChoose={openFile}
          />
        </div>
      </section>
    </div>
  )
}

interface WayProps {
  readonly icon: ReactNode
  readonly title: string
  readonly hint: string
  readonly onChoose: () => void
}

function Way({ icon, title, hint, onChoose }: WayProps) {
  return (
    <button
      type="button"
      onClick={onChoose}
      className="flex flex-col items-start gap-3 rounded-xl border border-line bg-surface p-4 text-left shadow-card transition-colors duration-120 hover:border-accent"
    >
      <span className="text-accent">{icon}</span>
      <span>
        <span className="block font-medium text-ink text-sm">{title}</span>
        <span className="mt-0.5 block text-faint text-xs">{hint}</span>
      </span>
    </button>
  )
}
