'use client'
import { ArrowDownToLine, ArrowUpFromLine, Copy, Mail, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '@/components/ui/button'
import { closePart, focusTarget } from '@/lib/commands/focus'
import { duplicateMessage, removeMessage } from '@/lib/commands/messages'
import { useTopology } from '@/lib/store/document'
import { useSelection } from '@/lib/store/selection'
import { inspectorTexts, listTexts, messageTexts, propertyTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { flowsOf } from '@/lib/topology/flows'
import { lookup } from '@/lib/topology/lookup'
import type { Message } from '@/lib/topology/model/message'
import { PageHeader } from './page-header'
import { PartForm } from './part-form'
import { Fact, Section } from './section'
import { shapes } from './shapes'
import { useFindings } from './use-findings'

/** One message: its kind, its name, what it carries, and its way from those who publish it to those who handle it. */
export function MessagePage({ message }: { readonly message: Message }) {
  const say = useSay()
  const place = { part: 'message', id: message.id } as const
  const findings = useFindings(place)
  const look = useTopology((topology) => lookup(topology))
  const [selected] = useSelection((selection) => selection.nodes)
  const home = selected === undefined ? undefined : look.node(selected)
  const trail = [
    home ? look.nameOf(home) : say(inspectorTexts.project),
    say(propertyTexts.messages ?? inspectorTexts.project),
  ]
  const { context } = look.topology.project
  return (
    <>
      <PageHeader
        trail={trail}
        title={message.name}
        findings={findings}
        actions={
          <>
            <IconButton
              size="small"
              label={say(listTexts.duplicate)}
              onClick={() => duplicateMessage(message.id)}
            >
              <Copy className="size-3.5" aria-hidden />
            </IconButton>
            <IconButton
              size="small"
              label={say(inspectorTexts.remove)}
              onClick={() => removeMessage(message.id)}
            >
              <Trash2 className="size-3.5" aria-hidden />
            </IconButton>
          </>
        }
      />
      <PartForm place={place} shape={shapes.message} value={message}>
        <dl className="space-y-1">
          {message.type === 'event' && (
            <Fact label={say(messageTexts.exchange)} value={`${context}.events`} />
          )}
          <Fact label={say(messageTexts.routingKey)} value={message.name} />
        </dl>
      </PartForm>
      <MessageFlow message={message} />
    </>
  )
}

function MessageFlow({ message }: { readonly message: Message }) {
  const say = useSay()
  const look = useTopology((topology) => lookup(topology))
  const flow = flowsOf(look).flow(message.id)
  if (!flow) return null
  const nameOf = (id: string) => {
    const node = look.node(id)
    return node ? look.nameOf(node) : id
  }
  const partOf = (service: string, path: readonly (string | number)[]) => {
    const node = look.node(service) as unknown as Readonly<Record<string, unknown>> | undefined
    const [list = '', index] = path
    const items = node?.[list]
    const item = Array.isArray(items) && typeof index === 'number' ? items[index] : undefined
    const words = propertyTexts[String(list)]
    return [words && say(words), item?.name].filter(Boolean).join(' · ')
  }
  return (
    <Section title={say(messageTexts.way)}>
      <div className="-mx-2">
        {flow.causes.length === 0 && <Nobody>{say(messageTexts.neverPublished)}</Nobody>}
        {flow.causes.map(({ service, path }) => (
          <Way
            key={`${service} ${path.join(' ')}`}
            icon={<ArrowUpFromLine className="size-3.5" aria-hidden />}
            words={say(messageTexts.publishedBy)}
            name={nameOf(service)}
            detail={partOf(service, path)}
            onOpen={() => focusTarget({ part: 'node', id: service, path })}
          />
        ))}
        {flow.queues.map((queue) => (
          <Way
            key={queue.id}
            icon={<Mail className="size-3.5" aria-hidden />}
            words={say(messageTexts.carriedBy)}
            name={queue.name}
            detail=""
            onOpen={() => {
              closePart()
              focusTarget({ part: 'node', id: queue.id })
            }}
          />
        ))}
        {flow.consumers.length === 0 && <Nobody>{say(messageTexts.neverConsumed)}</Nobody>}
        {flow.consumers.map(({ service, link, handler }) => (
          <Way
            key={link.id}
            icon={<ArrowDownToLine className="size-3.5" aria-hidden />}
            words={say(messageTexts.handledBy)}
            name={nameOf(service)}
            detail={handler === undefined ? say(messageTexts.noHandler) : ''}
            onOpen={() =>
              focusTarget({
                part: 'node',
                id: service,
                path: handler === undefined ? [] : ['handlers', handler],
              })
            }
          />
        ))}
      </div>
    </Section>
  )
}

interface WayProps {
  readonly icon: ReactNode
  readonly words: string
  readonly name: string
  readonly detail: string
  readonly onOpen: () => void
}

/** One station of the way of a message, which opens where it is drawn. */
function Way({ icon, words, name, detail, onOpen }: WayProps) {
  return (
    <button
      type="button"
      onClick={onOpen}
      className="flex min-h-7 w-full items-center gap-2 rounded-md px-2 py-1 text-left hover:bg-hover"
    >
      <span className="shrink-0 text-faint">{icon}</span>
      <span className="shrink-0 text-faint text-xs">{words}</span>
      <span className="min-w-0 truncate font-mono text-ink text-xs">{name}</span>
      <span className="min-w-0 flex-1 truncate text-right text-faint text-xs">{detail}</span>
    </button>
  )
}

function Nobody({ children }: { readonly children: ReactNode }) {
  return <p className="px-2 py-1 text-faint text-xs">{children}</p>
}
