'use client'
import { Select } from '@/components/ui/select'
import { messagesFor } from '@/lib/commands/collections'
import { useTopology } from '@/lib/store/document'
import { inspectorTexts, messageTexts, propertyTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { lookup } from '@/lib/topology/lookup'
import type { EditorProps } from './field-context'
import { Row } from './row'
import { useStep } from './use-place'

/** The message that a handler is for: one of the queues that its service consumes. */
export function MessageChoice({ place, value }: EditorProps) {
  const say = useSay()
  const step = useStep(place)
  const look = useTopology((topology) => lookup(topology))
  const words = propertyTexts.message
  if (!words) return null
  const current = String(value ?? '')
  const ids = messagesFor(look, place.id ?? '')
  const all = ids.includes(current) ? ids : [current, ...ids]
  const options = all.map((id) => {
    const message = look.message(id)
    const name = message?.name ?? say(inspectorTexts.unknownEntity)
    return { value: id, label: message ? `${name} · ${say(messageTexts[message.type])}` : name }
  })
  return (
    <Row place={place} label={say(words)}>
      {(control) => (
        <Select {...control} value={current} options={options} onChange={step} className="w-full" />
      )}
    </Row>
  )
}
