import type { EntityVerb } from '@/lib/topology/activity'
import type { Step } from '@/lib/topology/model/step'
import type { NamedValue, Value } from '@/lib/topology/model/value'
import type { Entity, Field } from '../../project'
import { mayBeOwnDoing } from '../own-doing'
import type { Answer, Attempt, Goal, Obstacle, Outcome, Run } from './attempt'
import { evaluate, type FoundList, holds, NobodyKnows, type SeenRow, type Sight } from './evaluate'
import { answerKnown, constantOf, fieldOf } from './given'
import { type Known, plainConstant } from './known'
import { begun, findRow, type Rows, taken, withoutRow, withRow } from './rows'
import { type Find, search } from './search'
import { impliedBy, type Published } from './telling'
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
  private readonly results = new Map<string, SeenRow | null>()
  private readonly lists = new Map<string, FoundList | null>()
  private item: SeenRow | null = null
  private readonly decided = new Map<string, Known>()
  private readonly whens = new Map<number, boolean>()
  private readonly written = new Map<string, 'create' | 'update' | 'delete'>()
  private readonly published: Published[] = []
  private readonly mails: string[] = []
  private answer: Answer | null = null
  private next: Rows
  private fresh = 0

  constructor(
    private readonly run: Run,
    private readonly goal: Goal,
  ) {
    this.next = run.rows
  }

  play(): Outcome {
    for (const [index, step] of this.run.steps.entries()) {
      if (this.isSkipped(index, step)) {
        this.skip(step)
        continue
      }
      if (this.endsAt(index, step)) return this.outcome(this.run.rows)
      this.step(index, step)
    }
    if (this.goal.end !== null) throw new NobodyKnows()
    return this.outcome(this.next)
  }

  private outcome(rows: Rows): Outcome {
    const { written, published, answer, whens } = this
    const found = new Map([...this.lists].map(([name, list]) => [name, list?.rows.length ?? 0]))
    return { rows, written, published, answer, whens, mails: this.mails, found }
  }

  private get sight(): Sight {
    const { locale, inputs } = this.run
    return {
      locale,
      inputs,
      results: new Map(this.results),
      lists: new Map(this.lists),
      item: this.item,
      decided: new Map(this.decided),
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
    if (step.step === 'for_each') return this.loop(step, isEnd ? (this.goal.inner ?? null) : null)
    if (step.step !== 'load') return false
    const row = this.find(step)
    if ((row === null) !== isEnd) throw new NobodyKnows()
    if (row !== null) this.results.set(step.as, this.seen(this.run.rows, row))
    return isEnd
  }

  /** Whether a requirement lets a repetition pass: what it finds is what the first time has written. */
  private isRepetitionOf(step: Of<'require'>, steps: readonly Step[]): boolean {
    return this.run.isRepeated === true && mayBeOwnDoing(step, steps)
  }

  /** Whether the loop ends at the inner step that is to refuse an item; all others have to let it pass. */
  private loop({ of, steps }: Of<'for_each'>, end: number | null): boolean {
    const list = this.lists.get(of)
    if (!list) throw new NobodyKnows()
    let isEnded = false
    let last: Obstacle = { is: 'nobody knows' }
    for (const row of list.rows) {
      this.item = row
      const refusal = this.through(steps, end)
      if (refusal === true) isEnded = true
      else if (refusal) last = refusal
    }
    this.item = null
    if (end !== null && !isEnded) throw new Met(last)
    return isEnded
  }

  /** True where the item is refused at the wanted step; else why it is not, where that could be. */
  private through(steps: readonly Step[], end: number | null): true | Obstacle | undefined {
    let why: Obstacle | undefined
    for (const [index, step] of steps.entries()) {
      if (this.isPassedOver(step)) continue
      if (step.step !== 'require') {
        this.read(index, step)
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
    if (found === undefined) throw new Met({ is: 'condition', sight, condition: step.when, wanted: true })
    if (!found) this.skip(step)
    return !found
  }

  private skip(step: Step): void {
    if (step.step === 'find') this.lists.set(step.as, null)
    else if ('as' in step && step.as !== undefined) this.results.set(step.as, null)
  }

  /** A step inside of a loop that only reads or decides. */
  private read(index: number, step: Step): void {
    if (step.step === 'find' || step.step === 'decide' || step.step === 'call') this.step(index, step)
    else if (step.step === 'load') {
      const row = this.find(step)
      if (row === null) throw new NobodyKnows()
      this.results.set(step.as, this.seen(this.run.rows, row))
    } else throw new NobodyKnows()
  }

  private find({ entity: id, by, value }: Of<'load'>): string | null {
    const entity = this.run.entity(id)
    const known = this.valueFor(value, fieldOf(entity, by))
    return this.findBy(entity, by, known)
  }

  private findBy(entity: Entity, by: string, known: Known): string | null {
    const isFilter = entity.filters.some(({ parameter, compare }) => parameter === by && compare === 'equal')
    if (by !== 'id' && !isFilter) throw new NobodyKnows()
    return findRow(this.run.rows, entity, by, known)
  }

  private seen(rows: Rows, row: string): SeenRow {
    return { row, values: rows.get(row)?.values ?? new Map() }
  }

  private step(index: number, step: Step): void {
    switch (step.step) {
      case 'load':
      case 'require':
      case 'for_each':
        break
      case 'find':
        this.search(step)
        break
      case 'decide':
        this.decided.set(step.as, plainConstant(step.otherwise))
        break
      case 'call':
        this.call(step)
        break
      case 'email':
        for (const value of [step.to, step.subject, step.body]) evaluate(this.sight, value)
        this.mails.push(step.via)
        break
      case 'create':
        this.create(index, this.run.entity(step.entity), step.values, step.as)
        break
      case 'update':
        this.update(step)
        break
      case 'delete':
        this.remove(step)
        break
      case 'upsert':
        this.upsert(index, step)
        break
      case 'publish':
        this.publish(step)
        break
      case 'answer':
        this.say(step)
        break
      default:
        throw new NobodyKnows()
    }
  }

  private search(step: Find): void {
    const entity = this.run.entity(step.entity)
    const rows = search(this.sight, this.run.rows, entity, step, (wanted) =>
      this.run.onSearch?.(step, wanted),
    )
    this.lists.set(step.as, { entity, rows })
  }

  /** The fake answers with the first of the samples, and never fails by itself. */
  private call(step: Of<'call'>): void {
    const { operation } = this.run.operation(step.target, step.operation)
    for (const { name, value } of step.values) {
      const field = operation.input.find((one) => one.name === name)
      if (field) this.valueFor(value, field)
    }
    if (step.as !== undefined) this.decided.set(step.as, answerKnown(operation))
  }

  private create(index: number, entity: Entity, values: readonly NamedValue[], as: string | undefined): void {
    const row = `new ${index}`
    const made = begun(entity, row, this.given(entity, values))
    // A repetition finds its rows there and gets what the first request has made of them.
    if (!(this.run.isRepeated && this.next.has(row))) this.next = withRow(this.next, row, made)
    this.write(row, 'create')
    this.tell(entity, 'created', made.values)
    if (as !== undefined) this.results.set(as, { row, values: made.values })
  }

  private update({ target, values }: Of<'update'>): void {
    const { row, values: before } = this.loaded(target)
    const entity = this.run.rows.get(row)?.entity
    if (!entity) throw new NobodyKnows()
    this.results.set(target, this.change(entity, row, before, values))
  }

  private change(
    entity: Entity,
    row: string,
    before: ReadonlyMap<string, Known>,
    values: readonly NamedValue[],
  ): SeenRow {
    const changed = new Map([...before, ...this.given(entity, values)]).set('updated_at', NOW)
    const version = before.get('version')
    changed.set('version', typeof version === 'bigint' ? version + 1n : 1n)
    // What a repetition would write is not kept: it gets the outcome of the first request.
    if (!this.run.isRepeated) this.next = withRow(this.next, row, { entity, values: changed })
    this.write(row, 'update')
    this.tell(entity, 'updated', changed)
    return { row, values: changed }
  }

  private remove({ target }: Of<'delete'>): void {
    const { row, values } = this.loaded(target)
    const entity = this.run.rows.get(row)?.entity
    this.write(row, 'delete')
    if (entity) this.tell(entity, 'deleted', values)
    this.next = withoutRow(this.next, row)
  }

  private upsert(index: number, { entity: id, by, values, as }: Of<'upsert'>): void {
    const entity = this.run.entity(id)
    const given = this.given(entity, values)
    // The values have to make a whole row, whether there is one already or not.
    begun(entity, '', given)
    const found = this.findBy(entity, by, given.get(by) ?? null)
    if (found === null) {
      this.create(index, entity, values, as)
      return
    }
    const row = this.change(entity, found, this.seen(this.run.rows, found).values, values)
    if (as !== undefined) this.results.set(as, row)
  }

  private publish({ message: id, values }: Of<'publish'>): void {
    const message = this.run.message(id)
    this.published.push({
      message,
      values: new Map(values.map(({ name, value }) => [name, this.valueFor(value, fieldOf(message, name))])),
    })
  }

  private tell(entity: Entity, verb: EntityVerb, row: ReadonlyMap<string, Known>): void {
    this.published.push(...impliedBy(this.run, entity, verb, row))
  }

  private loaded(name: string): SeenRow {
    const seen = this.results.get(name)
    if (!seen) throw new NobodyKnows()
    return seen
  }

  /** A row that is written twice, or known by two names, may be seen as it no longer is. */
  private write(row: string, how: 'create' | 'update' | 'delete'): void {
    const names = [...this.results.values()].filter((seen) => seen?.row === row)
    if (this.written.has(row) || names.length > 1) throw new NobodyKnows()
    this.written.set(row, how)
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

  private say({ content }: Of<'answer'>): void {
    if (!content) return
    if (content.body === 'list') {
      const list = this.lists.get(content.result)
      if (!list) throw new NobodyKnows()
      this.answer = { is: 'rows', rows: list.rows }
      return
    }
    if (content.body === 'object') {
      const parts = content.fields.map(({ name, value }) => [name, evaluate(this.sight, value)] as const)
      this.answer = { is: 'parts', parts }
      return
    }
    const row = this.loaded(content.result)
    const entity = this.next.get(row.row)?.entity
    if (!entity) throw new NobodyKnows()
    this.answer = { is: 'row', entity, row }
  }
}
