'use client'
import dynamic from 'next/dynamic'
import { Palette } from '@/components/palette'
import { cx } from '@/components/ui/cx'
import { loadFresh } from '@/lib/store/fresh-code'
import { showLeft, useView } from '@/lib/store/view'
import { frameTexts } from '@/lib/text/frame'
import { outlineTexts } from '@/lib/text/outline'
import { useSay } from '@/lib/text/say'

const Outline = dynamic(
  () => loadFresh(() => import('@/components/outline')).then((module) => module.Outline),
  { ssr: false },
)

/** What can be added, or what there is. */
export function LeftPanel() {
  const left = useView((view) => view.left)
  if (left === 'palette') return <Palette title={<LeftTabs />} />
  return (
    <div className="flex h-full w-70 shrink-0 flex-col border-line border-r bg-surface">
      <div className="flex h-10 shrink-0 items-center pl-2.5">
        <LeftTabs />
      </div>
      <Outline />
    </div>
  )
}

/** Two buttons that say what stands below them. */
export function LeftTabs() {
  const say = useSay()
  const left = useView((view) => view.left)
  return (
    <fieldset className="flex gap-0.5">
      <legend className="sr-only">{say(outlineTexts.tabs)}</legend>
      {(['palette', 'outline'] as const).map((panel) => (
        <button
          key={panel}
          type="button"
          aria-pressed={left === panel}
          onClick={() => showLeft(panel)}
          className={cx(
            'h-7 rounded-md px-2 font-medium text-xs transition-colors duration-120',
            left === panel ? 'bg-sunken text-ink' : 'text-quiet hover:bg-hover hover:text-ink',
          )}
        >
          {say(panel === 'palette' ? frameTexts.palette : outlineTexts.title)}
        </button>
      ))}
    </fieldset>
  )
}
