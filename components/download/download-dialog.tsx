'use client'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { type Downloaded, downloadProject, useDownload } from '@/lib/commands/download'
import type { WorkerFault } from '@/lib/generator/in-worker'
import { openDialog, useView } from '@/lib/store/view'
import { downloadTexts } from '@/lib/text/download'
import { frameTexts } from '@/lib/text/frame'
import { useSay } from '@/lib/text/say'
import { CopyLine } from './copy-line'
import { NextStepsList } from './next-steps-list'

/** After the download: what came down, and how to go on; or why nothing did. */
export function DownloadDialog() {
  const say = useSay()
  const open = useView(({ dialog }) => dialog === 'download')
  const download = useDownload()
  const title = download.state === 'failed' ? downloadTexts.failed : downloadTexts.done
  return (
    <Dialog
      open={open}
      onClose={() => openDialog(undefined)}
      title={say(title)}
      closeLabel={say(frameTexts.close)}
      className="!w-[min(640px,calc(100vw-24px))]"
    >
      {download.state === 'failed' && <Fault fault={download.fault} />}
      {download.state === 'done' && <Facts downloaded={download.downloaded} />}
    </Dialog>
  )
}

function Fault({ fault }: { readonly fault: WorkerFault }) {
  const say = useSay()
  const again = () => {
    openDialog(undefined)
    downloadProject()
  }
  return (
    <div className="space-y-3 text-sm">
      <p>{say(fault.kind === 'stopped' ? downloadTexts.stopped : downloadTexts.fault)}</p>
      <p className="break-words rounded-md bg-error-soft px-3 py-2 font-mono text-error text-xs">
        {fault.reason}
      </p>
      <Button look="outline" onClick={again}>
        {say(downloadTexts.tryAgain)}
      </Button>
    </div>
  )
}

function Facts({ downloaded }: { readonly downloaded: Downloaded }) {
  const say = useSay()
  const { fileName, files, size, topology, sha256 } = downloaded
  return (
    <>
      <p className="text-quiet text-sm">
        <span className="break-all font-mono text-ink text-xs">{fileName}</span> ·{' '}
        {say(downloadTexts.files(files))} · {Math.ceil(size / 1024)} kB
      </p>
      <NextStepsList topology={topology} />
      <h3 className="mt-5 mb-1 font-medium text-sm">{say(downloadTexts.checksum)}</h3>
      <p className="mb-2 text-faint text-xs">{say(downloadTexts.checksumHint)}</p>
      <CopyLine text={sha256} />
    </>
  )
}
