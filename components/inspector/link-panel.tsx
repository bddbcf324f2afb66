'use client'
import { ArrowLeftRight, ArrowRight, Trash2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { deleteSelection } from '@/lib/commands/edit-selection'
import { reverseLink } from '@/lib/commands/reverse-link'
import { useTopology } from '@/lib/store/document'
import { linkTexts } from '@/lib/text/canvas'
import { inspectorTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import { ProblemNotes } from './problem-notes'
import { PropertyRows } from './property-rows'
import { Section } from './section'
import { shapes } from './shapes'
import { useFindings } from './use-findings'

/** One link: what it joins, what it allows. */
export function LinkPanel({ link }: { readonly link: Link }) {
  const say = useSay()
  const look = useTopology((topology) => lookup(topology))
  const place = { part: 'link', id: link.id } as const
  const findings = useFindings(place)
  const nameOf = (id: string) => {
    const node = look.node(id)
    return node ? look.nameOf(node) : id
  }
  return (
    <>
      <header className="px-4 pt-4 pb-3">
        <p className="text-faint text-xs">{say(inspectorTexts.link)}</p>
        <h2 className="mt-1 flex flex-wrap items-center gap-x-1.5 font-mono text-ink text-xs">
          <span className="font-semibold">{nameOf(link.from)}</span>
          <span className="flex items-center gap-1 font-sans text-faint">
            {say(linkTexts[link.type])}
            <ArrowRight className="size-3" aria-hidden />
          </span>
          <span className="font-semibold">{nameOf(link.to)}</span>
        </h2>
        <ProblemNotes findings={findings} />
      </header>
      <Section>
        <PropertyRows place={place} shape={shapes.link} value={link} />
        <div className="flex gap-2">
          <Button look="outline" size="small" onClick={() => reverseLink(link.id)}>
            <ArrowLeftRight className="size-3.5" aria-hidden />
            {say(inspectorTexts.reverse)}
          </Button>
          <Button look="danger" size="small" onClick={deleteSelection}>
            <Trash2 className="size-3.5" aria-hidden />
            {say(inspectorTexts.remove)}
          </Button>
        </div>
      </Section>
    </>
  )
}
