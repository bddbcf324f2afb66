'use client'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { KindIcon, tintOf } from '@/components/kind'
import { kindOf } from '@/lib/catalog/catalog'
import { useTopology } from '@/lib/store/document'
import { select } from '@/lib/store/selection'
import { accessTexts, linkTexts } from '@/lib/text/canvas'
import { inspectorTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import type { Node } from '@/lib/topology/model/node'
import { ConnectPicker } from './connect-picker'
import { Section } from './section'

/** The links of a node, each a way to its own form, and the way to draw another one without a mouse. */
export function Connections({ node }: { readonly node: Node }) {
  const say = useSay()
  const look = useTopology((topology) => lookup(topology))
  const links = [...look.linksFrom(node.id), ...look.linksTo(node.id)]
  return (
    <Section title={say(inspectorTexts.connections)} action={<ConnectPicker from={node.id} />}>
      {links.length === 0 && <p className="text-faint text-xs">{say(inspectorTexts.noConnections)}</p>}
      <ul className="-mx-2">
        {links.map((link) => (
          <li key={link.id}>
            <ConnectionItem link={link} outgoing={link.from === node.id} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function ConnectionItem({ link, outgoing }: { readonly link: Link; readonly outgoing: boolean }) {
  const say = useSay()
  const look = useTopology((topology) => lookup(topology))
  const other = look.node(outgoing ? link.to : link.from)
  if (!other) return null
  const kind = kindOf(other)
  const Arrow = outgoing ? ArrowRight : ArrowLeft
  const verb = say(linkTexts[link.type])
  const words = link.type === 'calls' ? `${verb} · ${say(accessTexts[link.access ?? 'write'])}` : verb
  return (
    <button
      type="button"
      onClick={() => select({ links: [link.id] })}
      className={`flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-left hover:bg-hover ${tintOf(kind)}`}
    >
      <Arrow className="size-3.5 shrink-0 text-faint" aria-hidden />
      <span className="text-[var(--kind)]">
        <KindIcon kind={kind} className="size-3.5" />
      </span>
      <span className="min-w-0 flex-1 truncate font-mono text-xs">{look.nameOf(other)}</span>
      <span className="shrink-0 text-faint text-xs">{words}</span>
    </button>
  )
}
