import { kinds } from '@/lib/catalog/catalog'
import type { Kind } from '@/lib/catalog/kind'

/** What the palette puts into a drag, and the canvas takes out of it. */
export const DRAGGED_KIND = 'application/x-topoforge-kind'

/** Which kind is dragged: while a drag goes on only the names of its contents can be read, so one names the kind. */
export function draggedKind(types: readonly string[]): Kind | undefined {
  return kinds.find(({ id }) => types.includes(`${DRAGGED_KIND}.${id.replaceAll('_', '-')}`))
}

/** Writes a kind into a drag that begins. */
export function carryKind(data: DataTransfer, kind: Kind): void {
  data.setData(DRAGGED_KIND, kind.id)
  data.setData(`${DRAGGED_KIND}.${kind.id.replaceAll('_', '-')}`, kind.id)
  data.effectAllowed = 'copy'
}
