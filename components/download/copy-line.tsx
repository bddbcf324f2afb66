'use client'
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { copyText } from '@/lib/commands/designs'
import { downloadTexts } from '@/lib/text/download'
import { useSay } from '@/lib/text/say'

/** Something to type elsewhere, with a button that copies it. */
export function CopyLine({ text }: { readonly text: string }) {
  const say = useSay()
  const [copied, setCopied] = useState(false)
  const Icon = copied ? Check : Copy
  return (
    <div className="flex items-start gap-2 rounded-md bg-sunken py-1.5 pr-1.5 pl-3">
      <code className="min-w-0 flex-1 py-1 font-mono text-ink text-xs [overflow-wrap:anywhere]">{text}</code>
      <button
        type="button"
        aria-label={`${say(copied ? downloadTexts.copied : downloadTexts.copy)}: ${text}`}
        onClick={async () => setCopied(await copyText(text, downloadTexts.copied))}
        className="grid size-6 shrink-0 place-items-center rounded text-quiet hover:bg-hover hover:text-ink"
      >
        <Icon className="size-3.5" aria-hidden />
      </button>
    </div>
  )
}
