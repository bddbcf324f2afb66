'use client'
import { Plus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { fieldKey } from '@/lib/commands/focus'
import { focusPlace, inside, moveItem, removeItem } from '@/lib/commands/lists'
import { addToQueue, createImplied, createMessage, impliedEvents } from '@/lib/commands/messages'
import { useTopology } from '@/lib/store/document'
import { messageTexts, propertyTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { messageSlug } from '@/lib/topology/identifiers'
import { lookup } from '@/lib/topology/lookup'
import { DragHandle } from './drag-handle'
import type { EditorProps } from './field-context'
import { MessageRow } from './message-rows'
import { ProblemNotes } from './problem-notes'
import { SearchPicker } from './search-picker'
import { Section } from './section'
import { useFindings } from './use-findings'

/** The messages that a queue carries: picked from those that are there, or made here. */
export function QueueMessages({ place, value }: EditorProps) {
  const say = useSay()
  const findings = useFindings(place, true)
  const look = useTopology((topology) => lookup(topology))
  const ids = (value ?? []) as readonly string[]
  const words = propertyTexts.messages
  const remove = (index: number) => {
    removeItem(place, index, look.message(ids[index] ?? '')?.name ?? '')
    focusPlace(inside(place, Math.min(index, ids.length - 2)))
  }
  return (
    <Section
      title={words && say(words)}
      count={ids.length}
      action={<AddMessage queue={place.id ?? ''} ids={ids} />}
    >
      <ProblemNotes findings={findings} />
      {ids.length === 0 && <p className="text-faint text-xs">{say(messageTexts.none)}</p>}
      <ul className="-mx-3 empty:hidden" data-order={fieldKey(place)}>
        {ids.map((id, index) => (
          <li key={id}>
            <MessageRow
              id={id}
              place={inside(place, index)}
              handle={
                <DragHandle
                  index={index}
                  onMove={(from, to) => moveItem(place, from, to)}
                  onMenu={() => focusPlace({ part: 'message', id })}
                />
              }
              onMove={(by) => {
                if (moveItem(place, index, index + by)) focusPlace({ part: 'message', id })
              }}
              onRemove={() => remove(index)}
              removeLabel={say(messageTexts.takeOut)}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}

const IMPLIED = 'implied '

function AddMessage({ queue, ids }: { readonly queue: string; readonly ids: readonly string[] }) {
  const say = useSay()
  const look = useTopology((topology) => lookup(topology))
  const implied = impliedEvents(look, queue)
  const others = look.topology.messages.filter(({ id }) => !ids.includes(id))
  const pick = (value: string) => {
    const event =
      value.startsWith(IMPLIED) && implied.find(({ name }) => name === value.slice(IMPLIED.length))
    if (event) createImplied(queue, event)
    else addToQueue(queue, value)
  }
  const create = (typed: string) => [
    {
      label: (
        <>
          <Plus className="size-3.5 text-faint" aria-hidden />
          <span className="min-w-0 truncate">
            {say(messageTexts.create)} <span className="font-mono text-xs">{messageSlug(typed)}</span>
          </span>
        </>
      ),
      run: () => createMessage(typed, queue),
    },
  ]
  return (
    <SearchPicker
      title={say(messageTexts.add)}
      trigger={
        <Button
          look="outline"
          size="small"
          data-field={fieldKey({ part: 'node', id: queue, path: ['messages'] })}
        >
          <Plus className="size-3.5" aria-hidden />
          {say(messageTexts.add)}
        </Button>
      }
      groups={[
        {
          heading: say(messageTexts.existing),
          options: others.map(({ id, name, type }) => ({
            value: id,
            label: name,
            hint: say(messageTexts[type]),
            code: true,
          })),
        },
        {
          heading: say(messageTexts.ofEntities),
          options: implied.map(({ name }) => ({ value: `${IMPLIED}${name}`, label: name, code: true })),
        },
      ]}
      onPick={pick}
      create={create}
    />
  )
}
