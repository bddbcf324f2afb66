'use client'
import { Search, X } from 'lucide-react'
import { useMemo } from 'react'
import { exploreTexts } from '@/lib/text/explore'
import { useSay } from '@/lib/text/say'
import { type Exploration, useExploration } from './exploration'
import { FileTree } from './file-tree'
import { folderOf, hitRows, rowsOf, type TreeRow } from './tree-rows'

/** Folders that are open before anyone has touched them. */
const OPEN = new Set(['services'])
/** So many files are shown with all their folders open when only some of all are. */
const FEW = 250

/** The search field, and below it the tree or what was found. */
export function FileList() {
  const say = useSay()
  const query = useExploration((exploration) => exploration.query)
  const hits = useExploration((exploration) => exploration.hits)
  const rows = useRows()
  return (
    <div className="flex h-full flex-col">
      <SearchField />
      {query !== '' && hits && (
        <p role="status" className="px-3 pb-1 text-faint text-xs">
          {say(hits.length > 0 ? exploreTexts.found(hits.length) : exploreTexts.nothingFound)}
        </p>
      )}
      {rows.length > 0 ? <FileTree rows={rows} /> : <Nothing />}
    </div>
  )
}

function Nothing() {
  const say = useSay()
  const { filter, query, made } = useExploration()
  if (!made || query !== '' || filter === 'all') return null
  const words = filter === 'changed' ? exploreTexts.noneChanged : exploreTexts.noneOfSelection
  return <p className="px-3 py-2 text-quiet text-sm">{say(words)}</p>
}

function SearchField() {
  const say = useSay()
  const query = useExploration((exploration) => exploration.query)
  const search = (next: string) => useExploration.setState({ query: next })
  return (
    <div className="relative m-2 shrink-0">
      <Search className="pointer-events-none absolute top-2 left-2 size-3.5 text-faint" aria-hidden />
      <input
        type="search"
        aria-label={say(exploreTexts.search)}
        placeholder={say(exploreTexts.search)}
        value={query}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => search(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') focusTree(event.currentTarget)
          else if (event.key === 'Escape' && query !== '') search('')
          else return
          event.preventDefault()
        }}
        className="h-7.5 w-full rounded-md border border-input bg-surface px-7 text-ink text-xs placeholder:text-faint [&::-webkit-search-cancel-button]:hidden"
      />
      {query !== '' && (
        <button
          type="button"
          aria-label={say(exploreTexts.clear)}
          onClick={() => search('')}
          className="absolute top-0.75 right-0.75 grid size-6 place-items-center rounded text-quiet hover:bg-hover"
        >
          <X className="size-3.5" aria-hidden />
        </button>
      )}
    </div>
  )
}

function focusTree(field: HTMLElement): void {
  field.closest('section')?.querySelector<HTMLElement>('[role="tree"]')?.focus()
}

function useRows(): readonly TreeRow[] {
  const { made, filter, marked, toggled, query, hits } = useExploration()
  const files = useMemo(() => filesShown(made?.files ?? [], filter, marked), [made, filter, marked])
  const tree = useMemo(() => folderOf(files), [files])
  return useMemo(() => {
    if (query !== '' && hits) return hitRows(hits)
    const opensAll = filter !== 'all' && files.length <= FEW
    return rowsOf(tree, (path) => (opensAll || OPEN.has(path)) !== toggled.has(path))
  }, [tree, files, filter, toggled, query, hits])
}

function filesShown(
  files: NonNullable<Exploration['made']>['files'],
  filter: Exploration['filter'],
  marked: Exploration['marked'],
) {
  if (filter === 'changed') return files.filter(({ change }) => change !== undefined)
  return filter === 'selection' && marked ? files.filter(({ path }) => marked.has(path)) : files
}
