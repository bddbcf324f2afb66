import { useEffect, useMemo } from 'react'
import type { Origin } from '@/lib/generator/project'
import { useDocument } from '@/lib/store/document'
import { useSelection } from '@/lib/store/selection'
import { lookup } from '@/lib/topology/lookup'
import type { Topology } from '@/lib/topology/model/topology'
import { loadFile, loadHits, loadMarked, makeFiles, useExploration } from './exploration'
import { baseOf, type Subject, subjectOf } from './subject'

/** Files follow an edit, and a search what is typed, after these pauses, in milliseconds. */
const EDIT_PAUSE = 250
const TYPING_PAUSE = 120

/** Keeps the files in step with the design, the open file and the search in step with the files. */
export function useFiles(): Subject | undefined {
  const subject = useSubject()
  useOpenFile()
  useSearch()
  useMarks(subject?.topology)
  return subject
}

function useSubject(): Subject | undefined {
  const history = useDocument((document) => document.history)
  const checkpoints = useDocument((document) => document.checkpoints)
  const since = useExploration((exploration) => exploration.since)
  const subject = useMemo(() => subjectOf({ history }), [history])
  const topology = subject?.topology
  const base = useMemo(
    () => subject && baseOf({ history, checkpoints }, subject, since),
    [history, checkpoints, subject, since],
  )
  useEffect(() => {
    if (!topology) return undefined
    const { made } = useExploration.getState()
    const timer = setTimeout(() => void makeFiles(topology, base), made ? EDIT_PAUSE : 0)
    return () => clearTimeout(timer)
  }, [topology, base])
  return subject
}

function useOpenFile(): void {
  const made = useExploration((exploration) => exploration.made)
  const path = useExploration((exploration) => exploration.path)
  useEffect(() => {
    if (made) void loadFile(made, path)
  }, [made, path])
}

function useSearch(): void {
  const made = useExploration((exploration) => exploration.made)
  const query = useExploration((exploration) => exploration.query)
  useEffect(() => {
    if (query === '') useExploration.setState({ hits: undefined })
    if (!made || query === '') return undefined
    const timer = setTimeout(() => void loadHits(made, query), TYPING_PAUSE)
    return () => clearTimeout(timer)
  }, [made, query])
}

function useMarks(topology: Topology | undefined): void {
  const made = useExploration((exploration) => exploration.made)
  const places = useSelectedPlaces(topology)
  useEffect(() => {
    if (made) void loadMarked(made, places)
  }, [made, places])
}

/** What is selected, as causes name it: a part that stands open goes before its node, which has its entities along. */
export function useSelectedPlaces(topology: Topology | undefined): readonly Origin[] {
  const { nodes, links, open } = useSelection()
  return useMemo(() => {
    if (!topology) return []
    const part = open && topology && partOf(open)
    if (part) return [part]
    const look = lookup(topology)
    const own = nodes.flatMap((id) =>
      look.entitiesOf(id).map((entity): Origin => ({ part: 'entity', id: entity.id })),
    )
    const drawn = nodes.map((id): Origin => ({ part: 'node', id }))
    return [...drawn, ...own, ...links.map((id): Origin => ({ part: 'link', id }))]
  }, [topology, nodes, links, open])
}

function partOf({ part, id, path }: NonNullable<ReturnType<typeof useSelection.getState>['open']>) {
  if (part === 'note' || id === undefined) return undefined
  return { part, id, ...(path && { path: path.slice(0, 2) }) } satisfies Origin
}
