'use client'
import { BookmarkPlus, RotateCcw, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button, IconButton } from '@/components/ui/button'
import { Sheet } from '@/components/ui/dialog'
import { EditButton, Locked } from '@/components/ui/lock'
import { TextInput } from '@/components/ui/text-input'
import { nameSteps } from '@/lib/commands/name-steps'
import {
  jumpTo,
  makeCheckpoint,
  removeCheckpoint,
  restoreCheckpoint,
  settle,
  useDocument,
} from '@/lib/store/document'
import { openDialog, useView } from '@/lib/store/view'
import { historyTexts } from '@/lib/text/documents'
import { frameTexts } from '@/lib/text/frame'
import { useSay } from '@/lib/text/say'
import { When } from './when'

/** What was done to the open design, step by step, and the versions that were kept. */
export function HistorySheet() {
  const say = useSay()
  const open = useView(({ dialog }) => dialog === 'history')
  const readOnly = useDocument((document) => document.readOnly)
  return (
    <Sheet
      open={open}
      onClose={() => openDialog(undefined)}
      title={say(historyTexts.title)}
      closeLabel={say(frameTexts.close)}
      side="right"
    >
      <div className="scroll-thin h-full overflow-y-auto px-4 pb-4">
        <Locked reason={readOnly && say(readOnly)}>
          <Checkpoints />
          <Steps />
        </Locked>
      </div>
    </Sheet>
  )
}

function Checkpoints() {
  const say = useSay()
  const checkpoints = useDocument((document) => document.checkpoints)
  return (
    <section className="py-3">
      <h3 className="font-semibold text-sm">{say(historyTexts.checkpoints)}</h3>
      <p className="mt-0.5 text-quiet text-xs">{say(historyTexts.checkpointsHint)}</p>
      <NewCheckpoint />
      <ul>
        {checkpoints.map(({ id, name, time, byHand }) => (
          <li key={id} className="flex min-h-9 items-center gap-1 border-line border-b">
            <span className="min-w-0 flex-1">
              <span className="block truncate text-sm">{say(name)}</span>
              <span className="block text-2xs text-faint">
                <When time={time} />
                {!byHand && ` · ${say(historyTexts.byItself)}`}
              </span>
            </span>
            <Button
              size="small"
              look="soft"
              aria-label={say(historyTexts.restoreOne(say(name)))}
              onClick={() => restoreCheckpoint(id)}
            >
              <RotateCcw className="size-3.5" aria-hidden />
              {say(historyTexts.restore)}
            </Button>
            <IconButton
              size="small"
              label={say(historyTexts.remove(say(name)))}
              onClick={() => removeCheckpoint(id)}
            >
              <Trash2 className="size-3.5" aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

function NewCheckpoint() {
  const say = useSay()
  const [name, setName] = useState('')
  const make = (event: FormEvent) => {
    event.preventDefault()
    const words = name.trim()
    if (words === '') return
    settle()
    makeCheckpoint({ en: words, ru: words })
    setName('')
  }
  return (
    <form onSubmit={make} className="my-2 flex gap-2">
      <TextInput
        aria-label={say(historyTexts.name)}
        placeholder={say(historyTexts.name)}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button look="outline" type="submit" aria-disabled={name.trim() === ''}>
        <BookmarkPlus className="size-4" aria-hidden />
        {say(historyTexts.make)}
      </Button>
    </form>
  )
}

function Steps() {
  const say = useSay()
  const history = useDocument((document) => document.history)
  const now = history.past.length
  const steps = nameSteps(history)
  return (
    <section>
      <h3 className="font-semibold text-sm">{say(historyTexts.steps)}</h3>
      <ol reversed className="mt-1">
        {steps.toReversed().map(({ at, name, time }) => (
          <li key={at}>
            <EditButton
              aria-label={say(historyTexts.goTo(say(name)))}
              aria-current={at === now ? 'step' : undefined}
              data-first={at === now || undefined}
              onClick={() => jumpTo(at)}
              className={`flex min-h-8 w-full items-baseline gap-2 rounded-md px-2 py-1.5 text-left text-sm hover:bg-hover ${
                at === now ? 'bg-accent-soft font-medium text-accent' : at > now ? 'text-faint' : 'text-ink'
              }`}
            >
              <span className="min-w-0 flex-1 break-words">{say(name)}</span>
              <span className="shrink-0 text-2xs text-faint">
                {at === now ? say(historyTexts.now) : <When time={time} />}
                {at > now && ` · ${say(historyTexts.undone)}`}
              </span>
            </EditButton>
          </li>
        ))}
      </ol>
      <p className="mt-3 text-quiet text-xs">{say(historyTexts.keeps)}</p>
    </section>
  )
}
