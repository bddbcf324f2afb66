import { cx } from '@/components/ui/cx'
import type { Locale } from '@/lib/topology/model/basics'
import type { NameOf, Phrase } from '@/lib/topology/steps/say-phrase'

const LOOKS: Readonly<Record<NameOf, string>> = {
  part: 'rounded bg-sunken px-1 py-px font-mono text-2xs text-ink',
  value: 'font-mono text-2xs text-accent',
  constant: 'font-mono text-2xs text-ok',
  gone: 'rounded bg-error-soft px-1 text-error',
}

interface PhraseViewProps {
  readonly phrase: Phrase
  readonly locale: Locale
}

/** A sentence whose names can be told from its words at a glance. */
export function PhraseView({ phrase, locale }: PhraseViewProps) {
  return phrase[locale].map((piece, index) =>
    'words' in piece ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have nothing but their order
      <span key={index}>{piece.words}</span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same
      <span key={index} className={cx('[overflow-wrap:anywhere]', LOOKS[piece.of])}>
        {piece.name}
      </span>
    ),
  )
}
