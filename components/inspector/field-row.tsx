'use client'
import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { IconButton } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { typeNamesFor, withType } from '@/lib/commands/field-types'
import { fieldKey } from '@/lib/commands/focus'
import { settle, useTopology } from '@/lib/store/document'
import { useView } from '@/lib/store/view'
import { inspectorTexts, typeTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { Place } from '@/lib/topology/at'
import { lookup } from '@/lib/topology/lookup'
import type { Field } from '@/lib/topology/model/field'
import { inside } from './field-context'
import { FieldDetails } from './field-details'
import { ProblemNotes } from './problem-notes'
import { useFindings } from './use-findings'
import { usePut, useStep } from './use-place'

interface FieldRowProps {
  readonly place: Place
  readonly field: Field
  /** The data API of the entity, whose other entities may be referred to; absent inside objects. */
  readonly owner?: string
  readonly onNext: () => void
  readonly onUp?: () => void
  readonly onDown?: () => void
  readonly onRemove: () => void
}

/** One field: name and type in a line, the rest below when it is opened. */
export function FieldRow({ place, field, owner, onNext, onUp, onDown, onRemove }: FieldRowProps) {
  const say = useSay()
  const [open, setOpen] = useOpenedByFocus(place)
  const rename = usePut(inside(place, 'name'))
  const replace = useStep(place)
  const findings = useFindings(place, true)
  const shallow = open ? findings.filter(({ at: [target] }) => isShallow(target.path ?? [], place)) : findings
  const topology = useTopology()
  const Chevron = open ? ChevronDown : ChevronRight
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onNext()
    else if (event.altKey && event.key === 'ArrowUp') onUp?.()
    else if (event.altKey && event.key === 'ArrowDown') onDown?.()
    else return
    event.preventDefault()
  }
  return (
    <div className={open ? 'rounded-lg bg-canvas p-1.5' : 'px-1.5'}>
      <div className="flex items-center gap-1">
        <IconButton
          size="small"
          label={say(inspectorTexts.details)}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="-ml-1.5"
        >
          <Chevron className="size-3.5" aria-hidden />
        </IconButton>
        <TextInput
          code
          data-field={fieldKey(inside(place, 'name'))}
          aria-label={say(inspectorTexts.fieldName)}
          aria-invalid={findings.some(({ severity }) => severity === 'error') || undefined}
          value={field.name}
          maxLength={200}
          onChange={({ target }) => rename(target.value)}
          onBlur={settle}
          onKeyDown={onKeyDown}
          className="flex-1"
        />
        <Select
          label={say(inspectorTexts.fieldType)}
          value={field.type}
          options={typeNamesFor({ inObject: owner === undefined }).map((type) => ({
            value: type,
            label: say(typeTexts[type]),
          }))}
          onChange={(type) => replace(withType(field, type, lookup(topology), owner))}
          className="w-32"
        />
      </div>
      {!open && <Marks field={field} />}
      <div className="pl-7">
        <ProblemNotes findings={shallow} />
      </div>
      {open && (
        <div className="mt-2 space-y-3 pr-0.5 pb-1 pl-7">
          <FieldDetails place={place} field={field} inObject={owner === undefined} />
          <div className="-ml-1.5 flex items-center">
            <IconButton
              size="small"
              label={say(inspectorTexts.moveUp)}
              keys="Alt+↑"
              aria-disabled={!onUp}
              onClick={onUp}
            >
              <ArrowUp className="size-3.5" aria-hidden />
            </IconButton>
            <IconButton
              size="small"
              label={say(inspectorTexts.moveDown)}
              keys="Alt+↓"
              aria-disabled={!onDown}
              onClick={onDown}
            >
              <ArrowDown className="size-3.5" aria-hidden />
            </IconButton>
            <span className="flex-1" />
            <IconButton size="small" look="danger" label={say(inspectorTexts.remove)} onClick={onRemove}>
              <Trash2 className="size-3.5" aria-hidden />
            </IconButton>
          </div>
        </div>
      )}
    </div>
  )
}

/** Problems of the field as a whole and of its name; those of its details stand there. */
function isShallow(path: readonly (string | number)[], place: Place): boolean {
  const depth = place.path?.length ?? 0
  return path.length === depth || path[depth] === 'name' || path[depth] === 'type'
}

/** Open by hand, or because the focus is asked to go to something inside. */
function useOpenedByFocus(place: Place) {
  const [open, setOpen] = useState(false)
  const wanted = useView(({ focus }) => {
    const path = focus?.path ?? []
    const own = place.path ?? []
    const within = focus?.id === place.id && own.every((key, index) => key === path[index])
    return within && path.length > own.length && path[own.length] !== 'name'
  })
  useEffect(() => {
    if (wanted) setOpen(true)
  }, [wanted])
  return [open, setOpen] as const
}

/** What a closed field says of itself in small. */
function Marks({ field }: { readonly field: Field }) {
  const say = useSay()
  const target = useTopology((topology) =>
    field.type === 'reference' ? lookup(topology).entity(field.entity)?.name : undefined,
  )
  const marks = [
    field.type === 'reference' && `→ ${target ?? say(inspectorTexts.unknownEntity)}`,
    field.type === 'list' && say(typeTexts[field.of.type]),
    field.type === 'enum' && field.values.map(({ name }) => name).join(', '),
    field.optional && say(inspectorTexts.optionalShort),
    field.unique && say(inspectorTexts.uniqueShort),
    field.indexed && say(inspectorTexts.indexedShort),
  ].filter(Boolean)
  if (marks.length === 0) return null
  return <p className="truncate pt-0.5 pb-1 pl-8 text-2xs text-faint">{marks.join(' · ')}</p>
}
