'use client'
import { ArrowLeft, ChevronDown, Copy, Download, Link2 } from 'lucide-react'
import { KindIcon, tintOf } from '@/components/kind'
import { IconButton } from '@/components/ui/button'
import { Choice } from '@/components/ui/choice'
import { copyText } from '@/lib/commands/designs'
import { saveBytes } from '@/lib/commands/save-bytes'
import type { OpenedFile } from '@/lib/generator/explore/exploration'
import { exploreTexts } from '@/lib/text/explore'
import { useSay } from '@/lib/text/say'
import type { Topology } from '@/lib/topology/model/topology'
import { CodeView } from './code-view'
import { useExploration } from './exploration'
import { fileCauses } from './line-causes'
import { placeKind, placeWords } from './place-words'
import { showPlace } from './show-place'

/** The chosen file: its path, what can be done with it, what it comes from, its text or its changes. */
export function FileView({ wide }: { readonly wide: boolean }) {
  const say = useSay()
  const { file, made, showsChanges } = useExploration()
  if (!file || !made) {
    return wide && made ? <p className="p-4 text-faint text-sm">{say(exploreTexts.choose)}</p> : null
  }
  const isGone = made.files.some(({ path, change }) => path === file.path && change === 'removed')
  const changes = file.before !== undefined && (showsChanges || isGone)
  return (
    <div className="flex h-full flex-col">
      <FileHeader file={file} wide={wide} isGone={isGone} />
      <Causes file={file} topology={made.topology} wide={wide} />
      {isGone && <p className="px-3 py-1.5 text-quiet text-xs">{say(exploreTexts.removedFile)}</p>}
      {file.content === '' && !changes ? (
        <p className="p-4 text-faint text-sm">{say(exploreTexts.emptyFile)}</p>
      ) : (
        <CodeView
          key={`${file.path} ${changes}`}
          file={file}
          topology={made.topology}
          showsChanges={changes}
          wide={wide}
        />
      )}
    </div>
  )
}

interface FileHeaderProps {
  readonly file: OpenedFile
  readonly wide: boolean
  readonly isGone: boolean
}

function FileHeader({ file, wide, isGone }: FileHeaderProps) {
  const say = useSay()
  const showsChanges = useExploration((exploration) => exploration.showsChanges)
  const { path, content } = file
  const name = path.slice(path.lastIndexOf('/') + 1)
  return (
    <div className="flex min-h-9 shrink-0 items-center gap-1 border-line border-b py-0.5 pr-2 pl-3">
      {!wide && (
        <IconButton
          size="small"
          label={say(exploreTexts.back)}
          onClick={() => useExploration.setState({ readsFile: false })}
        >
          <ArrowLeft className="size-4" aria-hidden />
        </IconButton>
      )}
      <h3 className="flex min-w-0 flex-1 font-mono text-xs" title={path}>
        <span className="min-w-0 truncate text-faint">{path.slice(0, path.length - name.length)}</span>
        <span className="shrink-0 text-ink max-sm:min-w-0 max-sm:shrink max-sm:truncate">{name}</span>
      </h3>
      {file.before && !isGone && (
        <Choice
          label={say(exploreTexts.shown)}
          value={showsChanges ? 'changes' : 'code'}
          options={[
            { value: 'code', label: say(exploreTexts.code) },
            { value: 'changes', label: say(exploreTexts.changes) },
          ]}
          onChange={(value) => useExploration.setState({ showsChanges: value === 'changes' })}
        />
      )}
      <IconButton
        size="small"
        label={say(exploreTexts.copyPath)}
        onClick={() => void copyText(path, exploreTexts.pathCopied)}
      >
        <Link2 className="size-3.5" aria-hidden />
      </IconButton>
      {!isGone && (
        <>
          <IconButton
            size="small"
            label={say(exploreTexts.copy)}
            onClick={() => void copyText(content, exploreTexts.copied)}
          >
            <Copy className="size-3.5" aria-hidden />
          </IconButton>
          <IconButton
            size="small"
            label={say(exploreTexts.save)}
            onClick={() => saveBytes(content, name, 'text/plain')}
          >
            <Download className="size-3.5" aria-hidden />
          </IconButton>
        </>
      )}
    </div>
  )
}

interface CausesProps {
  readonly file: OpenedFile
  readonly topology: Topology
  readonly wide: boolean
}

/** The parts of the design that the whole file comes from, and the way through the lines of the selection. */
function Causes({ file, topology, wide }: CausesProps) {
  const say = useSay()
  const places = fileCauses(file.causes)
  if (places.length === 0) return null
  return (
    <div className="scroll-thin flex shrink-0 items-center gap-1.5 overflow-x-auto border-line border-b px-3 py-1 text-xs">
      <span className="shrink-0 text-faint">{say(exploreTexts.comesFrom)}</span>
      {places.map((place) => {
        const kind = placeKind(topology, place)
        const words = say(placeWords(topology, place))
        if (place.part === 'project')
          return (
            <span key="project" className="text-quiet">
              {words}
            </span>
          )
        return (
          <button
            key={`${place.part} ${place.id}`}
            type="button"
            aria-label={say(exploreTexts.showPart(words))}
            onClick={() => showPlace(place, wide)}
            className="flex h-6 shrink-0 items-center gap-1 rounded px-1.5 font-mono text-2xs text-ink hover:bg-hover"
          >
            {kind && (
              <span className={`text-[var(--kind)] ${tintOf(kind)}`}>
                <KindIcon kind={kind} className="size-3.5" />
              </span>
            )}
            {words}
          </button>
        )
      })}
      <Marked file={file} />
    </div>
  )
}

function Marked({ file }: { readonly file: OpenedFile }) {
  const say = useSay()
  const lines = useExploration((exploration) => exploration.marked?.get(file.path)?.lines) ?? []
  const line = useExploration((exploration) => exploration.line) ?? 0
  const merged = startsOf(lines)
  const [first] = merged
  if (first === undefined) return null
  const count = new Set(
    lines.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at)),
  ).size
  const next = merged.find((start) => start > line) ?? first
  return (
    <span className="ml-auto flex shrink-0 items-center gap-1 pl-3 text-accent">
      {say(exploreTexts.marked(count))}
      <IconButton
        size="small"
        label={say(exploreTexts.nextMarked)}
        onClick={() => useExploration.setState({ line: next, showsChanges: false })}
      >
        <ChevronDown className="size-3.5" aria-hidden />
      </IconButton>
    </span>
  )
}

/** Where ranges of lines begin, those that touch one another taken for one. */
function startsOf(lines: readonly (readonly [number, number])[]): readonly number[] {
  const starts: number[] = []
  let end = -1
  for (const [from, to] of lines.toSorted(([a], [b]) => a - b)) {
    if (from > end + 1) starts.push(from)
    end = Math.max(end, to)
  }
  return starts
}
