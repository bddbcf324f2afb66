/** What happens to the turn of this tab after it was asked for. */
export interface TurnEvents {
  /** The turn came while the tab waited for it: the one who wrote is gone, or gave it away. */
  readonly onGranted: () => void
  /** Another tab took the turn away. */
  readonly onLost: () => void
}

/** How long one waits for a page that is just going away, in milliseconds: a reload must not find itself. */
const GOING_AWAY = 200

/**
 * The right to write one design: one tab of the browser has it at a time, as long as the tab lives. Where the
 * browser has no locks every tab has it, and the shelf alone sees to it that none overwrites another.
 */
export class Turn {
  private release: (() => void) | undefined
  private readonly waiting = new AbortController()
  private over = false

  constructor(
    private readonly id: string,
    private readonly events: TurnEvents,
  ) {}

  get isHeld(): boolean {
    return this.release !== undefined
  }

  /** Takes the turn if it is free, or waits for it from then on; answers whether it is ours at once. */
  async claim(): Promise<boolean> {
    const { locks } = navigator
    if (!locks) {
      this.release = () => undefined
      return true
    }
    return new Promise((answer) => {
      let isLate = false
      const late = setTimeout(() => {
        isLate = true
        answer(false)
      }, GOING_AWAY)
      const granted = () => {
        clearTimeout(late)
        answer(true)
        return this.over ? undefined : this.hold(() => isLate && this.events.onGranted())
      }
      locks.request(nameOf(this.id), { signal: this.waiting.signal }, granted).catch(() => this.lost())
    })
  }

  /** Takes the turn from whoever has it. */
  async steal(): Promise<void> {
    if (this.isHeld || !navigator.locks) return
    this.waiting.abort()
    await new Promise<void>((answer) => {
      const granted = () => {
        answer()
        return this.hold(() => undefined)
      }
      navigator.locks.request(nameOf(this.id), { steal: true }, granted).catch(() => this.lost())
    })
  }

  /** Gives the turn away, or stops waiting for it. */
  end(): void {
    this.over = true
    this.waiting.abort()
    this.release?.()
    this.release = undefined
  }

  private hold(onHeld: () => void): Promise<void> {
    return new Promise((release) => {
      this.release = release
      onHeld()
    })
  }

  private lost(): void {
    const had = this.isHeld
    this.release = undefined
    if (had && !this.over) this.events.onLost()
  }
}

/** Runs something while nobody writes the design; not at all where somebody does. */
export async function whileNobodyWrites(id: string, run: () => Promise<void>): Promise<boolean> {
  const { locks } = navigator
  if (!locks) {
    await run()
    return true
  }
  return locks.request(nameOf(id), { ifAvailable: true }, async (lock) => {
    if (lock) await run()
    return lock !== null
  })
}

function nameOf(id: string): string {
  return `topoforge.design.${id}`
}
