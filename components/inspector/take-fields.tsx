'use client'
import { Table2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Popover } from '@/components/ui/popover'
import { Select } from '@/components/ui/select'
import { fieldsAt } from '@/lib/commands/fields'
import { pickableFields, takeFields } from '@/lib/commands/take-fields'
import { useTopology } from '@/lib/store/document'
import { inspectorTexts, listTexts, typeTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { Place } from '@/lib/topology/at'
import { lookup } from '@/lib/topology/lookup'

/** Picks fields of an entity into a message or an input. */
export function TakeFields({ place }: { readonly place: Place }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const none = useTopology(({ entities }) => entities.length === 0)
  if (none) return null
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      title={say(listTexts.takeFields)}
      trigger={
        <Button size="small">
          <Table2 className="size-3.5" aria-hidden />
          {say(listTexts.fromEntity)}
        </Button>
      }
    >
      {open && <Picker place={place} onDone={() => setOpen(false)} />}
    </Popover>
  )
}

function Picker({ place, onDone }: { readonly place: Place; readonly onDone: () => void }) {
  const say = useSay()
  const entities = useTopology((topology) => topology.entities)
  const [entityId, setEntityId] = useState(entities[0]?.id ?? '')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const entity = useTopology((topology) => lookup(topology).entity(entityId))
  const taken = new Set(fieldsAt(place).map(({ name }) => name))
  const fields = entity ? pickableFields(entity) : []
  const free = fields.filter(({ name }) => !taken.has(name))
  const toggle = (name: string) => {
    const next = new Set(chosen)
    if (!next.delete(name)) next.add(name)
    setChosen(next)
  }
  const all = free.length > 0 && free.every(({ name }) => chosen.has(name))
  return (
    <div className="mt-2 space-y-2">
      <Select
        label={say(inspectorTexts.entity)}
        value={entityId}
        options={entities.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => {
          setEntityId(id)
          setChosen(new Set())
        }}
        className="w-full"
      />
      <ul className="scroll-thin -mx-1 max-h-64 overflow-y-auto" aria-label={say(inspectorTexts.fields)}>
        {fields.map((field) => (
          <li key={field.name}>
            <label
              className={cx(
                'flex min-h-7 items-center gap-2 rounded px-1 hover:bg-hover',
                taken.has(field.name) && 'opacity-60',
              )}
            >
              <input
                type="checkbox"
                checked={chosen.has(field.name)}
                disabled={taken.has(field.name)}
                onChange={() => toggle(field.name)}
                className="size-4 shrink-0"
              />
              <span className="min-w-0 flex-1 truncate font-mono text-xs">{field.name}</span>
              <span className="text-faint text-xs">
                {taken.has(field.name) ? say(listTexts.there) : say(typeTexts[field.type])}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div className="flex justify-between gap-2">
        <Button
          size="small"
          aria-disabled={free.length === 0}
          onClick={() => setChosen(new Set(all ? [] : free.map(({ name }) => name)))}
        >
          {say(all ? listTexts.chooseNone : listTexts.chooseAll)}
        </Button>
        <Button
          look="filled"
          size="small"
          aria-disabled={chosen.size === 0}
          onClick={() => {
            if (chosen.size === 0 || !entity) return
            takeFields(place, entity, chosen)
            onDone()
          }}
        >
          {say(listTexts.take(chosen.size))}
        </Button>
      </div>
    </div>
  )
}
