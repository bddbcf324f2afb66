import type { Message } from '../../project'
import { NobodyKnows } from './evaluate'
import type { Known } from './known'

export type How = 'create' | 'update' | 'delete'

/** The rows that each unit has written, by its name. */
export type Units = ReadonlyMap<string, ReadonlySet<string>>

/** A mail: the server that it was sent by, and what makes its id. */
export interface Sent {
  readonly via: string
  readonly id: string
}

/** A message and what is known of its data. */
export interface Published {
  /** What makes its id. */
  readonly id: string
  /** What it goes out with. */
  readonly unit: string
  readonly message: Message
  readonly values: ReadonlyMap<string, Known>
}

/** What is published, before it is known which unit it goes out with. */
export type Told = Omit<Published, 'id' | 'unit'>

/** The unit of what stands in no loop. */
const WHOLE = ''

/** Keeps what a run writes, publishes and mails: together, and apart for each item of a loop. */
export class Ledger {
  readonly written = new Map<string, How>()
  readonly units = new Map<string, Set<string>>()
  readonly published: Published[] = []
  readonly mails: Sent[] = []
  private unit = WHOLE

  /** `before` are the units of the first time, where the run repeats another one. */
  constructor(private readonly before: Units | undefined) {}

  /** Whether nothing has been written or told so far. */
  get isEmpty(): boolean {
    return this.units.size === 0 && this.published.length === 0
  }

  /** Whether the first time has written the unit that is open. */
  get isKept(): boolean {
    return this.before?.has(this.unit) === true
  }

  /** Opens the unit of an item; without one, that of what stands in no loop. */
  open(item: string = WHOLE): void {
    this.unit = item
  }

  /** The name of what a step does in the unit that is open, the same in every repetition. */
  idOf(step: string): string {
    return `${this.unit}/${step}`
  }

  /** What a unit writes twice may be seen as it no longer is; what a repetition writes has to be written before. */
  write(row: string, how: How): void {
    const rows = this.units.get(this.unit) ?? new Set()
    if (rows.has(row)) throw new NobodyKnows()
    if (this.before && !this.before.get(this.unit)?.has(row)) throw new NobodyKnows()
    this.units.set(this.unit, rows.add(row))
    if (how === 'delete' || !this.written.has(row)) this.written.set(row, how)
  }

  publish(step: string, told: readonly Told[]): void {
    for (const one of told)
      this.published.push({ ...one, id: this.idOf(`${step} ${one.message.name}`), unit: this.unit })
  }

  mail(step: string, via: string): void {
    this.mails.push({ via, id: this.idOf(step) })
  }
}
