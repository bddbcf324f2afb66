import type { EntityVerb } from '@/lib/topology/activity'
import type { Locale } from '@/lib/topology/model/basics'
import type { Step } from '@/lib/topology/model/step'
import type { Entity, Field, Message } from '../../project'
import { sampleRows } from '../../python/sample-rows'
import { SAMPLE_ROWS } from '../../python/samples'
import type { Dictionary } from '../dictionary'
import type { Attempt, Goal, Run } from './attempt'
import { NobodyKnows } from './evaluate'
import { fits } from './fits'
import { fromJson, type Known } from './known'
import { implicit, isSound, type Row, type Rows } from './rows'
import { play } from './run'
import { NOW, type Time, TODAY } from './time'

/** A use case with everything that its scenarios may need. */
export interface Frame {
  readonly locale: Locale
  readonly input: readonly Field[]
  readonly steps: readonly Step[]
  readonly entity: (id: string) => Entity
  readonly operation: Dictionary['operation']
  readonly message: (id: string) => Message
  /** The event that a write of an entity implies, if there is one. */
  readonly implied: (entity: Entity, verb: EntityVerb) => Message | undefined
  /** Entities that the tests have samples of, by name; of the others an id is all. */
  readonly sampled: ReadonlyMap<string, Entity>
}

/** Something that a scenario can choose: an input, or a field of a row that is there before. */
export type Variable =
  | { readonly of: 'input'; readonly name: string }
  | { readonly of: 'row'; readonly row: string; readonly name: string }

/** A row that the test makes before: the numbered sample of its entity, with changes. */
export interface Placed {
  readonly entity: Entity
  readonly number: number
}

/** What is there before a scenario, and what is asked. */
export class Situation {
  private constructor(
    readonly frame: Frame,
    readonly placed: Map<string, Placed>,
    /** Rows of which only the id matters, by name. */
    readonly targets: Map<string, { readonly entity: string; readonly number: number }>,
    private readonly chosen: Map<string, Known>,
    private readonly aliases: Map<string, string>,
  ) {}

  static of(frame: Frame): Situation {
    return new Situation(frame, new Map(), new Map(), new Map(), new Map())
  }

  copy(): Situation {
    const { frame, placed, targets, chosen, aliases } = this
    return new Situation(frame, new Map(placed), new Map(targets), new Map(chosen), new Map(aliases))
  }

  /** The same with another value. */
  with(variable: Variable, known: Known): Situation {
    const next = this.copy()
    next.choose(variable, known)
    return next
  }

  choose(variable: Variable, known: Known): void {
    this.chosen.set(this.rootOf(variable), known)
  }

  get(variable: Variable): Known | undefined {
    return this.chosen.get(this.rootOf(variable))
  }

  /** Gives a field of a row the value of something else, whatever that will be. */
  tie(field: Variable, to: Variable): void {
    this.aliases.set(keyOf(field), this.rootOf(to))
  }

  /** Chooses what a field of a row has anyway. */
  settle(variable: Variable): void {
    if (variable.of === 'input' || this.get(variable) !== undefined) return
    const { entity, number } = this.placed.get(variable.row) ?? {}
    const field = entity?.fields.find(({ name }) => name === variable.name)
    if (!entity || !field || number === undefined) return
    this.choose(variable, fromJson(field.type, sampleRows(entity)[number]?.[field.name] ?? null))
  }

  isTied(field: Variable, to: Variable): boolean {
    return this.aliases.get(keyOf(field)) === this.rootOf(to)
  }

  private rootOf(variable: Variable): string {
    const key = keyOf(variable)
    return this.aliases.get(key) ?? key
  }

  /** Puts a row there, with all that it must refer to, and gives its name. */
  place(entity: Entity, wish: string): string {
    const number = [...this.placed.values()].filter((placed) => placed.entity.name === entity.name).length
    if (number >= SAMPLE_ROWS) throw new NobodyKnows()
    const name = freeName(this.placed, wish)
    this.placed.set(name, { entity, number })
    for (const field of entity.fields) {
      if (field.type.type !== 'reference' || !field.required) continue
      const row = this.referredTo(field.type.entity.name, number)
      this.choose({ of: 'row', row: name, name: field.name }, { is: 'row', row })
    }
    return name
  }

