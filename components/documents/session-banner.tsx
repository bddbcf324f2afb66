'use client'
import { CircleAlert, Eye } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { saveFile } from '@/lib/commands/files'
import { goOnAsCopy, takeOver, useSession } from '@/lib/store/session'
import { openDialog } from '@/lib/store/view'
import { bannerTexts } from '@/lib/text/documents'
import { useSay } from '@/lib/text/say'
import { Banner } from './banner'

/** Says that another tab writes the design, or that it could not be saved; nothing while all is well. */
export function SessionBanner() {
  const role = useSession((session) => session.role)
  const fault = useSession((session) => session.saveFault)
  if (role === 'reading') return <OtherTab />
  return fault ? <NotSaved fault={fault} /> : null
}

function OtherTab() {
  const say = useSay()
  return (
    <Banner
      look="info"
      icon={<Eye className="size-4" aria-hidden />}
      title={say(bannerTexts.otherTab)}
      actions={
        <>
          <Button look="filled" size="small" onClick={takeOver}>
            {say(bannerTexts.takeOver)}
          </Button>
          <Button look="outline" size="small" onClick={goOnAsCopy}>
            {say(bannerTexts.copy)}
          </Button>
        </>
      }
    >
      {say(bannerTexts.otherTabHint)}
    </Banner>
  )
}

function NotSaved({ fault }: { readonly fault: 'full' | 'forbidden' }) {
  const say = useSay()
  const [title, hint] =
    fault === 'full'
      ? [bannerTexts.full, bannerTexts.fullHint]
      : [bannerTexts.forbidden, bannerTexts.forbiddenHint]
  return (
    <Banner
      look="error"
      icon={<CircleAlert className="size-4" aria-hidden />}
      title={say(title)}
      actions={
        <>
          <Button look="filled" size="small" onClick={saveFile}>
            {say(bannerTexts.saveFile)}
          </Button>
          {fault === 'full' && (
            <Button look="outline" size="small" onClick={() => openDialog('documents')}>
              {say(bannerTexts.manage)}
            </Button>
          )}
        </>
      }
    >
      {say(hint)}
    </Banner>
  )
}
