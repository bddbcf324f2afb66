import type { EntityVerb } from '@/lib/topology/activity'
import type { Locale } from '@/lib/topology/model/basics'
import type { Step } from '@/lib/topology/model/step'
import type { Condition, Value } from '@/lib/topology/model/value'
import type { Entity, Field, Message } from '../../project'
import type { Dictionary } from '../dictionary'
import type { SeenRow, Sight } from './evaluate'
import type { Known } from './known'
import type { How, Published, Sent, Units } from './ledger'
import type { Rows } from './rows'
import type { Find } from './search'

export type Load = Extract<Step, { readonly step: 'load' }>

/** A list of steps, and what is there when it begins. */
export interface Run {
  readonly locale: Locale
  readonly steps: readonly Step[]
  readonly entity: (id: string) => Entity
  readonly operation: Dictionary['operation']
  readonly message: (id: string) => Message
  readonly implied: (entity: Entity, verb: EntityVerb) => Message | undefined
  readonly inputs: ReadonlyMap<string, Known>
  readonly rows: Rows
  /** What the first time has written, where the run repeats it: the ids of its rows are the same. */
  readonly repeats?: Units
  /** Is told what every search compares with. */
  readonly onSearch?: (step: Find, wanted: readonly Known[]) => void
}

/** What a scenario wants of the steps: where they end, and which of them run. */
export interface Goal {
  /** The step that refuses or misses something; null for a run to the end. */
  readonly end: number | null
  /** Steps whose own condition is to hold, or not. */
  readonly whens: ReadonlyMap<number, boolean>
  /** The step inside of the loop at which it ends that refuses an item. */
  readonly inner?: number
  /** Whether the conditions of all steps inside of loops are to hold, too. */
  readonly isWholeInside?: boolean
  /** What is to hold of lists when a loop goes through them, by their names. */
  readonly lists?: ReadonlyMap<string, Condition>
}

export interface Outcome {
  /** The rows afterwards. */
  readonly rows: Rows
  /** Rows that were written. */
  readonly written: ReadonlyMap<string, How>
  readonly units: Units
  /** What was published; the items of a loop come in any order. */
  readonly published: readonly Published[]
  readonly answer: Answer | null
  readonly mails: readonly Sent[]
  /** How many rows each search has found, by the name of what it finds. */
  readonly found: ReadonlyMap<string, number>
  /** Steps with a condition of their own, and whether it held. */
  readonly whens: ReadonlyMap<number, boolean>
}

export type Answer =
  | { readonly is: 'row'; readonly entity: Entity; readonly row: SeenRow }
  | { readonly is: 'rows'; readonly rows: readonly SeenRow[] }
  | { readonly is: 'parts'; readonly parts: readonly (readonly [string, Known])[] }

/** Why a run is not as wanted, where something could be done about it. */
export type Obstacle =
  | {
      readonly is: 'condition'
      readonly sight: Sight
      readonly condition: Condition
      readonly wanted: boolean
    }
  | { readonly is: 'value'; readonly sight: Sight; readonly value: Value; readonly field: Field }
  /** What a step inside of a loop finds nothing for. */
  | { readonly is: 'missing'; readonly sight: Sight; readonly step: Load }
  | { readonly is: 'nobody knows' }

export type Attempt =
  | { readonly reached: true; readonly outcome: Outcome }
  | { readonly reached: false; readonly obstacle: Obstacle }
