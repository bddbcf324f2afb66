'use client'
import { useTopology } from '@/lib/store/document'
import { inspectorTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { MessageList } from './message-list'
import { ProblemNotes } from './problem-notes'
import { PropertyRows } from './property-rows'
import { Section } from './section'
import { shapes } from './shapes'
import { useFindings } from './use-findings'

const PROJECT = { part: 'project' } as const

/** Nothing is selected: the settings of the whole project. */
export function ProjectPanel() {
  const say = useSay()
  const project = useTopology((topology) => topology.project)
  const findings = useFindings(PROJECT)
  const empty = useTopology(({ nodes }) => nodes.length === 0)
  return (
    <>
      <header className="px-4 pt-4 pb-3">
        <h2 className="font-semibold text-ink text-sm">{say(inspectorTexts.project)}</h2>
        <p className="mt-0.5 text-faint text-xs">{say(inspectorTexts.projectHint)}</p>
        {!empty && <ProblemNotes findings={findings} />}
      </header>
      <Section>
        <PropertyRows place={PROJECT} shape={shapes.project} value={project} />
      </Section>
      {!empty && <MessageList />}
    </>
  )
}
