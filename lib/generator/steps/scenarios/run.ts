import type { EntityVerb } from '@/lib/topology/activity'
import type { Step } from '@/lib/topology/model/step'
import type { Condition, NamedValue, Value } from '@/lib/topology/model/value'
import { phaseOf } from '@/lib/topology/steps/phases'
import type { Entity, Field } from '../../project'
import { mayBeOwnDoing } from '../own-doing'
import type { Answer, Attempt, Goal, Obstacle, Outcome, Run } from './attempt'
import { evaluate, type FoundList, holds, NobodyKnows, type SeenRow, type Sight } from './evaluate'
import { answerKnown, constantOf, fieldOf } from './given'
import { type Known, plainConstant } from './known'
import { Ledger } from './ledger'
import { Memory } from './memory'
import { begun, findRow, type Rows, taken, withoutRow, withRow } from './rows'
import { answerWith } from './saying'
import { areSame, type Find, search } from './search'
import { impliedBy } from './telling'
import { NOW } from './time'

class Met extends Error {
  constructor(readonly obstacle: Obstacle) {
    super()
  }
}

/** Plays a list of steps and tells whether it surely does what is wanted. */
export function play(run: Run, goal: Goal): Attempt {
  try {
    return { reached: true, outcome: new Player(run, goal).play() }
  } catch (error) {
    if (error instanceof Met) return { reached: false, obstacle: error.obstacle }
    if (error instanceof NobodyKnows) return { reached: false, obstacle: { is: 'nobody knows' } }
    throw error
  }
}

type Of<Type extends Step['step']> = Extract<Step, { readonly step: Type }>

class Player {
  private memory = Memory.empty()
  private readonly whens = new Map<number, boolean>()
  private readonly found = new Map<string, number>()
  /** Every search once more, among the rows as they are then. */
  private readonly searches = new Map<string, () => readonly SeenRow[]>()
  private readonly ledger: Ledger
  private answer: Answer | null = null
  /** The rows as steps find them: with what the items before have written. */
  private rows: Rows
  /** The same with what the unit that is open will write. */
  private next: Rows
  private fresh = 0

  constructor(
    private readonly run: Run,
    private readonly goal: Goal,
  ) {
    this.rows = run.rows
    this.next = run.rows
    this.ledger = new Ledger(run.repeats)
  }

  play(): Outcome {
    for (const [index, step] of this.run.steps.entries()) {
      if (this.isSkipped(index, step)) {
        this.skip(step)
        continue
      }
      if (this.endsAt(index, step)) {
        // Items before it would stay written.
        if (!this.ledger.isEmpty) throw new NobodyKnows()
        return this.outcome(this.run.rows)
      }
      this.step(String(index), step)
    }
    if (this.goal.end !== null) throw new NobodyKnows()
    return this.outcome(this.next)
  }

  private outcome(rows: Rows): Outcome {
    const { answer, whens, found } = this
    const { written, units, published, mails } = this.ledger
    return { rows, written, units, published, answer, whens, mails, found }
  }

  private get sight(): Sight {
    const { locale, inputs } = this.run
    return {
      locale,
      inputs,
      ...this.memory.seen,
      freshId: () => {
        this.fresh += 1
        return { is: 'new', name: `id ${this.fresh}` }
      },
    }
  }

  private isSkipped(index: number, { when }: Step): boolean {
    if (!when) return false
    const { sight } = this
    const found = holds(sight, when)
    const wanted = this.goal.whens.get(index) ?? found
    if (found === undefined || found !== wanted)
      throw new Met({ is: 'condition', sight, condition: when, wanted: wanted ?? true })
    this.whens.set(index, found)
    return !found
  }

  /** Whether the run ends at this step, as wanted. */
  private endsAt(index: number, step: Step): boolean {
    const isEnd = this.goal.end === index
    if (step.step === 'require') {
      const { sight } = this
      if (this.isRepetitionOf(step, this.run.steps)) return isEnd
      if (holds(sight, step.condition) === !isEnd) return isEnd
      throw new Met({ is: 'condition', sight, condition: step.condition, wanted: !isEnd })
    }
    if (step.step === 'for_each') return this.loop(index, step, isEnd ? (this.goal.inner ?? null) : null)
    if (step.step !== 'load') return false
    const row = this.find(step)
    if ((row === null) !== isEnd) throw new NobodyKnows()
    if (row !== null) this.memory.results.set(step.as, this.seen(row))
    return isEnd
  }

  /** Whether a requirement lets a repetition pass: what it finds is what the first time has written. */
  private isRepetitionOf(step: Of<'require'>, steps: readonly Step[]): boolean {
    return this.ledger.isKept && mayBeOwnDoing(step, steps)
  }

