'use client'
import { ChevronRight, ListTodo, X, Zap } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import { EditButton } from '@/components/ui/lock'
import { fieldKey } from '@/lib/commands/focus'
import { useTopology } from '@/lib/store/document'
import { openPart } from '@/lib/store/selection'
import { fieldCount, inspectorTexts, messageTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { Place } from '@/lib/topology/at'
import { lookup } from '@/lib/topology/lookup'
import { ProblemCount } from './problem-count'

interface MessageRowProps {
  readonly id: string
  /** Where it is listed, for the focus that comes back to it. */
  readonly place: Place
  /** What moves it in its list. */
  readonly handle?: ReactNode
  readonly onMove?: (by: number) => void
  readonly onRemove?: () => void
  readonly removeLabel?: string
}

/** One message in a list: opens its page; Alt and the arrows move it, Delete takes it out of the list. */
export function MessageRow({ id, place, handle, onMove, onRemove, removeLabel = '' }: MessageRowProps) {
  const say = useSay()
  const message = useTopology((topology) => lookup(topology).message(id))
  const own = { part: 'message', id } as const
  const Icon = message?.type === 'task' ? ListTodo : Zap
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined
    if (by !== undefined && onMove) onMove(by)
    else if (event.key === 'Delete' && onRemove) onRemove()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div data-field={fieldKey(place)} className="group/line flex items-center rounded-md hover:bg-hover">
      {handle}
      <button
        type="button"
        data-field={fieldKey(own)}
        onClick={() => message && openPart(own)}
        onKeyDown={onKeyDown}
        className={cx(
          'flex min-h-8 min-w-0 flex-1 items-center gap-2 rounded-md py-1 pr-2 text-left',
          handle ? '-ml-3 pl-3' : 'pl-2',
        )}
      >
        <Icon className="size-3.5 shrink-0 text-faint" aria-hidden />
        <span className="min-w-0 flex-1 truncate font-mono text-ink text-xs">
          {message?.name ?? say(inspectorTexts.unknownEntity)}
        </span>
        {message && (
          <span className="shrink-0 text-faint text-xs tabular-nums">
            {say(messageTexts[message.type])} · {say(fieldCount(message.fields.length))}
          </span>
        )}
        <ProblemCount place={own} />
        <ChevronRight className="size-3.5 shrink-0 text-faint" aria-hidden />
      </button>
      {onRemove && (
        <EditButton
          type="button"
          aria-label={`${removeLabel}: ${message?.name ?? id}`}
          onClick={onRemove}
          className="grid size-7 shrink-0 place-items-center rounded text-faint opacity-0 hover:text-ink focus-visible:opacity-100 group-focus-within/line:opacity-100 group-hover/line:opacity-100 [@media(hover:none)]:opacity-100"
        >
          <X className="size-3.5" aria-hidden />
        </EditButton>
      )}
    </div>
  )
}
