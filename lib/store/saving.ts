import { encodeLink } from '@/lib/share/link'
import { currentFragment, isUntouched, writeAddress } from './address'
import { markCurrent } from './current'
import { newDocumentId, type OpenDocument, useDocument } from './document'
import { forgetUnsaved, noteUnsaved, TAB } from './journal'
import type { Portray } from './library'
import { sameState } from './same-state'
import { useSession } from './session-state'
import type { KeepFault, Shelf } from './shelf'

/** The database follows an edit after this pause, in milliseconds. */
const SAVE_PAUSE = 250

export interface SavingEvents {
  /** The design was kept. */
  readonly onKept: () => void
  /** Somebody else kept another version: from here on the open design is another one, a copy. */
  readonly onCopy: (id: string) => void
}

/**
 * Keeps one open design. What is not kept yet is noted at once (`journal`), so that it outlives the tab. Saves
 * follow one another; those that were overtaken while one was written are left out.
 */
export class Saving {
  private timer: ReturnType<typeof setTimeout> | undefined
  private next: OpenDocument | undefined
  private running: Promise<void> | undefined

  /** `kept` is the state that the shelf has with this revision; undefined where it has none. */
  constructor(
    private id: string,
    private revision: number,
    private kept: OpenDocument | undefined,
    private readonly shelf: Shelf | undefined,
    private readonly portray: Portray,
    private readonly events: SavingEvents,
  ) {}

  get base(): number {
    return this.revision
  }

  /** Whether the open design is as the shelf has it. */
  get isDone(): boolean {
    return this.kept !== undefined && sameState(useDocument.getState(), this.kept)
  }

  /** The open design has changed: notes it now and saves it soon. */
  changed(): void {
    clearTimeout(this.timer)
    this.note()
    this.timer = setTimeout(() => void this.now(), SAVE_PAUSE)
    useSession.setState({ save: isUntouched() ? 'empty' : 'saving' })
  }

  /** Saves what is not saved; done when it is, or when it was found that it cannot be. */
  async now(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    const state = useDocument.getState()
    if (state.id !== this.id || this.isDone) return this.running
    writeAddress()
    if (isUntouched() && this.revision === 0) {
      forgetUnsaved(this.id)
      markCurrent(undefined)
      useSession.setState({ save: 'empty', saveFault: undefined })
      return
    }
    this.next = state
    this.running ??= this.run()
    return this.running
  }

  /** Stops saving; what was handed over already is still written. */
  stop(): void {
    clearTimeout(this.timer)
  }

  private note(): void {
    if (isUntouched() && this.revision === 0) return
    noteUnsaved(this.id, this.revision, currentFragment(), useDocument.getState().history.present)
    markCurrent(this.id)
  }

  private async run(): Promise<void> {
    try {
      while (this.next) {
        const state = this.next
        this.next = undefined
        const fault = await this.keep(state)
        if (fault === 'changed') this.becomeCopy(state)
        else if (fault) this.say('failed', fault)
        else this.done(state)
      }
    } finally {
      this.running = undefined
    }
  }

  private async keep({ history, checkpoints }: OpenDocument): Promise<KeepFault | undefined> {
    if (!this.shelf) return 'forbidden'
    const result = await this.shelf.keep({
      id: this.id,
      base: this.revision,
      writer: TAB,
      link: encodeLink(history.present),
      portrait: this.portray(history.present),
      history,
      checkpoints,
    })
    if (!result.ok) return result.fault
    this.revision = result.revision
    return undefined
  }

  private done(state: OpenDocument): void {
    this.kept = state
    const isNewest = useDocument.getState().id !== this.id || this.isDone
    if (isNewest) forgetUnsaved(this.id)
    else this.note()
    this.say(isNewest ? 'saved' : 'saving', undefined)
    this.events.onKept()
  }

  /** Nothing is overwritten and nothing is lost: what this tab has goes on under another id. */
  private becomeCopy(state: OpenDocument): void {
    const former = this.id
    const isOpen = useDocument.getState().id === former
    this.id = newDocumentId()
    this.revision = 0
    if (isOpen) useDocument.setState({ id: this.id })
    this.next ??= isOpen ? useDocument.getState() : state
    if (isOpen) this.note()
    forgetUnsaved(former)
    if (isOpen) this.events.onCopy(this.id)
  }

  private say(save: 'saved' | 'saving' | 'failed', saveFault: 'full' | 'forbidden' | undefined): void {
    if (useDocument.getState().id === this.id) useSession.setState({ save, saveFault })
  }
}
