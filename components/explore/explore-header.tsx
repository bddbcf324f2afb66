'use client'
import { LoaderCircle, Maximize2, Minimize2, X } from 'lucide-react'
import { IconButton } from '@/components/ui/button'
import { Choice } from '@/components/ui/choice'
import { Select } from '@/components/ui/select'
import { closeExplore, toggleWhole, useExplore } from '@/lib/commands/explore'
import type { FileEntry } from '@/lib/generator/explore/exploration'
import { useTopology } from '@/lib/store/document'
import { exploreTexts } from '@/lib/text/explore'
import { useSay } from '@/lib/text/say'
import { type Filter, useExploration } from './exploration'
import { placeWords } from './place-words'
import type { Since, Subject } from './subject'
import { useSelectedPlaces } from './use-files'

interface ExploreHeaderProps {
  readonly wide: boolean
  readonly subject: Subject | undefined
}

/** What the list shows: everything, what comes from the selection, what the last edit has changed. */
export function ExploreHeader({ wide, subject }: ExploreHeaderProps) {
  const say = useSay()
  const whole = useExplore((view) => view.whole)
  const files = useExploration((exploration) => exploration.made?.files)
  const isWorking = useExploration((exploration) => exploration.isWorking)
  const count = files?.filter(({ change }) => change !== 'removed').length
  return (
    <header className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b py-1 pr-2 pl-3">
      <h2 className="flex items-baseline gap-2 font-medium text-sm">
        {say(exploreTexts.title)}
        {subject && count !== undefined && (
          <span className="font-normal text-faint text-xs">
            {say(exploreTexts.files(count))}
            {!subject.isPresent && ` · ${say(exploreTexts.ofLastGood)}`}
          </span>
        )}
      </h2>
      {subject && files && <Filters subject={subject} files={files} />}
      {isWorking && (
        <span role="status" className="flex items-center gap-1.5 text-faint text-xs">
          <LoaderCircle className="size-3.5 animate-spin" aria-hidden />
          <span className="hidden md:inline">{say(exploreTexts.working)}</span>
        </span>
      )}
      <span className="ml-auto flex">
        {wide && (
          <IconButton
            size="small"
            label={say(whole ? exploreTexts.reduce : exploreTexts.enlarge)}
            aria-pressed={whole}
            onClick={toggleWhole}
          >
            {whole ? (
              <Minimize2 className="size-3.5" aria-hidden />
            ) : (
              <Maximize2 className="size-3.5" aria-hidden />
            )}
          </IconButton>
        )}
        <IconButton size="small" label={say(exploreTexts.close)} keys="Esc" onClick={closeExplore}>
          <X className="size-4" aria-hidden />
        </IconButton>
      </span>
    </header>
  )
}

interface FiltersProps {
  readonly subject: Subject
  readonly files: readonly FileEntry[]
}

function Filters({ subject, files }: FiltersProps) {
  const say = useSay()
  const { filter, since } = useExploration()
  const topology = useTopology()
  const places = useSelectedPlaces(subject.topology)
  const changed = files.filter(({ change }) => change !== undefined).length
  const [first] = places
  const options: readonly { readonly value: Filter; readonly label: string }[] = [
    { value: 'all', label: say(exploreTexts.all) },
    ...(first
      ? [
          {
            value: 'selection',
            label: say(exploreTexts.ofSelection(say(placeWords(topology, first)))),
          } as const,
        ]
      : []),
    { value: 'changed', label: say(exploreTexts.changed(changed)) },
  ]
  const shown = filter === 'selection' && !first ? 'all' : filter
  return (
    <>
      <Choice
        label={say(exploreTexts.which)}
        value={shown}
        options={options}
        onChange={(next) => useExploration.setState({ filter: next, query: '' })}
      />
      <span className="flex items-center gap-1.5 text-faint text-xs">
        <span className="hidden xl:inline">{say(exploreTexts.since)}</span>
        <Select<Since>
          label={say(exploreTexts.since)}
          value={since}
          options={[
            { value: 'edit', label: say(exploreTexts.sinceEdit) },
            { value: 'opened', label: say(exploreTexts.sinceOpened) },
            { value: 'checkpoint', label: say(exploreTexts.sinceCheckpoint) },
          ]}
          onChange={(next) => useExploration.setState({ since: next })}
          className="!h-7 !border-transparent text-xs"
        />
      </span>
    </>
  )
}
