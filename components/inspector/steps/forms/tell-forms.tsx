'use client'
import { inside } from '@/lib/commands/lists'
import { useSay } from '@/lib/text/say'
import { stepsTexts } from '@/lib/text/steps'
import { plainType } from '@/lib/topology/steps/value-type'
import { useAround } from '../around'
import type { FormProps } from '../form-props'
import { PickSlot } from '../pick-slot'
import { ValueSlot } from '../value-editor'
import type { Wanted } from '../value-offers'

const EMAIL: Wanted = { type: plainType({ type: 'email' }), name: 'email' }
const WORDS: Wanted = { type: plainType({ type: 'text' }) }
const CHAT: Wanted = { type: plainType({ type: 'integer' }), name: 'telegram_id' }

/** A letter: by which server, to whom, about what. */
export function EmailForm({ place, step }: FormProps<'email'>) {
  const say = useSay()
  const { look } = useAround()
  const servers = look.topology.nodes
    .filter((node) => node.type === 'external' && node.protocol === 'smtp')
    .map((node) => ({ value: node.id, name: look.nameOf(node) }))
  return (
    <>
      <PickSlot place={inside(place, 'via')} label={say(stepsTexts.via)} value={step.via} options={servers} />
      <ValueSlot place={inside(place, 'to')} label={say(stepsTexts.to)} value={step.to} wanted={EMAIL} />
      <ValueSlot
        place={inside(place, 'subject')}
        label={say(stepsTexts.subject)}
        value={step.subject}
        wanted={WORDS}
      />
      <ValueSlot
        place={inside(place, 'body')}
        label={say(stepsTexts.body)}
        value={step.body}
        wanted={WORDS}
      />
    </>
  )
}

/** A message to a chat of the bot. */
export function NotifyForm({ place, step }: FormProps<'notify'>) {
  const say = useSay()
  return (
    <>
      <ValueSlot place={inside(place, 'chat')} label={say(stepsTexts.chat)} value={step.chat} wanted={CHAT} />
      <ValueSlot
        place={inside(place, 'text')}
        label={say(stepsTexts.chatText)}
        value={step.text}
        wanted={WORDS}
      />
    </>
  )
}
