'use client'
import { useMemo, useState } from 'react'
import { Choice } from '@/components/ui/choice'
import { nextSteps, type Way } from '@/lib/commands/next-steps'
import { downloadTexts } from '@/lib/text/download'
import { useSay } from '@/lib/text/say'
import type { Topology } from '@/lib/topology/model/topology'
import { CopyLine } from './copy-line'

/** How to go on with what came down: three ways, each a list of commands, and where the services then are. */
export function NextStepsList({ topology }: { readonly topology: Topology }) {
  const say = useSay()
  const { ways, addresses } = useMemo(() => nextSteps(topology), [topology])
  const [id, setId] = useState<Way['id']>('make')
  const way = ways.find((one) => one.id === id)
  return (
    <>
      <div className="mt-5 mb-2 flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-medium text-sm">{say(downloadTexts.next)}</h3>
        <Choice
          label={say(downloadTexts.next)}
          value={id}
          options={ways.map((one) => ({ value: one.id, label: say(one.title) }))}
          onChange={setId}
        />
      </div>
      {way && (
        <>
          <p className="mb-3 text-faint text-xs">{say(way.needs)}</p>
          <ol className="space-y-3">
            {way.steps.map(({ words, command }) => (
              <li key={command}>
                <p className="mb-1 text-quiet text-xs">{say(words)}</p>
                <CopyLine text={command} />
              </li>
            ))}
          </ol>
        </>
      )}
      {addresses.length > 0 && (
        <>
          <h3 className="mt-5 mb-1 font-medium text-sm">{say(downloadTexts.addresses)}</h3>
          <ul className="space-y-1">
            {addresses.map(({ name, url }) => (
              <li key={url} className="flex flex-wrap gap-x-3 font-mono text-xs">
                <a href={url} target="_blank" rel="noreferrer" className="py-1 text-accent hover:underline">
                  {url}
                </a>
                <span className="py-1 text-faint">{name}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
