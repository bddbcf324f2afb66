import { Search, X } from 'lucide-react'
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import { KindIcon, tintOf } from '@/components/kind'
import { IconButton } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { type Found, findByName } from '@/lib/commands/find'
import { focusTarget } from '@/lib/commands/focus'
import { useTopology } from '@/lib/store/document'
import { select } from '@/lib/store/selection'
import { useView } from '@/lib/store/view'
import { findTexts } from '@/lib/text/canvas'
import { frameTexts } from '@/lib/text/frame'
import { useSay } from '@/lib/text/say'
import { closeFind, useFind } from './find-state'

/** Finds what has a name, and goes there; it lies over the canvas while it is needed. */
export function FindBox() {
  const open = useFind((find) => find.open)
  return open ? <Box /> : null
}

function Box() {
  const say = useSay()
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const wanted = useDeferredValue(words)
  const topology = useTopology()
  const results = findByName(topology, wanted)
  const chosen = results[Math.min(at, results.length - 1)]
  useEffect(() => input.current?.focus(), [])
  const go = (target: Found | undefined) => {
    if (!target) return
    closeFind()
    goTo(target)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Escape') closeFind()
    else if (event.key === 'Enter') go(chosen)
    else if (step)
      setAt((Math.min(at, results.length - 1) + step + results.length) % Math.max(1, results.length))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <search
      className="absolute top-3 left-1/2 z-30 w-[min(420px,calc(100%-24px))] -translate-x-1/2 rounded-lg bg-raised shadow-popup"
      data-testid="find"
    >
      <div className="flex items-center gap-2 pr-1 pl-3">
        <Search className="size-4 shrink-0 text-faint" aria-hidden />
        <input
          ref={input}
          role="combobox"
          aria-label={say(findTexts.label)}
          aria-expanded={results.length > 0}
          aria-controls={list}
          aria-activedescendant={chosen && `${list}-${results.indexOf(chosen)}`}
          placeholder={say(findTexts.placeholder)}
          value={words}
          onChange={({ target }) => {
            setWords(target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
          className="h-10 min-w-0 flex-1 bg-transparent text-sm outline-none placeholder:text-faint"
        />
        <IconButton size="small" label={say(frameTexts.close)} onClick={closeFind}>
          <X className="size-3.5" aria-hidden />
        </IconButton>
      </div>
      {wanted.trim() !== '' && (
        <div
          id={list}
          role="listbox"
          aria-label={say(findTexts.label)}
          className="scroll-thin max-h-80 overflow-y-auto border-line border-t p-1"
        >
          {results.length === 0 && (
            <p className="px-2 py-2 text-quiet text-sm">{say(frameTexts.nothingFound)}</p>
          )}
          {results.map((one, index) => (
            <Result
              key={`${one.place.part} ${one.place.id} ${one.place.path?.join(' ') ?? ''}`}
              id={`${list}-${index}`}
              found={one}
              chosen={one === chosen}
              onGo={() => go(one)}
            />
          ))}
        </div>
      )}
    </search>
  )
}

interface ResultProps {
  readonly id: string
  readonly found: Found
  readonly chosen: boolean
  readonly onGo: () => void
}

function Result({ id, found, chosen, onGo }: ResultProps) {
  const say = useSay()
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the field, which names the chosen row
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      onClick={onGo}
      className={cx(
        'flex min-h-8 cursor-default items-center gap-2.5 rounded px-2 text-sm',
        chosen && 'bg-hover',
        found.kind && tintOf(found.kind),
      )}
    >
      {found.kind ? (
        <KindIcon kind={found.kind} className="size-4 shrink-0 text-[var(--kind)]" />
      ) : (
        <span className="size-4 shrink-0" />
      )}
      <span className="min-w-0 flex-1 truncate font-mono text-xs">
        {found.of && found.sort === 'field' && <span className="text-faint">{found.of}.</span>}
        {found.name}
      </span>
      <span className="shrink-0 text-faint text-xs">{say(findTexts.sorts[found.sort])}</span>
    </div>
  )
}

/** Shows it on the canvas, selects it and opens it in the inspector. */
function goTo({ place, sort }: Found): void {
  if (sort === 'note' && place.id !== undefined) {
    select({ nodes: [place.id] })
    useView.getState().canvas?.show([place.id])
  } else focusTarget(place)
}
