'use client'
import { useTopology } from '@/lib/store/document'
import { select } from '@/lib/store/selection'
import { choiceTexts, derivedTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { lookup } from '@/lib/topology/lookup'
import { Section } from './section'

/** Who uses Redis, and for what; each line opens its link. */
export function RedisUses({ id }: { readonly id: string }) {
  const say = useSay()
  const look = useTopology((topology) => lookup(topology))
  const links = look.linksTo(id, 'caches')
  return (
    <Section title={say(derivedTexts.users)} count={links.length}>
      {links.length === 0 && <p className="text-faint text-xs">{say(derivedTexts.noUsers)}</p>}
      <ul className="-mx-2 empty:hidden">
        {links.map((link) => {
          const user = look.node(link.from)
          const uses = link.type === 'caches' ? (link.uses ?? []) : []
          const words = uses.map((use) => {
            const text = choiceTexts.uses?.[use]
            return text ? say(text) : use
          })
          return (
            <li key={link.id}>
              <button
                type="button"
                onClick={() => select({ links: [link.id] })}
                className="flex min-h-8 w-full items-center gap-2 rounded-md px-2 py-1 text-left hover:bg-hover"
              >
                <span className="min-w-0 flex-1 truncate font-mono text-ink text-xs">
                  {user ? look.nameOf(user) : link.from}
                </span>
                <span className="max-w-[50%] shrink-0 truncate text-faint text-xs">
                  {words.length > 0 ? words.join(', ') : say(derivedTexts.anyUse)}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
