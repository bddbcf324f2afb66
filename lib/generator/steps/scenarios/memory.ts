import type { Step } from '@/lib/topology/model/step'
import { type FoundList, NobodyKnows, type SeenRow, type Sight } from './evaluate'
import type { Known } from './known'

const ITEM = 'item'

/** What a run has read and decided so far. */
export class Memory {
  private constructor(
    readonly results: Map<string, SeenRow | null>,
    readonly lists: Map<string, FoundList | null>,
    readonly decided: Map<string, Known>,
    /** What a loop is at. */
    private item: SeenRow | null,
  ) {}

  static empty(): Memory {
    return new Memory(new Map(), new Map(), new Map(), null)
  }

  /** What the steps of a loop know of one item; what they learn is forgotten after it. */
  at(item: SeenRow): Memory {
    return new Memory(new Map(this.results), new Map(this.lists), new Map(this.decided), item)
  }

  /** The same as it is now, whatever comes later. */
  get seen(): Pick<Sight, 'results' | 'lists' | 'decided' | 'item'> {
    const { results, lists, decided, item } = this
    return { results: new Map(results), lists: new Map(lists), decided: new Map(decided), item }
  }

  skip(step: Step): void {
    if (step.step === 'find') this.lists.set(step.as, null)
    else if ('as' in step && step.as !== undefined) this.results.set(step.as, null)
  }

  /** A row by the name that steps change it by. */
  loaded(name: string): SeenRow {
    const seen = name === ITEM ? this.item : this.results.get(name)
    if (!seen) throw new NobodyKnows()
    return seen
  }

  replace(name: string, row: SeenRow): void {
    if (name === ITEM) this.item = row
    else this.results.set(name, row)
  }

  /** How many names a row has. */
  namesOf(row: string): number {
    return [...this.results.values(), this.item].filter((seen) => seen?.row === row).length
  }
}
