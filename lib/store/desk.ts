import { decodeLink } from '@/lib/share/link'
import { sameDesign } from '@/lib/topology/canonical'
import { changeProject } from '@/lib/topology/edits'
import { emptyTopology, freshName } from '@/lib/topology/fresh'
import type { Topology } from '@/lib/topology/model/topology'
import { currentFragment, currentLink, writeAddress } from './address'
import { refusedIn } from './admit'
import { Channel, type Message } from './channel'
import { markCurrent, readCurrent } from './current'
import { newDocumentId, type OpenDocument, openDocument, settle, useDocument } from './document'
import { beginHistory, commit, type History, versionsOf } from './history'
import { forgetNote, readUnsaved } from './journal'
import { type Portray, recover } from './library'
import { askToPersist } from './persistence'
import { type DesignFacts, withDocument } from './record'
import { sameState } from './same-state'
import { Saving } from './saving'
import { shelfChanged, useSession } from './session-state'
import type { Kept, Shelf } from './shelf'
import { Turn } from './turn'
import { tell } from './view'
import { storeWords } from './words'

/** So long a tab that is asked to hand over may take, in milliseconds; one that does not answer is asleep. */
const HAND_OVER = 1500
/** Followers see the edits of the writing tab after this pause at the latest, in milliseconds. */
const FOLLOW_PAUSE = 60
/** What another tab took away from us is in the storage after this time, in milliseconds. */
const TAKEN_OVER = 1500

type Followed = Extract<Message, { type: 'state' }>

/**
 * The design that is open in this tab, and how it stands to the storage and to other tabs: one of them writes it, the
 * others show what that one writes, and may take over or go on with a copy.
 */
export class Desk {
  private readonly channel = new Channel((message) => this.hear(message))
  private turn: Turn | undefined
  /** Undefined while another tab writes. */
  private saving: Saving | undefined
  private followed: Followed | undefined
  /** Whether another tab shows what this one writes, so that it has to be told. */
  private isWatched = false
  private telling: ReturnType<typeof setTimeout> | undefined
  private openings = 0
  /** Done when the design that was open before is saved and free for other tabs. */
  left: Promise<void> = Promise.resolve()

  constructor(
    readonly shelf: Shelf | undefined,
    readonly portray: Portray,
  ) {}

  /** Opens what the address holds; false where it holds nothing, or nothing that can be opened. */
  async openFromAddress(): Promise<boolean> {
    const link = currentFragment()
    if (link === '') return false
    useSession.setState({ fault: undefined })
    const result = decodeLink(link)
    const own = await this.findOwn(link, result.ok ? result.topology : undefined)
    if (own !== undefined && (await this.open(own))) return true
    if (result.ok) this.openNew(result.topology)
    else useSession.setState({ fault: { reason: result.reason, message: result.message } })
    return result.ok
  }

  /** Opens what this tab, or else the browser, had last; an empty design where there is none. */
  async openLast(): Promise<void> {
    const id = readCurrent() ?? (await this.list())[0]?.id
    if (id && (await this.open(id))) return
    // Without a database the last state may still have been noted.
    const noted = id ? readUnsaved(id).at(-1) : undefined
    if (!noted || this.shelf) return this.enterNew(emptyTopology())
    this.enterNew(noted.topology, noted.id)
    this.saving?.changed()
    forgetNote(noted.key)
  }

  /** Opens a design that the browser keeps; false when it is gone. */
  async open(id: string): Promise<boolean> {
    if (id === useDocument.getState().id) return true
    this.openings += 1
    const mine = this.openings
    const turn = this.newTurn(id)
    const writes = await turn.claim()
    if (writes) await this.takeInUnsaved(id)
    const kept = await this.read(id)
    if (!kept || mine !== this.openings) {
      turn.end()
      return mine !== this.openings
    }
    this.leave()
    this.turn = turn
    this.show(kept, writes)
    // The turn may have come while the design was read.
    if (!writes && turn.isHeld) void this.write()
    return true
  }

  /** Opens a design as a new document; the one before stays kept and can be gone back to. */
  openNew(topology: Topology): void {
    const { id, history } = useDocument.getState()
    const hadWork = history.present.nodes.length > 0
    this.enterNew(topology)
    this.saving?.changed()
    useSession.setState({ previous: hadWork ? id : undefined, fault: undefined })
  }

  /** Saves what is not saved yet. */
  async flush(): Promise<void> {
    await this.saving?.now()
  }

  /** The open document changed from one state to the next. */
  changed(now: OpenDocument, before: OpenDocument): void {
    if (now.id !== before.id || sameState(now, before)) return
    this.saving?.changed()
    if (this.saving && this.isWatched) this.tellSoon()
  }

