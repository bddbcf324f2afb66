'use client'
import { Check, Copy, Link2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Popover } from '@/components/ui/popover'
import { TextInput } from '@/components/ui/text-input'
import { copyText } from '@/lib/commands/designs'
import { useTopology } from '@/lib/store/document'
import { addressOf } from '@/lib/store/session'
import { shareTexts } from '@/lib/text/frame'
import { useSay } from '@/lib/text/say'

/** The design as a link: seen, measured, copied. */
export function ShareButton() {
  const say = useSay()
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      title={say(shareTexts.title)}
      trigger={
        <Button aria-label={say(shareTexts.share)}>
          <Link2 className="size-4" aria-hidden />
          <span className="hidden lg:inline">{say(shareTexts.share)}</span>
        </Button>
      }
    >
      {open && <ShareBody />}
    </Popover>
  )
}

function ShareBody() {
  const say = useSay()
  const topology = useTopology()
  const [copied, setCopied] = useState(false)
  const address = addressOf(topology)
  const Icon = copied ? Check : Copy
  return (
    <>
      <p className="text-quiet text-xs">{say(shareTexts.explain)}</p>
      <TextInput
        code
        readOnly
        value={address}
        aria-label={say(shareTexts.title)}
        onFocus={(event) => event.currentTarget.select()}
        className="mt-3"
      />
      <div className="mt-3 flex items-center justify-between">
        <span className="text-faint text-xs tabular-nums">{say(shareTexts.length(address.length))}</span>
        <Button look="outline" onClick={async () => setCopied(await copyText(address, shareTexts.copied))}>
          <Icon className="size-4" aria-hidden />
          {say(shareTexts.copy)}
        </Button>
      </div>
    </>
  )
}
