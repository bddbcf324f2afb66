'use client'
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { copyText } from '@/lib/commands/designs'
import { type Downloaded, useDownload } from '@/lib/commands/download'
import { nextSteps } from '@/lib/commands/next-steps'
import { openDialog, useView } from '@/lib/store/view'
import { downloadTexts } from '@/lib/text/download'
import { frameTexts } from '@/lib/text/frame'
import { useSay } from '@/lib/text/say'

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
    >
      {download.state === 'failed' && <p className="text-error text-sm">{download.reason}</p>}
      {download.state === 'done' && <Facts downloaded={download.downloaded} />}
    </Dialog>
  )
}

function Facts({ downloaded }: { readonly downloaded: Downloaded }) {
  const say = useSay()
  const { fileName, files, size, folder, sha256 } = downloaded
  return (
    <>
      <p className="text-quiet text-sm">
        <span className="font-mono text-ink text-xs">{fileName}</span> · {say(downloadTexts.files(files))} ·{' '}
        {Math.ceil(size / 1024)} kB
      </p>
      <h3 className="mt-5 mb-2 font-medium text-sm">{say(downloadTexts.next)}</h3>
      <ol className="space-y-3">
        {nextSteps(folder).map(({ words, command }) => (
          <li key={command}>
            <p className="mb-1 text-quiet text-xs">{say(words)}</p>
            <CopyLine text={command} />
          </li>
        ))}
      </ol>
      <h3 className="mt-5 mb-1 font-medium text-sm">{say(downloadTexts.checksum)}</h3>
      <p className="mb-2 text-faint text-xs">{say(downloadTexts.checksumHint)}</p>
      <CopyLine text={sha256} />
    </>
  )
}

function CopyLine({ text }: { readonly text: string }) {
  const say = useSay()
  const [copied, setCopied] = useState(false)
  const Icon = copied ? Check : Copy
  return (
    <div className="flex items-start gap-2 rounded-md bg-sunken py-1.5 pr-1.5 pl-3">
      <code className="min-w-0 flex-1 break-all py-1 font-mono text-ink text-xs">{text}</code>
      <button
        type="button"
        aria-label={say(copied ? downloadTexts.copied : downloadTexts.copy)}
        onClick={async () => setCopied(await copyText(text, downloadTexts.copied))}
        className="grid size-6 shrink-0 place-items-center rounded text-quiet hover:bg-hover hover:text-ink"
      >
        <Icon className="size-3.5" aria-hidden />
      </button>
    </div>
  )
}