  /** Writes the open design from here on; the tab that wrote it until now saves it before. */
  async takeOver(): Promise<void> {
    const { id } = useDocument.getState()
    const { turn } = this
    if (!turn || this.saving) return
    this.channel.post({ type: 'hand-over', id })
    await until(() => turn.isHeld, HAND_OVER)
    if (turn !== this.turn || turn.isHeld) return
    await turn.steal()
    await this.write()
  }

  /** Goes on with a copy of what another tab writes. */
  async goOnAsCopy(): Promise<void> {
    const { id, history } = useDocument.getState()
    if (this.saving) return
    const kept = await this.read(id)
    const past = kept ? withDocument(kept.history, history.present, sameDesign, Date.now()) : history
    this.enterCopy(past, kept?.checkpoints ?? [], await this.freshNameFor(past.present.project.name))
  }

  /** A name like this one that no kept design has. */
  async freshNameFor(name: string): Promise<string> {
    const all = await this.list()
    return freshName(new Set(all.map((facts) => facts.name)), name)
  }

  /** Says to all tabs that the list of designs is another one. */
  shelfChanged(): void {
    this.channel.post({ type: 'shelf' })
    shelfChanged()
  }

  close(): void {
    this.leave()
    this.channel.close()
  }

  /** The design that a link belongs to, if it is one of this browser; that of this tab first. */
  private async findOwn(link: string, topology: Topology | undefined): Promise<string | undefined> {
    const all = await this.list()
    const current = all.find(({ id }) => id === readCurrent())
    if (current && (current.link === link || current.linkBefore === link)) return current.id
    const kept = current && topology && (await this.read(current.id))
    if (kept && topology && sameDesign(kept.history.present, topology)) return current?.id
    return all.find((facts) => facts.link === link)?.id
  }

  private async list(): Promise<readonly DesignFacts[]> {
    return (await this.shelf?.list().catch(() => [])) ?? []
  }

  private async read(id: string): Promise<Kept | undefined> {
    return this.shelf?.read(id).catch(() => undefined)
  }

  private newTurn(id: string): Turn {
    const turn: Turn = new Turn(id, {
      // A new design is written before its turn is there: nobody else knows of it.
      onGranted: () => turn === this.turn && !this.saving && void this.write(),
      onLost: () => turn === this.turn && void this.lose(),
    })
    return turn
  }

  private newSaving(id: string, revision: number, kept: OpenDocument | undefined): Saving {
    return new Saving(id, revision, kept, this.shelf, this.portray, {
      onKept: () => {
        askToPersist(useDocument.getState().history.past.length)
        if (this.isWatched) this.tellSoon()
        this.shelfChanged()
      },
      onCopy: (copy) => {
        this.turn?.end()
        this.turn = this.newTurn(copy)
        void this.turn.claim()
        useDocument.setState({ readOnly: undefined })
        useSession.setState({ role: 'writing' })
        tell({ text: storeWords.copied })
      },
    })
  }

  /** Leaves the open design: it is saved before another tab may write it. */
  private leave(): void {
    const { turn, saving } = this
    clearTimeout(this.telling)
    this.turn = undefined
    this.saving = undefined
    this.followed = undefined
    this.isWatched = false
    this.left = (saving?.now() ?? Promise.resolve()).then(() => turn?.end())
  }

  private show({ facts, history, checkpoints }: Kept, writes: boolean): void {
    const { id, revision } = facts
    useDocument.setState({ id, history, checkpoints, readOnly: writes ? undefined : storeWords.readOnly })
    if (writes) this.saving = this.newSaving(id, revision, useDocument.getState())
    else this.channel.post({ type: 'who', id })
    const role = writes ? 'writing' : 'reading'
    useSession.setState({ save: 'saved', saveFault: undefined, role, previous: undefined })
    markCurrent(id)
    // A link that could not be opened stays in the address until that was read.
    if (!useSession.getState().fault) writeAddress()
  }

  private enterNew(topology: Topology, id: string = newDocumentId()): void {
    this.openings += 1
    this.leave()
    openDocument(topology, id)
    this.begin(id)
  }

  private enterCopy(past: History, checkpoints: OpenDocument['checkpoints'], name: string): void {
    this.leave()
    const id = newDocumentId()
    const renamed = changeProject({ name })(past.present)
    const history = commit(past, renamed, { label: storeWords.goOnAsCopy })
    useDocument.setState({ id, history, checkpoints, readOnly: undefined })
    this.begin(id)
    this.saving?.changed()
  }

  private begin(id: string): void {
    this.turn = this.newTurn(id)
    void this.turn.claim()
    this.saving = this.newSaving(id, 0, undefined)
    useSession.setState({ save: 'empty', saveFault: undefined, role: 'writing' })
  }

