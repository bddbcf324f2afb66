import { edit } from '@/lib/store/document'
import type { Place } from '@/lib/topology/at'
import { setAt } from './set-at'

/** Lets a command of a bot have steps, or a dialogue about an entity in their place, as one undo step. */
export function setDialogue(place: Place, doing: 'steps' | 'create' | 'list', entity: string): void {
  edit(setAt(place, doing === 'steps' ? undefined : { action: doing, entity }))
}
