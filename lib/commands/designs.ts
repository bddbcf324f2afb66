import { type OfferedExample, offeredExamples } from '@/lib/examples/offered'
import type { Text } from '@/lib/rules/rule'
import { currentTopology } from '@/lib/store/document'
import { loadFresh } from '@/lib/store/fresh-code'
import { addressOf, openAsNew, openKept, useSession } from '@/lib/store/session'
import { announce, openDialog, tell, useView } from '@/lib/store/view'
import { openTexts, shareTexts } from '@/lib/text/frame'
import { say } from '@/lib/text/say'
import { text } from '@/lib/text/text'
import { emptyTopology } from '@/lib/topology/fresh'

export { offeredExamples }

/** Opens an example as a new document, whose system speaks the language of the page. */
export async function openExample({ load, title }: OfferedExample): Promise<void> {
  const example = await loadFresh(load).catch(() => undefined)
  if (!example) return tell({ text: openTexts.exampleFailed })
  const { topology } = example
  const { locale } = useView.getState()
  openAsNew({ ...topology, project: { ...topology.project, locale } })
  openDialog(undefined)
  tellOpened(title)
}

/** Opens an empty document; the one before stays kept. */
export function newDesign(): void {
  openAsNew(emptyTopology())
}

/** Says what was opened, and offers the way back to what was there before; nothing where nothing was. */
export function tellOpened(name: Text | string): void {
  const { previous } = useSession.getState()
  if (previous === undefined) return
  tell({
    text: openTexts.opened(typeof name === 'string' ? text(name, name) : name),
    detail: openTexts.keptBefore,
    action: { label: openTexts.goBack, run: () => void openKept(previous) },
  })
}

/** Puts the link of the design on the clipboard. */
export function copyLink(): void {
  void copyText(addressOf(currentTopology()), shareTexts.copied)
}

/** Puts a text on the clipboard and says so. */
export async function copyText(content: string, done: Text): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(content)
    tell({ text: done })
    return true
  } catch {
    tell({ text: shareTexts.copyFailed })
    announce(say(shareTexts.copyFailed))
    return false
  }
}
