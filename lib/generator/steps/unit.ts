import type { Step } from '@/lib/topology/model/step'
import { screamingCase } from '@/lib/topology/naming'
import { namesUsed } from '@/lib/topology/steps/names-used'
import type { Entity } from '../project'
import type { Body } from './body'
import { variableOf } from './names'
import type { PublishSteps } from './publish'
import type { Scope } from './scope'

type Of<Type extends Step['step']> = Extract<Step, { readonly step: Type }>

/** The constant that tells units of which entity a row is. */
export function kindOf(entity: Pick<Entity, 'plural'>): string {
  return screamingCase(entity.plural)
}

/** A row that was written, and whether it is there at all. */
interface Written {
  readonly entity: Entity
  readonly doubted: boolean
  /** It was read before, and may have stayed as it is. */
  readonly perhaps?: boolean
}

/** Writes the steps that change something: they are collected in a unit, which goes out once. */
export class UnitSteps {
  /** Rows that were written, by their variable. */
  private readonly written = new Map<string, Written>()
  /** Rows that are only answered, as the data API has kept them. */
  private readonly kept = new Map<string, string>()
  private creations = 0
  private isOpen = false

  constructor(
    private readonly body: Body,
    private readonly publishing: PublishSteps,
  ) {}

  /** Begins to collect what goes out together. */
  open(): void {
    if (this.isOpen) return
    this.isOpen = true
    this.body.needs.own('application.unit', 'Unit')
    this.body.needs.own('application.unit', 'Units')
    this.body.writer.statement(`unit = Unit(${this.body.occasion})`)
  }

  /** Sends what was collected, and takes the rows that the rest of the steps names as they are kept. */
  commit(rest: readonly Step[]): void {
    if (!this.isOpen) return
    this.isOpen = false
    const named = new Set(rest.flatMap((step) => [...namesUsed(step)]).map(variableOf))
    const asked = [...this.written].filter(([variable]) => named.has(variable))
    const sent = 'await self._units.commit(unit)'
    this.body.writer.statement(asked.length > 0 ? `outcome = ${sent}` : sent)
    const isAnswered = rest.length === 1 && isPlainAnswer(rest[0])
    for (const [variable, { entity, doubted, perhaps }] of asked) {
      const kept = perhaps
        ? `outcome.either(${kindOf(entity)}, ${variable}.id, ${variable})`
        : `outcome.read(${kindOf(entity)}, ${variable}.id)`
      const take = () => this.body.writer.statement(`${variable} = ${kept}`)
      if (doubted) this.body.writer.when({ parts: [[variable, 'is not', 'None']] }, take)
      else if (isAnswered) this.kept.set(variable, kept)
      else take()
    }
  }

  /** A row where it is answered: from the answer of the data API, unless it has been taken before. */
  asKept(variable: string): string {
    return this.kept.get(variable) ?? variable
  }

  /** Writes a new row; `as` is the name that it goes on by, if any step names it. */
  create(scope: Scope, step: Of<'create'>, as: string | null): void {
    const entity = this.body.dictionary.entity(step.entity)
    const fresh = this.newRow(entity, this.body.given(scope, step.values, entity.fields))
    this.begin(entity, fresh, as)
    if (as !== null) this.written.set(as, { entity, doubted: step.when !== undefined })
  }

  update(scope: Scope, step: Of<'update'>, isNamed: boolean): void {
    const { code, entity } = loaded(scope, step.target)
    this.change(entity, code, this.body.given(scope, step.values, entity.fields), isNamed ? code : null)
    if (isNamed) this.written.set(code, { entity, doubted: false, perhaps: step.when !== undefined })
  }

  remove(scope: Scope, step: Of<'delete'>): void {
    const { code, entity } = loaded(scope, step.target)
    this.written.delete(code)
    this.body.writer.statement(`unit.delete(${this.kind(entity)}, ${code}.id, ${code}.version)`)
    const told = this.publishing.impliedBy(entity, 'deleted')
    if (told) this.publishing.tell(told, code, { isGone: true })
  }

  upsert(scope: Scope, step: Of<'upsert'>, as: string | null): void {
    const { needs, writer } = this.body
    const entity = this.body.dictionary.entity(step.entity)
    const values = this.body.given(scope, step.values, entity.fields)
    const fresh = this.newRow(entity, values)
    const present = this.body.freshName('present')
    needs.own('application.found', 'first')
    needs.own(`application.dtos.${entity.name}_dtos`, `${entity.className}Query`)
    const query = `${entity.className}Query(${step.by}=${fresh}.${step.by}, limit=1)`
    writer.statement(`${present} = first(await ${needs.gateway(entity)}.find(${query}))`)
    writer.when({ parts: [[present, 'is', 'None']] }, () => this.begin(entity, fresh, as))
    writer.line('else:')
    writer.block(() => this.change(entity, present, values, as))
    if (as !== null) this.written.set(as, { entity, doubted: step.when !== undefined })
  }

  private newRow(entity: Entity, values: string): string {
    const fresh = this.body.freshName(`new_${entity.name}`)
    this.body.writer.statement(
      `${fresh} = ${this.body.ofEntity(entity, `New${entity.className}`)}(${values})`,
    )
    return fresh
  }

  private begin(entity: Entity, fresh: string, name: string | null): void {
    this.creations += 1
    const told = this.publishing.impliedBy(entity, 'created')
    const as = name ?? (told ? this.body.freshName(`created_${entity.name}`) : null)
    const id = `${this.body.occasion}.new_id("${entity.name}", ${this.creations})`
    if (as !== null) {
      const begin = this.body.ofEntity(entity, `begin_${entity.name}`)
      this.body.writer.statement(`${as} = ${begin}(${fresh}, ${id}, ${this.body.occasion}.now)`)
    }
    this.body.writer.statement(
      `unit.create(${this.kind(entity)}, ${as === null ? id : `${as}.id`}, ${fresh})`,
    )
    if (told && as !== null) this.publishing.tell(told, as)
  }

  private change(entity: Entity, from: string, values: string, name: string | null): void {
    const told = this.publishing.impliedBy(entity, 'updated')
    const as = name ?? (told ? this.body.freshName(`changed_${entity.name}`) : null)
    const changes = this.body.freshName(`changes_${as ?? from}`)
    const given = `${this.body.ofEntity(entity, `${entity.className}Changes`)}(${values})`
    this.body.writer.statement(`${changes} = ${given}`)
    this.body.writer.statement(`unit.update(${this.kind(entity)}, ${from}.id, ${from}.version, ${changes})`)
    if (as === null) return
    const change = this.body.ofEntity(entity, `change_${entity.name}`)
    this.body.writer.statement(`${as} = ${change}(${from}, ${changes}, ${this.body.occasion}.now)`)
    if (told) this.publishing.tell(told, as)
  }

  private kind(entity: Entity): string {
    this.body.needs.own(`application.ports.${entity.name}_gateway`, kindOf(entity))
    return kindOf(entity)
  }
}

function isPlainAnswer(step: Step | undefined): boolean {
  return step?.step === 'answer' && step.when === undefined && step.content?.body === 'entity'
}

/** A row that was read, or the item of a loop. */
function loaded(scope: Scope, name: string): { readonly code: string; readonly entity: Entity } {
  const named = scope.values.get(name === 'item' ? 'item' : `result ${name}`)
  if (named?.type.is !== 'entity') throw new Error(`${name} is no loaded row`)
  return { code: named.code, entity: named.type.entity }
}
