import { judgementOf } from '@/lib/commands/judgement'
import { accessTexts, linkTexts } from '@/lib/text/canvas'
import type { Say } from '@/lib/text/say'
import { lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import type { Topology } from '@/lib/topology/model/topology'

/** What a link shows of itself. */
export interface LinkView {
  readonly link: Link
  readonly faulty: boolean
  /** Names of the messages that it carries. */
  readonly messages: readonly string[]
}

const viewsByTopology = new WeakMap<Topology, Map<string, LinkView>>()

/** The last view of each link: as long as it looks the same it is the same, and is not drawn again. */
const lastViews = new Map<string, LinkView>()

/** The view of one link of a design; kept as long as the design. */
export function linkViewOf(topology: Topology, id: string): LinkView | undefined {
  const views = viewsByTopology.get(topology) ?? new Map<string, LinkView>()
  viewsByTopology.set(topology, views)
  const known = views.get(id)
  const link = lookup(topology).link(id)
  if (known || !link) return known
  const made = makeView(topology, link)
  const last = lastViews.get(id)
  const view = last && isSame(last, made) ? last : made
  views.set(id, view)
  lastViews.set(id, view)
  return view
}

function makeView(topology: Topology, link: Link): LinkView {
  const findings = judgementOf(topology).of('link', link.id)
  return {
    link,
    faulty: findings.some(({ severity }) => severity === 'error'),
    messages: messagesOf(topology, link),
  }
}

function isSame(a: LinkView, b: LinkView): boolean {
  return (
    a.link === b.link &&
    a.faulty === b.faulty &&
    a.messages.length === b.messages.length &&
    a.messages.every((name, index) => name === b.messages[index])
  )
}

function messagesOf(topology: Topology, link: Link): readonly string[] {
  if (link.type !== 'publishes' && link.type !== 'consumes') return []
  const look = lookup(topology)
  const queue = look.node(link.type === 'publishes' ? link.to : link.from)
  const carried = queue?.type === 'queue' ? queue.messages : []
  const ids = link.type === 'publishes' && link.messages ? link.messages : carried
  return ids.flatMap((id) => look.message(id)?.name ?? [])
}

/** What the label of a link says: the messages that it carries, or its verb with the access. */
export function wordsOf({ link, messages }: LinkView, say: Say): string {
  const [first] = messages
  if (first) return messages.length === 1 ? first : `${first} +${messages.length - 1}`
  const verb = say(linkTexts[link.type])
  return link.type === 'calls' ? `${verb} · ${say(accessTexts[link.access ?? 'write'])}` : verb
}
