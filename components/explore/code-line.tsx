'use client'
import { memo } from 'react'
import { cx } from '@/components/ui/cx'
import { exploreTexts } from '@/lib/text/explore'
import { useSay } from '@/lib/text/say'
import type { CodeRow } from './code-rows'
import type { Sort } from './highlight/colours'
import type { Highlighted } from './highlight/highlighter'
import { partsOfLine } from './highlight/parts-of-line'

const COLORS: Readonly<Record<Sort, string>> = {
  plain: '',
  comment: 'text-code-comment italic',
  string: 'text-code-string',
  constant: 'text-code-constant',
  keyword: 'text-code-keyword',
  callable: 'text-code-callable',
  type: 'text-code-type',
  key: 'text-code-key',
  heading: 'font-semibold text-code-callable',
  link: 'text-code-callable underline',
  faint: 'text-quiet',
}

const BACKGROUNDS = { ' ': '', '+': 'bg-ok-soft', '-': 'bg-error-soft', gap: 'bg-sunken' } as const

interface CodeLineProps {
  readonly id: string
  readonly row: CodeRow
  readonly position: number
  readonly total: number
  readonly top: number
  readonly isCurrent: boolean
  readonly isMarked: boolean
  readonly isFound: boolean
  readonly highlighted: Highlighted | undefined
  /** What the line comes from, and the class that sets its colour; absent where it comes from nothing drawn. */
  readonly cause: CauseLook | undefined
  readonly onCause: (row: CodeRow) => void
}

export interface CauseLook {
  readonly words: string
  readonly tint: string
}

/** One line of code: what it comes from, its number, its text. While others come into view it stays as it is. */
export const CodeLine = memo(function CodeLine(props: CodeLineProps) {
  const { id, row, position, total, top, isCurrent, isMarked, isFound } = props
  const say = useSay()
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isCurrent}
      aria-posinset={position}
      aria-setsize={total}
      className={cx(
        'absolute left-0 flex h-5 min-w-full whitespace-pre font-mono text-xs leading-5',
        BACKGROUNDS[row.kind],
        row.kind === ' ' && isFound && 'bg-warning-soft',
        row.kind === ' ' && !isFound && isMarked && 'bg-accent-soft',
        isCurrent && 'in-focus-visible:shadow-[inset_0_0_0_1px_var(--color-accent)]',
      )}
      style={{ transform: `translateY(${top}px)`, tabSize: 4 }}
    >
      <Gutter {...props} />
      <span className="w-4 shrink-0 select-none text-center text-quiet" aria-hidden={row.kind === ' '}>
        {row.kind === 'gap' ? '' : row.kind}
      </span>
      {row.kind === 'gap' ? (
        <span className="select-none text-faint">{say(exploreTexts.unchangedLines(row.number))}</span>
      ) : (
        <Code {...props} />
      )}
    </div>
  )
})

function Gutter({ row, cause, onCause }: CodeLineProps) {
  const number = row.kind === 'gap' ? '⋯' : row.number
  const look =
    'sticky left-0 z-10 w-13 shrink-0 select-none border-r-3 bg-surface pr-2 text-right text-2xs leading-5'
  if (!cause) return <span className={cx(look, 'border-transparent text-faint')}>{number}</span>
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on the line does the same; a line has no controls of its own
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <span
      data-cause
      title={cause.words}
      onClick={() => onCause(row)}
      className={cx(
        look,
        cause.tint,
        'cursor-pointer border-[var(--kind)] text-quiet hover:bg-hover hover:text-ink',
      )}
    >
      {number}
    </span>
  )
}

function Code({ row, highlighted }: CodeLineProps) {
  if (row.text === '') return <span> </span>
  return (
    <span>
      {partsOfLine(row.text, row.number, highlighted).map(({ at, text, sort }) => (
        <span key={at} className={COLORS[sort]}>
          {text}
        </span>
      ))}
    </span>
  )
}