  /** A row that something can refer to. */
  referredTo(entity: string, number: number): string {
    const sampled = this.frame.sampled.get(entity)
    if (sampled) return this.place(sampled, entity)
    const name = `id of ${entity} ${number}`
    this.targets.set(name, { entity, number })
    return name
  }

  remove(row: string): void {
    this.placed.delete(row)
  }

  /** What is asked; undefined where something would be refused before the steps begin. */
  inputs(): ReadonlyMap<string, Known> | undefined {
    const inputs = new Map<string, Known>()
    for (const field of this.frame.input) {
      const known = this.get({ of: 'input', name: field.name }) ?? null
      if (known === null && field.required && !field.default) return undefined
      if (known !== null && !fits(field.type, known)) return undefined
      inputs.set(field.name, known ?? defaultOf(field))
    }
    return inputs
  }

  /** The rows that are there; undefined where they cannot be. */
  rows(): Rows | undefined {
    const rows = new Map<string, Row>()
    for (const name of this.targets.keys()) rows.set(name, { entity: null, values: new Map() })
    for (const [name, placed] of this.placed) {
      const row = this.row(name, placed)
      if (!row) return undefined
      rows.set(name, row)
    }
    return [...rows.keys()].every((name) => isSound(rows, name)) ? rows : undefined
  }

  private row(name: string, { entity, number }: Placed): Row | undefined {
    const values = new Map(implicit(name))
    const sample = sampleRows(entity)[number] ?? {}
    for (const { name: field, type, required } of entity.fields) {
      const chosen = this.get({ of: 'row', row: name, name: field })
      const known = chosen === undefined ? fromJson(type, sample[field] ?? null) : chosen
      if (known === null ? required : chosen !== undefined && !fits(type, known)) return undefined
      values.set(field, known)
    }
    return { entity, values }
  }

  /** The fields of a row that are chosen, with their values. */
  changesOf(row: string): readonly (readonly [Field, Known])[] {
    const { entity } = this.placed.get(row) ?? {}
    return (entity?.fields ?? []).flatMap((field) => {
      const known = this.get({ of: 'row', row, name: field.name })
      return known === undefined ? [] : [[field, known] as const]
    })
  }

  /** The rows in an order in which they can be made; undefined where there is none. */
  order(): readonly string[] | undefined {
    const waiting = new Map([...this.placed.keys()].map((name) => [name, this.needs(name)]))
    const order: string[] = []
    while (waiting.size > 0) {
      const ready = [...waiting].find(([, needs]) => needs.every((need) => !waiting.has(need)))
      if (!ready) return undefined
      waiting.delete(ready[0])
      order.push(ready[0])
    }
    return order
  }

  private needs(row: string): readonly string[] {
    return this.changesOf(row).flatMap(([, known]) =>
      typeof known === 'object' && known?.is === 'row' ? [known.row] : [],
    )
  }

  /** Whether something else refers to a row. */
  isNeeded(row: string): boolean {
    return [...this.placed.keys()].some((other) => this.needs(other).includes(row))
  }

  /** Plays the steps in this situation; undefined where it cannot be. */
  play(goal: Goal, onSearch?: Run['onSearch']): Attempt | undefined {
    const [inputs, rows] = [this.inputs(), this.rows()]
    if (!inputs || !rows || !this.order()) return undefined
    const { locale, steps, entity, operation, message, implied } = this.frame
    const run = { locale, steps, entity, operation, message, implied, inputs, rows }
    return play({ ...run, ...(onSearch && { onSearch }) }, goal)
  }
}

function keyOf(variable: Variable): string {
  return JSON.stringify(
    variable.of === 'input' ? ['input', variable.name] : ['row', variable.row, variable.name],
  )
}

function freeName(taken: ReadonlyMap<string, unknown>, wish: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wish : `${wish}_${number}`
    if (!taken.has(name)) return name
  }
}

function defaultOf({ default: value, type }: Field): Known {
  // It is filled in when the request is read, which is not the moment that the steps know.
  if (value?.default === 'now') return type.type === 'date' ? around(TODAY, 1n) : around(NOW, 60_000_000n)
  return value ? fromJson(type, value.value) : null
}

function around(time: Time, by: bigint): Time {
  return { ...time, low: time.low - by, high: time.high + by }
}
