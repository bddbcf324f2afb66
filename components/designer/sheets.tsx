'use client'
import { Inspector } from '@/components/inspector'
import { Outline } from '@/components/outline'
import { PaletteList } from '@/components/palette'
import { Sheet } from '@/components/ui/dialog'
import { openSheet, useView } from '@/lib/store/view'
import { frameTexts } from '@/lib/text/frame'
import { useSay } from '@/lib/text/say'
import { LeftTabs } from './left-panel'

/** The panels where there is no room beside the canvas. */
export function Sheets() {
  const say = useSay()
  const sheet = useView((view) => view.sheet)
  const left = useView((view) => view.left)
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
        <div className="flex h-full flex-col gap-2 py-2">
          <div className="shrink-0 px-2.5">
            <LeftTabs />
          </div>
          {left === 'outline' ? (
            <Outline />
          ) : (
            <div className="scroll-thin min-h-0 flex-1 overflow-y-auto">
              <PaletteList onAdd={close} />
            </div>
          )}
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
