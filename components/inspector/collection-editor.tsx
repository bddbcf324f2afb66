'use client'
import { ChevronRight, Plus } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { type CollectionItem, collectionOf } from '@/lib/commands/collections'
import { fieldKey } from '@/lib/commands/focus'
import { duplicateItem, focusPlace, insertItems, inside, moveItem, removeItem } from '@/lib/commands/lists'
import { currentTopology, useTopology } from '@/lib/store/document'
import { openPart } from '@/lib/store/selection'
import { tell } from '@/lib/store/view'
import { addTexts, emptyTexts, fullTexts, listTexts, propertyTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { Place } from '@/lib/topology/at'
import { lookup } from '@/lib/topology/lookup'
import { DragHandle } from './drag-handle'
import type { EditorProps } from './field-context'
import { FieldMenu, type ListActions } from './field-menu'
import { ProblemCount } from './problem-count'
import { ProblemNotes } from './problem-notes'
import { Section } from './section'
import type { OpenCell } from './sheet'
import { useFindings } from './use-findings'

/** A list of a node whose items have pages of their own: each opens its page, Alt and the arrows move it. */
export function CollectionEditor({ place, value, shape }: EditorProps) {
  const say = useSay()
  const key = String(place.path?.at(-1))
  const findings = useFindings(place)
  const items = (value ?? []) as readonly CollectionItem[]
  const [menu, setMenu] = useState<OpenCell>()
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
  const actions = listActions(place, items.length, (index) => {
    const item = items[index]
    return item ? collection.titleOf(lookup(currentTopology()), item) : ''
  })
  const addWords = addTexts[key]
  const emptyWords = emptyTexts[key]
  return (
    <Section
      title={say(words)}
      count={items.length}
      action={
        addWords && (
          <Button
            look="outline"
            size="small"
            data-field={fieldKey(place)}
            aria-disabled={!canAdd || full}
            onClick={add}
          >
            <Plus className="size-3.5" aria-hidden />
            {say(addWords)}
          </Button>
        )
      }
    >
      <ProblemNotes findings={findings} />
      {items.length === 0 && emptyWords && <p className="text-faint text-xs">{say(emptyWords)}</p>}
      <ul className="-mx-3 empty:hidden" data-order={fieldKey(place)}>
        {items.map((item, index) => (
          <li key={item.id ?? `${item.name} ${index}`}>
            <CollectionRow
              place={place}
              index={index}
              item={item}
              list={key}
              actions={actions}
              onMenu={(anchor) => setMenu({ index, anchor, typed: '' })}
            />
          </li>
        ))}
      </ul>
      {menu && (
        <FieldMenu cell={menu} count={items.length} actions={actions} onClose={() => setMenu(undefined)} />
      )}
    </Section>
  )
}

/** What the keys and the menu of a list do, each one undo step; the focus stays with the item. */
function listActions(place: Place, count: number, nameOf: (index: number) => string): ListActions {
  return {
    move: (index, by) => {
      if (moveItem(place, index, index + by)) focusPlace(inside(place, index + by))
    },
    duplicate: (index) => focusPlace(inside(place, duplicateItem(place, index))),
    remove: (index) => {
      removeItem(place, index, nameOf(index))
      focusPlace(inside(place, Math.min(index, count - 2)))
    },
  }
}

interface CollectionRowProps {
  readonly place: Place
  readonly index: number
  readonly item: CollectionItem
  readonly list: string
  readonly actions: ListActions
  readonly onMenu: (anchor: HTMLElement) => void
}

function CollectionRow({ place, index, item, list, actions, onMenu }: CollectionRowProps) {
  const say = useSay()
  const own = inside(place, index)
  const collection = collectionOf(list)
  const title = useTopology((topology) => collection.titleOf(lookup(topology), item))
  const fact = useTopology((topology) => say(collection.factOf(lookup(topology), item)))
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined
    if (by !== undefined) actions.move(index, by)
    else if (event.key === 'Delete') actions.remove(index)
    else if ((event.ctrlKey || event.metaKey) && event.code === 'KeyD') actions.duplicate(index)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="group/line flex items-center rounded-md pr-1">
      <DragHandle index={index} onMove={(from, to) => moveItem(place, from, to)} onMenu={onMenu} />
      <button
        type="button"
        data-field={fieldKey(own)}
        onClick={() => openPart(own)}
        onKeyDown={onKeyDown}
        className="-ml-2.5 flex min-h-8 min-w-0 flex-1 items-center gap-2 rounded-md py-1 pr-1 pl-2 text-left hover:bg-hover"
      >
        <span className="min-w-0 max-w-[70%] shrink-0 truncate font-mono text-ink text-xs">{title}</span>
        <span className="min-w-0 flex-1 truncate text-right font-mono text-2xs text-faint">{fact}</span>
        <ProblemCount place={own} />
        <ChevronRight className="size-3.5 shrink-0 text-faint" aria-hidden />
      </button>
    </div>
  )
}
