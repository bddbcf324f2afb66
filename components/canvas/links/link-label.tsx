import { memo } from 'react'
import { cx } from '@/components/ui/cx'
import { useDocument } from '@/lib/store/document'
import { useSelection } from '@/lib/store/selection'
import { useSay } from '@/lib/text/say'
import { isKept, useDetail } from '../detail'
import type { Route } from '../geometry'
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

/** So much of the way between two nodes stays free beside a label, and so wide is one where there is room. */
const FREE = 12
const WIDEST = 176
const NARROWEST = 56

/** A label has no more room than there is between its nodes, and stands above a line that runs level. */
function placeOf({ start, end, middle }: Route) {
  const level = start.side === 'left' || start.side === 'right'
  const room = level ? Math.abs(end.x - start.x) - FREE : WIDEST
  const steep = Math.abs(end.y - start.y) > Math.abs(end.x - start.x)
  const y = level && !steep ? middle.y - 13 : middle.y
  return {
    maxWidth: Math.max(NARROWEST, Math.min(WIDEST, room)),
    transform: `translate(-50%, -50%) translate(${middle.x}px, ${y}px)`,
  }
}

function Words({ id, strong }: { readonly id: string; readonly strong: boolean }) {
  const say = useSay()
  const route = useScene(({ routes }) => routes.get(id))
  const view = useDocument(({ history }) => linkViewOf(history.present, id))
  const faded = useHighlight((highlights) => isFadedLink(highlights, id))
  if (!view || !route) return null
  return (
    <span
      data-faded={faded}
      className={cx(
        'link-label absolute truncate rounded-full border px-2 text-2xs',
        strong ? 'border-accent bg-raised text-ink' : 'border-line bg-canvas text-quiet',
        view.messages.length > 0 && 'font-mono',
      )}
      style={placeOf(route)}
    >
      {wordsOf(view, say)}
    </span>
  )
}
