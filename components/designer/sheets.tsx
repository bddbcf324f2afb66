'use client'
import { Inspector } from '@/components/inspector'
import { PaletteList } from '@/components/palette'
import { Sheet } from '@/components/ui/dialog'
import { openSheet, useView } from '@/lib/store/view'
import { frameTexts } from '@/lib/text/frame'
import { useSay } from '@/lib/text/say'

/** The panels where there is no room beside the canvas. */
export function Sheets() {
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
