import type { OpenDocument } from './document'

/** Whether two states of an open document hold the same versions, whatever step is open. */
export function sameState(a: OpenDocument, b: OpenDocument): boolean {
  return (
    a.id === b.id &&
    a.checkpoints === b.checkpoints &&
    a.history.current === b.history.current &&
    a.history.past === b.history.past &&
    a.history.future === b.history.future
  )
}
