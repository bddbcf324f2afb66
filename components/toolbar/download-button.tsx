'use client'
import { Download, LoaderCircle, OctagonAlert } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { Popover } from '@/components/ui/popover'
import { downloadProject, refusalToDownload, useDownload, useReasons } from '@/lib/commands/download'
import { isMac, label } from '@/lib/commands/shortcuts'
import { commandById } from '@/lib/commands/table'
import { warmUpGenerator } from '@/lib/generator/in-worker'
import { useTopology } from '@/lib/store/document'
import { downloadTexts } from '@/lib/text/download'
import { useSay } from '@/lib/text/say'
import { DownloadReasons } from './download-reasons'

/** The one filled button. While something stands in the way it stays where it is, and says what. */
export function DownloadButton() {
  const say = useSay()
  const reason = refusalToDownload(useTopology())
  const working = useDownload(({ state }) => state === 'working')
  const explains = useReasons(({ open }) => open)
  const command = commandById('download')
  const [key] = command.keys
  const Icon = working ? LoaderCircle : reason ? OctagonAlert : Download
  const button = (
    <Button
      look="filled"
      aria-label={say(working ? downloadTexts.working : command.title)}
      aria-disabled={reason !== undefined || working}
      aria-description={reason && say(reason)}
      title={reason && say(reason)}
      onPointerEnter={warmUpGenerator}
      onClick={downloadProject}
    >
      <Icon className={working ? 'size-4 animate-spin' : 'size-4'} aria-hidden />
      <span className="hidden sm:inline">{say(working ? downloadTexts.working : command.title)}</span>
      {key && (
        <span className="hidden lg:inline">
          <Kbd className="!opacity-100">{label(key, isMac())}</Kbd>
        </span>
      )}
    </Button>
  )
  if (!reason) return button
  return (
    <Popover
      open={explains}
      onOpenChange={(open) => useReasons.setState({ open })}
      title={say(downloadTexts.blockedTitle)}
      trigger={button}
    >
      {explains && <DownloadReasons />}
    </Popover>
  )
}
