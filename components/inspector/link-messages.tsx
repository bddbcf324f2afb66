'use client'
import { Select } from '@/components/ui/select'
import { useTopology } from '@/lib/store/document'
import { messageTexts, propertyTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { lookup } from '@/lib/topology/lookup'
import { Chips } from './chips'
import type { EditorProps } from './field-context'
import { Row } from './row'
import { useStep } from './use-place'

/** Which messages of the queue a service publishes: all, or those that are chosen. */
export function LinkMessages({ place, value }: EditorProps) {
  const say = useSay()
  const step = useStep(place)
  const look = useTopology((topology) => lookup(topology))
  const link = look.link(place.id ?? '')
  const queue = link && look.node(link.to)
  const carried = queue?.type === 'queue' ? queue.messages : []
  const chosen = value as readonly string[] | undefined
  const words = propertyTexts.messages
  if (!words) return null
  const gone = (chosen ?? []).filter((id) => !carried.includes(id))
  const options = [
    { value: 'all', label: say(messageTexts.allOfQueue) },
    { value: 'chosen', label: say(messageTexts.onlyChosen) },
  ] as const
  return (
    <div className="basis-full space-y-2">
      <Row place={place} label={say(words)} deep>
        {(control) => (
          <Select<'all' | 'chosen'>
            {...control}
            value={chosen ? 'chosen' : 'all'}
            options={options}
            onChange={(choice) => step(choice === 'all' ? undefined : carried)}
            className="w-full"
          />
        )}
      </Row>
      {chosen && (
        <Chips
          label={say(words)}
          options={[...carried, ...gone].map((id) => ({
            value: id,
            label: look.message(id)?.name ?? id,
            on: chosen.includes(id),
          }))}
          onToggle={(id) =>
            step(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])
          }
        />
      )}
    </div>
  )
}
