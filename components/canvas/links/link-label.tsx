import { memo } from 'react'
import { cx } from '@/components/ui/cx'
import { useDocument } from '@/lib/store/document'
import { useSelection } from '@/lib/store/selection'
import { useSay } from '@/lib/text/say'
import { isKept, useDetail } from '../detail'
import { isFadedLink, useHighlight } from '../highlight'
import { useScene } from '../scene'
import { linkViewOf, wordsOf } from './link-view'

/** Messages have names that matter, so they always stand at their line; the rest speaks when it is asked. */
export const LinkLabel = memo(function LinkLabel({ id }: { readonly id: string }) {
  const always = useDocument(({ history }) => carriesWords(history.present, id))
  const asked = useHighlight(({ link, flow }) => link === id || Boolean(flow?.links.has(id)))
  const selected = useSelection(({ links }) => links.includes(id))
  const near = useNear(id)
  // A label that nobody sees is not drawn: five hundred of them would slow the canvas down.
  if (!near || !(always || asked || selected)) return null
  return <Words id={id} strong={asked || selected} />
})

function useNear(id: string): boolean {
  const middle = useScene(({ routes }) => routes.get(id)?.middle)
  return useDetail((detail) => !detail.far && middle !== undefined && isKept(detail, middle))
}

function carriesWords(topology: Parameters<typeof linkViewOf>[0], id: string): boolean {
  return (linkViewOf(topology, id)?.messages.length ?? 0) > 0
}

function Words({ id, strong }: { readonly id: string; readonly strong: boolean }) {
  const say = useSay()
  const middle = useScene(({ routes }) => routes.get(id)?.middle)
  const view = useDocument(({ history }) => linkViewOf(history.present, id))
  const faded = useHighlight((highlights) => isFadedLink(highlights, id))
  if (!view || !middle) return null
  return (
    <span
      data-faded={faded}
      className={cx(
        'link-label absolute max-w-44 truncate rounded-full border px-2 text-2xs',
        strong ? 'border-accent bg-raised text-ink' : 'border-line bg-canvas text-quiet',
        view.messages.length > 0 && 'font-mono',
      )}
      style={{ transform: `translate(-50%, -50%) translate(${middle.x}px, ${middle.y}px)` }}
    >
      {wordsOf(view, say)}
    </span>
  )
}
