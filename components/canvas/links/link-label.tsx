import { memo } from 'react'
import { cx } from '@/components/ui/cx'
import { useDocument } from '@/lib/store/document'
import { useSelection } from '@/lib/store/selection'
import { useSay } from '@/lib/text/say'
import { touches, useDetail } from '../detail'
import { isFadedLink, useHighlight } from '../highlight'
import { useScene } from '../scene'
import { labelPlaceOf } from './label-place'
import { linkViewOf, wordsOf } from './link-view'

/** Messages have names that matter: they stand at their line where there is room; the rest speaks when it is asked. */
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
  const route = useScene(({ routes }) => routes.get(id))
  return useDetail((detail) => !detail.far && route !== undefined && touches(detail, route))
}

function carriesWords(topology: Parameters<typeof linkViewOf>[0], id: string): boolean {
  return (linkViewOf(topology, id)?.messages.length ?? 0) > 0
}

/** What a letter takes in each of the two types, and what a label takes beside its letters, in pixels. */
const LETTER = { mono: 6.7, sans: 6 } as const
const AROUND = 20

function Words({ id, strong }: { readonly id: string; readonly strong: boolean }) {
  const say = useSay()
  const place = useScene(({ routes, boxes }) => {
    const route = routes.get(id)
    return route && labelPlaceOf(route, boxes.values())
  })
  const view = useDocument(({ history }) => linkViewOf(history.present, id))
  const faded = useHighlight((highlights) => isFadedLink(highlights, id))
  if (!view || !place) return null
  const words = wordsOf(view, say)
  const isMono = view.messages.length > 0
  // Half a name says nothing: where there is no room for it, it waits until it is asked, and lies on top then.
  if (!strong && widthOf(words, isMono) > place.room) return null
  return (
    <span
      data-faded={faded}
      data-strong={strong}
      className={cx(
        'link-label absolute whitespace-nowrap rounded-full border px-2 text-2xs',
        strong ? 'border-accent bg-raised text-ink' : 'border-line bg-canvas text-quiet',
        isMono && 'font-mono',
      )}
      style={{ transform: `translate(-50%, -50%) translate(${place.x}px, ${place.y}px)` }}
    >
      {words}
    </span>
  )
}

function widthOf(words: string, isMono: boolean): number {
  return words.length * LETTER[isMono ? 'mono' : 'sans'] + AROUND
}
