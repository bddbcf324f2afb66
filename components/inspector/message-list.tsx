'use client'
import { Plus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { fieldKey } from '@/lib/commands/focus'
import { createMessage } from '@/lib/commands/messages'
import { useTopology } from '@/lib/store/document'
import { messageTexts, propertyTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { MessageRow } from './message-rows'
import { Section } from './section'

/** All messages of the design, carried or not. */
export function MessageList() {
  const say = useSay()
  const messages = useTopology((topology) => topology.messages)
  const words = propertyTexts.messages
  return (
    <Section
      title={words && say(words)}
      count={messages.length}
      action={
        <Button
          look="outline"
          size="small"
          data-field={fieldKey({ part: 'project', path: ['messages'] })}
          onClick={() => createMessage('thing.happened')}
        >
          <Plus className="size-3.5" aria-hidden />
          {say(messageTexts.add)}
        </Button>
      }
    >
      {messages.length === 0 && <p className="text-faint text-xs">{say(messageTexts.noneInProject)}</p>}
      <ul className="-mx-2 empty:hidden">
        {messages.map(({ id }) => (
          <li key={id}>
            <MessageRow id={id} place={{ part: 'message', id }} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
