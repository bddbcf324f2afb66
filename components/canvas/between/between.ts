import { create } from 'zustand'
import { type Newcomer, putBetween } from '@/lib/commands/put-between'
import { currentTopology } from '@/lib/store/document'
import type { Edit } from '@/lib/topology/edits'
import { useDetail } from '../detail'
import type { Spot } from '../drawing/drawing'

/** The link that would take in what is dragged, if it were dropped now. */
export const useBetween = create<{ readonly link: string | undefined }>()(() => ({ link: undefined }))

let pending: Edit | undefined

/** Finds the link under the pointer and asks the rules whether what is dragged fits between its ends. */
export function showPutting(screen: Spot, newcomer: Newcomer): void {
  const link = linkAt(screen)
  const edit = link === undefined ? undefined : putBetween(currentTopology(), newcomer, link)
  pending = edit
  const shown = edit ? link : undefined
  if (useBetween.getState().link !== shown) useBetween.setState({ link: shown })
}

/** The edit that puts what is dragged between the ends of the link under it; undefined where it does not fit. */
export function putOnLink(): Edit | undefined {
  return pending
}

export function stopPutting(): void {
  pending = undefined
  if (useBetween.getState().link !== undefined) useBetween.setState({ link: undefined })
}

/** The link whose line is at a place of the screen, also below a node; none from far away, where none can be hit. */
export function linkAt({ x, y }: Spot): string | undefined {
  if (useDetail.getState().far) return undefined
  const line = document.elementsFromPoint(x, y).find((element) => element.classList.contains('link-reach'))
  return line?.closest<SVGGElement>('[data-id]')?.dataset.id
}