  /** Whether the loop ends at the inner step that is to refuse an item; all others have to let it pass. */
  private loop(at: number, step: Of<'for_each'>, end: number | null): boolean {
    const { rows } = this.listOf(step)
    // Nobody can tell which items come before the one that is refused.
    if (end !== null && phaseOf(step) === 1 && rows.length > 1) throw new NobodyKnows()
    const before = this.memory
    let isEnded = false
    let last: Obstacle = { is: 'nobody knows' }
    for (const row of rows) {
      this.memory = before.at(row)
      this.ledger.open(`${at} ${row.row}`)
      const refusal = this.through(at, step.steps, end)
      this.rows = this.next
      if (refusal === true) isEnded = true
      else if (refusal) last = refusal
    }
    this.memory = before
    this.ledger.open()
    if (end !== null && !isEnded) throw new Met(last)
    return isEnded
  }

  /** What a loop goes through, if that is as wanted. */
  private listOf({ of }: Of<'for_each'>): FoundList {
    const list = this.memory.lists.get(of)
    if (!list) throw new NobodyKnows()
    this.rows = this.next
    // What was written since may be found or not: the list is read before it, or while the loop runs.
    const isOld = this.rows !== this.run.rows && !areSame(list.rows, this.searches.get(of)?.() ?? [])
    if (isOld) throw new NobodyKnows()
    const wanted = this.goal.lists?.get(of)
    if (wanted) this.demand(wanted)
    return list
  }

  private demand(condition: Condition): void {
    const { sight } = this
    if (holds(sight, condition) !== true) throw new Met({ is: 'condition', sight, condition, wanted: true })
  }

  /** True where the item is refused at the wanted step; else why it is not, where that could be. */
  private through(at: number, steps: readonly Step[], end: number | null): true | Obstacle | undefined {
    let why: Obstacle | undefined
    for (const [index, step] of steps.entries()) {
      if (this.isPassedOver(step)) continue
      if (step.step !== 'require') {
        this.inside(`${at}.${index}`, step)
        continue
      }
      if (this.isRepetitionOf(step, steps)) continue
      const { sight } = this
      const isMet = holds(sight, step.condition)
      const obstacle = { is: 'condition', sight, condition: step.condition } as const
      if (index === end && isMet === false) return true
      if (isMet !== true) throw new Met({ ...obstacle, wanted: true })
      if (index === end) why = { ...obstacle, wanted: false }
    }
    return why
  }

  /** Whether a step inside of a loop is skipped. */
  private isPassedOver(step: Step): boolean {
    if (!step.when) return false
    const { sight } = this
    const found = holds(sight, step.when)
    if (found === undefined || (!found && this.goal.isWholeInside))
      throw new Met({ is: 'condition', sight, condition: step.when, wanted: true })
    if (!found) this.skip(step)
    return !found
  }

  private skip(step: Step): void {
    this.memory.skip(step)
    if (step.step === 'find') this.count(step, 0)
  }

  private count({ as }: Find, rows: number): void {
    this.found.set(as, (this.found.get(as) ?? 0) + rows)
  }

  /** A step inside of a loop that does not judge. */
  private inside(at: string, step: Step): void {
    if (step.step !== 'load') {
      this.step(at, step)
      return
    }
    const row = this.find(step)
    if (row === null) throw new Met({ is: 'missing', sight: this.sight, step })
    this.memory.results.set(step.as, this.seen(row))
  }

  private find({ entity: id, by, value }: Of<'load'>): string | null {
    const entity = this.run.entity(id)
    const known = this.valueFor(value, fieldOf(entity, by))
    return this.findBy(entity, by, known)
  }

  private findBy(entity: Entity, by: string, known: Known): string | null {
    const isFilter = entity.filters.some(({ parameter, compare }) => parameter === by && compare === 'equal')
    if (by !== 'id' && !isFilter) throw new NobodyKnows()
    return findRow(this.rows, entity, by, known)
  }

  private seen(row: string): SeenRow {
    return { row, values: this.rows.get(row)?.values ?? new Map() }
  }

  private step(at: string, step: Step): void {
    switch (step.step) {
      case 'load':
      case 'require':
      case 'for_each':
        break
      case 'find':
        this.search(step)
        break
      case 'decide':
        this.memory.decided.set(step.as, plainConstant(step.otherwise))
        break
      case 'call':
        this.call(step)
        break
      case 'email':
        for (const value of [step.to, step.subject, step.body]) evaluate(this.sight, value)
        this.ledger.mail(at, step.via)
        break
      case 'create':
        this.create(at, this.run.entity(step.entity), step.values, step.as)
        break
      case 'update':
        this.update(at, step)
        break
      case 'delete':
        this.remove(at, step)
        break
      case 'upsert':
        this.upsert(at, step)
        break
      case 'publish':
        this.publish(at, step)
        break
      case 'answer':
        if (step.content) this.answer = answerWith(step.content, this.sight, this.memory, this.next)
        break
      default:
        throw new NobodyKnows()
    }
  }

