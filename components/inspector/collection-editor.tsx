'use client'
import { ChevronRight, Plus } from 'lucide-react'
import { type KeyboardEvent, useCallback } from 'react'
import { Button } from '@/components/ui/button'
import { type CollectionItem, collectionOf } from '@/lib/commands/collections'
import { fieldKey } from '@/lib/commands/focus'
import { focusPlace, insertItems, inside, moveItem, removeItem } from '@/lib/commands/lists'
import { currentTopology, useTopology } from '@/lib/store/document'
import { openPart } from '@/lib/store/selection'
import { tell } from '@/lib/store/view'
import { addTexts, emptyTexts, fullTexts, listTexts, propertyTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { Place } from '@/lib/topology/at'
import { lookup } from '@/lib/topology/lookup'
import type { EditorProps } from './field-context'
import { ProblemCount } from './problem-count'
import { ProblemNotes } from './problem-notes'
import { Section } from './section'
import { useFindings } from './use-findings'

/** A list of a node whose items have pages of their own: each opens its page, Alt and the arrows move it. */
export function CollectionEditor({ place, value, shape }: EditorProps) {
  const say = useSay()
  const key = String(place.path?.at(-1))
  const findings = useFindings(place)
  const items = (value ?? []) as readonly CollectionItem[]
  const collection = collectionOf(key)
  const words = propertyTexts[key]
  const node = useTopology((topology) => lookup(topology).node(place.id ?? ''))
  const canAdd = useTopology(
    (topology) => node !== undefined && collection.create(topology, node) !== undefined,
  )
  if (!words || !node || shape.is !== 'list') return null
  const full = items.length >= shape.max
  const add = () => {
    const item = collection.create(currentTopology(), node)
    if (!item || full) {
      const reason = full ? listTexts.full(shape.max) : fullTexts[key]
      return reason && tell({ text: reason })
    }
    insertItems(place, items.length, [item])
    openPart(inside(place, items.length))
    focusPlace(inside(place, items.length, 'name'))
  }
  const addWords = addTexts[key]
  const emptyWords = emptyTexts[key]
  return (
    <Section
      title={say(words)}
      count={items.length}
      action={
        addWords && (
          <Button look="outline" size="small" aria-disabled={!canAdd || full} onClick={add}>
            <Plus className="size-3.5" aria-hidden />
            {say(addWords)}
          </Button>
        )
      }
    >
      <ProblemNotes findings={findings} />
      {items.length === 0 && emptyWords && <p className="text-faint text-xs">{say(emptyWords)}</p>}
      <ul className="-mx-2 empty:hidden">
        {items.map((item, index) => (
          <li key={item.id ?? `${item.name} ${index}`}>
            <CollectionRow place={place} index={index} item={item} list={key} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

interface CollectionRowProps {
  readonly place: Place
  readonly index: number
  readonly item: CollectionItem
  readonly list: string
}

function CollectionRow({ place, index, item, list }: CollectionRowProps) {
  const own = inside(place, index)
  const collection = collectionOf(list)
  const title = useTopology((topology) => collection.titleOf(lookup(topology), item))
  const say = useSay()
  const fact = useTopology((topology) => say(collection.factOf(lookup(topology), item)))
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const step = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined
      if (step !== undefined) {
        if (moveItem(place, index, index + step)) focusPlace(inside(place, index + step))
      } else if (event.key === 'Delete') {
        removeItem(place, index, title)
        focusPlace(inside(place, Math.max(0, index - 1)))
      } else return
      event.preventDefault()
      event.stopPropagation()
    },
    [place, index, title],
  )
  return (
    <button
      type="button"
      data-field={fieldKey(own)}
      onClick={() => openPart(own)}
      onKeyDown={onKeyDown}
      className="flex min-h-8 w-full items-center gap-2 rounded-md px-2 py-1 text-left hover:bg-hover"
    >
      <span className="min-w-0 max-w-[70%] shrink-0 truncate font-mono text-ink text-xs">{title}</span>
      <span className="min-w-0 flex-1 truncate text-right font-mono text-2xs text-faint">{fact}</span>
      <ProblemCount place={own} />
      <ChevronRight className="size-3.5 shrink-0 text-faint" aria-hidden />
    </button>
  )
}