  /** It is our turn to write: takes up what is kept, what was noted, and what was seen of the other tab. */
  private async write(): Promise<void> {
    const { id } = useDocument.getState()
    const { turn, followed } = this
    await this.takeInUnsaved(id)
    const kept = await this.read(id)
    if (turn !== this.turn || !turn?.isHeld) return
    const base = kept?.history ?? useDocument.getState().history
    const revision = kept?.facts.revision ?? 0
    const seen = followed?.changed && followed.revision >= revision ? followed.topology : undefined
    const history = seen ? withDocument(base, seen, sameDesign, Date.now()) : base
    const checkpoints = kept?.checkpoints ?? []
    useDocument.setState({ history, checkpoints, readOnly: undefined })
    this.saving = this.newSaving(id, revision, history === kept?.history ? useDocument.getState() : undefined)
    this.followed = undefined
    useSession.setState({ role: 'writing', save: 'saved' })
    if (history !== kept?.history) this.saving.changed()
    this.tellSoon()
    tell({ text: storeWords.yourTurn })
  }

  /** Only shows the design from here on, and waits for the turn. */
  private follow(id: string): void {
    this.saving = undefined
    useDocument.setState({ readOnly: storeWords.readOnly })
    useSession.setState({ role: 'reading', save: 'saved', saveFault: undefined })
    this.turn = this.newTurn(id)
    const { turn } = this
    void turn.claim().then((free) => {
      if (free && turn === this.turn) void this.write()
      else this.channel.post({ type: 'who', id })
    })
  }

  /** Another tab asks for the turn: everything is saved before it goes. */
  private async handOver(id: string): Promise<void> {
    const { turn, saving } = this
    settle()
    useDocument.setState({ readOnly: storeWords.readOnly })
    await saving?.now()
    if (turn !== this.turn || useDocument.getState().id !== id) return
    this.tell()
    turn?.end()
    this.follow(id)
  }

  /** Another tab took the turn without asking, because this one slept: what it did not see goes on as a copy. */
  private async lose(): Promise<void> {
    const mine = useDocument.getState()
    const { saving } = this
    const isDone = saving?.isDone ?? true
    saving?.stop()
    this.follow(mine.id)
    if (isDone) return
    await new Promise((resolve) => setTimeout(resolve, TAKEN_OVER))
    const kept = await this.read(mine.id)
    const isKnown =
      kept && versionsOf(kept.history).some(({ topology }) => sameDesign(topology, mine.history.present))
    if (isKnown || useDocument.getState().id !== mine.id || this.saving) return
    const name = await this.freshNameFor(mine.history.present.project.name)
    this.enterCopy(mine.history, mine.checkpoints, name)
    tell({ text: storeWords.copied })
  }

  private async takeInUnsaved(id: string): Promise<void> {
    if (!this.shelf) return
    const { any, copy } = await recover(this.shelf, id, this.portray)
    if (any) tell({ text: storeWords.recovered })
    if (copy !== undefined) {
      const run = () => void this.open(copy)
      tell({ text: storeWords.recoveredCopy, action: { label: storeWords.openIt, run } })
    }
  }

  private hear(message: Message): void {
    if (message.type === 'shelf') shelfChanged()
    else if (message.id !== useDocument.getState().id) return
    else if (message.type === 'state') this.see(message)
    else if (this.saving && this.turn?.isHeld) this.answer(message)
  }

  private answer(message: Message): void {
    if (message.type === 'hand-over') void this.handOver(message.id)
    if (message.type !== 'who') return
    this.isWatched = true
    this.tell()
  }

  /** Shows what the writing tab has; what is no design (of another version of this page) is not shown. */
  private see(state: Followed): void {
    if (this.saving || refusedIn(state.topology)) return
    this.followed = state
    useDocument.setState({ history: beginHistory(state.topology) })
    if (currentLink() !== currentFragment()) writeAddress()
  }

  private tellSoon(): void {
    this.isWatched = true
    this.telling ??= setTimeout(() => this.tell(), FOLLOW_PAUSE)
  }

  private tell(): void {
    clearTimeout(this.telling)
    this.telling = undefined
    const { id, history } = useDocument.getState()
    const { saving } = this
    if (!saving) return
    const state = { revision: saving.base, changed: !saving.isDone }
    this.channel.post({ type: 'state', id, topology: history.present, ...state })
  }
}

/** Waits until something holds, or for so many milliseconds. */
async function until(holds: () => boolean, patience: number): Promise<void> {
  for (let waited = 0; waited < patience && !holds(); waited += 20) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