  private search(step: Find): void {
    const entity = this.run.entity(step.entity)
    const { sight } = this
    const rows = search(sight, this.rows, entity, step, (wanted) => this.run.onSearch?.(step, wanted))
    this.searches.set(step.as, () => search(sight, this.rows, entity, step, () => undefined))
    this.memory.lists.set(step.as, { entity, rows })
    this.count(step, rows.length)
  }

  /** The fake answers with the first of the samples, and never fails by itself. */
  private call(step: Of<'call'>): void {
    const { operation } = this.run.operation(step.target, step.operation)
    for (const { name, value } of step.values) {
      const field = operation.input.find((one) => one.name === name)
      if (field) this.valueFor(value, field)
    }
    if (step.as !== undefined) this.memory.decided.set(step.as, answerKnown(operation))
  }

  private create(at: string, entity: Entity, values: readonly NamedValue[], as: string | undefined): void {
    const row = `new ${this.ledger.idOf(at)}`
    const made = begun(entity, row, this.given(entity, values))
    // A repetition finds its rows there and gets what the first request has made of them.
    if (!(this.run.repeats && this.next.has(row))) this.next = withRow(this.next, row, made)
    this.ledger.write(row, 'create')
    this.tell(at, entity, 'created', made.values)
    if (as !== undefined) this.memory.results.set(as, { row, values: made.values })
  }

  private update(at: string, { target, values }: Of<'update'>): void {
    const seen = this.memory.loaded(target)
    this.memory.replace(target, this.change(at, this.entityOf(seen), seen, values))
  }

  private entityOf({ row }: SeenRow): Entity {
    const entity = this.rows.get(row)?.entity
    if (!entity) throw new NobodyKnows()
    return entity
  }

  private change(at: string, entity: Entity, seen: SeenRow, values: readonly NamedValue[]): SeenRow {
    const { row, values: before } = seen
    const changed = new Map([...before, ...this.given(entity, values)]).set('updated_at', NOW)
    const version = before.get('version')
    changed.set('version', typeof version === 'bigint' ? version + 1n : 1n)
    this.ensureFresh(seen)
    this.ledger.write(row, 'update')
    // What a repetition would write is not kept: it gets the outcome of the first request.
    if (!this.run.repeats) this.next = withRow(this.next, row, { entity, values: changed })
    this.tell(at, entity, 'updated', changed)
    return { row, values: changed }
  }

  private remove(at: string, { target }: Of<'delete'>): void {
    const seen = this.memory.loaded(target)
    const entity = this.entityOf(seen)
    this.ensureFresh(seen)
    this.ledger.write(seen.row, 'delete')
    this.tell(at, entity, 'deleted', seen.values)
    this.next = withoutRow(this.next, seen.row)
  }

  /** A row that is known by two names, or was changed since it was read, may be seen as it no longer is. */
  private ensureFresh({ row, values }: SeenRow): void {
    if (this.memory.namesOf(row) > 1 || this.rows.get(row)?.values !== values) throw new NobodyKnows()
  }

  private upsert(at: string, { entity: id, by, values, as }: Of<'upsert'>): void {
    const entity = this.run.entity(id)
    const given = this.given(entity, values)
    // The values have to make a whole row, whether there is one already or not.
    begun(entity, '', given)
    const found = this.findBy(entity, by, given.get(by) ?? null)
    if (found === null) {
      this.create(at, entity, values, as)
      return
    }
    const row = this.change(at, entity, this.seen(found), values)
    if (as !== undefined) this.memory.results.set(as, row)
  }

  private publish(at: string, { message: id, values }: Of<'publish'>): void {
    const message = this.run.message(id)
    const given = values.map(
      ({ name, value }) => [name, this.valueFor(value, fieldOf(message, name))] as const,
    )
    this.ledger.publish(at, [{ message, values: new Map(given) }])
  }

  private tell(at: string, entity: Entity, verb: EntityVerb, row: ReadonlyMap<string, Known>): void {
    this.ledger.publish(at, impliedBy(this.run, entity, verb, row))
  }

  private given(entity: Entity, values: readonly NamedValue[]): ReadonlyMap<string, Known> {
    return new Map(values.map(({ name, value }) => [name, this.valueFor(value, fieldOf(entity, name))]))
  }

  /** A value as the field takes it; what the field may refuse is an obstacle. */
  private valueFor(value: Value, field: Field): Known {
    const { sight } = this
    const known = value.value === 'constant' ? constantOf(value.constant, field) : evaluate(sight, value)
    try {
      return taken(field, known)
    } catch (error) {
      if (error instanceof NobodyKnows) throw new Met({ is: 'value', sight, value, field })
      throw error
    }
  }
}
