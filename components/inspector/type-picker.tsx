'use client'
import { Command, defaultFilter } from 'cmdk'
import { Check } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { AnchoredPopup } from '@/components/ui/anchored-popup'
import { typeNamesFor } from '@/lib/commands/field-types'
import { changeType, fieldKindOf, referableFrom } from '@/lib/commands/fields'
import { focusPlace, inside } from '@/lib/commands/lists'
import { useTopology } from '@/lib/store/document'
import { frameTexts } from '@/lib/text/frame'
import { inspectorTexts, typeTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { Place } from '@/lib/topology/at'
import type { Field, FieldTypeName } from '@/lib/topology/model/field'
import type { OpenCell, SheetActions } from './sheet'

interface TypePickerProps {
  readonly list: Place
  readonly cell: OpenCell
  readonly field: Field | undefined
  readonly actions: SheetActions
  readonly onClose: () => void
}

const REFERENCE = 'reference '
/** Types that say little until their parts are known: the focus goes there. */
const INNER: Partial<Record<FieldTypeName, readonly (string | number)[]>> = {
  enum: ['values', 0, 'name'],
  list: ['of'],
  object: ['fields'],
}

/** The types that a field may have, found by typing their name in any of the languages; entities too. */
export function TypePicker({ list, cell, field, actions, onClose }: TypePickerProps) {
  const say = useSay()
  const topology = useTopology()
  const [search, setSearch] = useState(cell.typed)
  const kind = fieldKindOf(list)
  const types = typeNamesFor({ inObject: kind === 'object' }).filter((type) => type !== 'reference')
  const entities = referableFrom(topology, list)
  const current = field?.type === 'reference' ? `${REFERENCE}${field.entity}` : field?.type
  const [marked, setMarked] = useState(cell.typed === '' ? (current ?? '') : '')
  const choose = (value: string, next: 'type' | 'optional' = 'type') => {
    onClose()
    const own = inside(list, cell.index)
    const isReference = value.startsWith(REFERENCE)
    const type = isReference ? 'reference' : (value as FieldTypeName)
    changeType(own, type, isReference ? value.slice(REFERENCE.length) : undefined)
    const inner = next === 'type' && value !== current ? INNER[type] : undefined
    if (inner) focusPlace(inside(own, ...inner))
    else requestAnimationFrame(() => actions.go(cell.index, next))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Tab' || marked === '') return
    event.preventDefault()
    choose(marked, event.shiftKey ? 'type' : 'optional')
  }
  const item =
    'flex min-h-7 cursor-default items-center gap-2 rounded px-2 text-ink text-sm data-[selected=true]:bg-hover'
  return (
    <AnchoredPopup
      anchor={cell.anchor}
      label={say(inspectorTexts.fieldType)}
      onClose={onClose}
      className="w-64"
    >
      <Command
        label={say(inspectorTexts.fieldType)}
        value={marked}
        onValueChange={setMarked}
        filter={rank}
        onKeyDown={onKeyDown}
      >
        <Command.Input
          autoFocus
          value={search}
          onValueChange={setSearch}
          placeholder={say(frameTexts.search)}
          className="h-9 w-full border-line border-b bg-transparent px-3 text-sm outline-none placeholder:text-faint"
        />
        <Command.List className="scroll-thin max-h-72 overflow-y-auto p-1">
          <Command.Empty className="px-2 py-2 text-quiet text-sm">
            {say(frameTexts.nothingFound)}
          </Command.Empty>
          {types.map((type) => (
            <Command.Item
              key={type}
              value={type}
              keywords={[typeTexts[type].en, typeTexts[type].ru]}
              onSelect={() => choose(type)}
              className={item}
            >
              <Chosen on={current === type} />
              <span className="flex-1">{say(typeTexts[type])}</span>
              <span className="font-mono text-2xs text-faint">{type}</span>
            </Command.Item>
          ))}
          {entities.length > 0 && (
            <Command.Group
              heading={say(inspectorTexts.refersTo)}
              className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:text-faint"
            >
              {entities.map(({ id, name }) => (
                <Command.Item
                  key={id}
                  value={`${REFERENCE}${id}`}
                  keywords={[name, 'reference', typeTexts.reference.ru]}
                  onSelect={() => choose(`${REFERENCE}${id}`)}
                  className={item}
                >
                  <Chosen on={current === `${REFERENCE}${id}`} />
                  <span className="min-w-0 flex-1 truncate font-mono text-xs">→ {name}</span>
                </Command.Item>
              ))}
            </Command.Group>
          )}
        </Command.List>
      </Command>
    </AnchoredPopup>
  )
}

function Chosen({ on }: { readonly on: boolean }) {
  return <span className="size-3.5">{on && <Check className="size-3.5 text-accent" aria-hidden />}</span>
}

/** What begins with the typed letters comes first, then what has a word that does. */
function rank(value: string, search: string, keywords: readonly string[] = []): number {
  const typed = search.trim().toLowerCase()
  const words = [value.startsWith(REFERENCE) ? '' : value, ...keywords].map((word) => word.toLowerCase())
  if (words.some((word) => word.startsWith(typed))) return value.startsWith(typed) ? 1 : 0.9
  return words.some((word) => word.split(/[\s,_]+/).some((part) => part.startsWith(typed)))
    ? 0.6
    : defaultFilter(value, search, [...keywords]) * 0.3
}
