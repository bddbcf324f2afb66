import type { Step } from '@/lib/topology/model/step'
import type { NamedValue } from '@/lib/topology/model/value'
import { pascalCase } from '@/lib/topology/naming'
import { errorClass } from '@/lib/topology/steps/error-class'
import { namesUsed } from '@/lib/topology/steps/names-used'
import { phaseOf } from '@/lib/topology/steps/phases'
import type { FieldType, ObjectField } from '../project'
import { Body } from './body'
import { answerOf, writeCall } from './call'
import { writeDecision } from './decision'
import type { Decision, Dictionary } from './dictionary'
import { writeEmail } from './email'
import { type Find, writeFind, writeFindAll, writeSearch } from './find'
import { type Loop, namesItem, pagedFinds, type Through, writeLoop } from './loop'
import { variableOf } from './names'
import type { Needs } from './needs'
import { mayBeOwnDoing } from './own-doing'
import { PublishSteps, withInner } from './publish'
import { type Scope, scopeWhere, withValue } from './scope'
import { plain, TEXT, type Typed } from './typed'
import { UnitSteps } from './unit'
import type { Values } from './values'

/** A list of steps and what starts it. */
export interface StepProgram {
  readonly name: string
  /** The class of an answer that has several values. */
  readonly answerClass: string
  /** The package that it is written for. */
  readonly service: string
  readonly steps: readonly Step[]
  readonly start: Scope
  /** What is found without a limit is found whatever its number: it is read page by page. */
  readonly readsPages?: boolean
}

type Of<Type extends Step['step']> = Extract<Step, { readonly step: Type }>

/** A value of an answer that has several. */
export interface AnswerPart {
  readonly name: string
  readonly type: Typed
}

/** What comes of a list of steps. */
export interface Compiled {
  readonly needs: Needs
  /** The body of a method, indented for it. */
  readonly lines: readonly string[]
  /** Whether it writes rows. */
  readonly writes: boolean
  /** Whether what it does goes out in a unit: rows, messages, or both. */
  readonly collects: boolean
  /** Whether it asks if its unit is written already. */
  readonly remembers: boolean
  /** What it answers with, where it does: one result, or several values. */
  readonly answer: Typed | readonly AnswerPart[] | null
}

/** Writes a list of steps as the body of an async method. */
export function compileSteps(program: StepProgram, dictionary: Dictionary): Compiled {
  return new Compiler(program, dictionary).run()
}

const BODY = '        '

class Compiler {
  private readonly body: Body
  private unit: UnitSteps
  private readonly publishing: PublishSteps
  /** What is found while a loop goes through it. */
  private readonly paged: ReadonlySet<Step>
  /** What is written because of a row is written because of the row as it is now. */
  private readonly reading: 'read' | 'read_cached'
  private readonly searches = new Map<string, Through>()
  private answer: Compiled['answer'] = null
  private mails = 0
  private remembers = false
  /** The steps that go out together with the one that is written. */
  private together: readonly Step[] = []
  private calls = 0
  /** The steps after the one that is written. */
  private rest: readonly Step[] = []

  constructor(
    private readonly program: StepProgram,
    dictionary: Dictionary,
  ) {
    this.body = new Body(program.name, program.service, dictionary, BODY)
    this.publishing = new PublishSteps(this.body, program.steps)
    this.unit = new UnitSteps(this.body, this.publishing)
    this.reading = dictionary.caches && !writesRows(program.steps) ? 'read_cached' : 'read'
    this.paged = program.readsPages ? pagedFinds(program.steps) : new Set()
  }

  run(): Compiled {
    const { steps, start } = this.program
    this.steps(start, steps)
    const collected = collectedIn(steps)
    const writes = writesRows(steps)
    const { remembers, answer } = this
    const { needs, writer } = this.body
    return { needs, lines: writer.lines, writes, collects: collected.length > 0, remembers, answer }
  }

  /** Writes steps in their order; what they write goes out together. */
  private steps(start: Scope, steps: readonly Step[]): void {
    let scope = start
    this.together = steps
    for (const [index, step] of steps.entries()) {
      this.rest = steps.slice(index + 1)
      // The items of a loop are units of their own.
      if (phaseOf(step) === 1 && step.step !== 'for_each') this.unit.open()
      if (phaseOf(step) > 1) this.unit.commit(steps.slice(index))
      scope = this.step(scope, step)
    }
    this.unit.commit([])
  }

  private step(scope: Scope, step: Step): Scope {
    const inside = scopeWhere(scope, step.when)
    const result = this.resultOf(step)
    const { writer, conditions } = this.body
    if (step.when) {
      if (result) writer.statement(`${result.variable}: ${this.body.annotation(result.type)} | None = None`)
      writer.when(conditions.write(scope, step.when), () => this.write(inside, step))
    } else this.write(inside, step)
    // Where the condition does not hold there is nothing to answer.
    if (step.step === 'answer' && step.when) writer.line('return None')
    if (step.step === 'require' && !step.when) return scopeWhere(scope, step.condition)
    if (!result) return scope
    const type = step.when ? { ...result.type, optional: true } : result.type
    return withValue(scope, `result ${result.name}`, { code: result.variable, type })
  }

  private write(scope: Scope, step: Step): void {
    switch (step.step) {
      case 'load':
        this.load(scope, step)
        break
      case 'find':
        this.find(scope, step)
        break
      case 'for_each':
        if (leavesAnything(step, [])) this.loop(scope, step)
        break
      case 'require':
        this.require(scope, step)
        break
      case 'decide':
        this.decide(scope, step)
        break
      case 'create':
        this.unit.create(scope, step, this.nameOf(step))
        break
      case 'update':
        this.unit.update(scope, step, this.isNamed(step.target))
        break
      case 'delete':
        this.unit.remove(scope, step)
        break
      case 'upsert':
        this.unit.upsert(scope, step, this.nameOf(step))
        break
      case 'call':
        this.calls += 1
        writeCall(this.body, scope, step, { name: this.nameOf(step), number: this.calls })
        break
      case 'publish':
        this.publishing.publish(scope, step)
        break
      case 'email':
        this.mails += 1
        writeEmail(this.body, scope, step, this.mails)
        break
      case 'answer':
        this.say(scope, step)
        break
      default:
        throw new Error(`No Python is written for steps of the type ${step.step}`)
    }
  }

  /** The variable of a step's result; null where no later step names it. */
  private nameOf(step: Step): string | null {
    return 'as' in step && step.as !== undefined && this.isNamed(step.as) ? variableOf(step.as) : null
  }

  /** Where what a step reads goes: into its variable, if a later step names it. */
  private intoOf(step: Step): string {
    const name = this.nameOf(step)
    return name === null ? '' : `${name} = `
  }

  private isNamed(result: string): boolean {
    return isNamedIn(result, this.rest)
  }

  private resultOf(step: Step): Result | null {
    const variable = this.nameOf(step)
    if (!('as' in step) || !step.as || variable === null) return null
    const named = { name: step.as, variable }
    switch (step.step) {
      case 'load':
      case 'create':
      case 'upsert':
        return { ...named, type: this.entityType(step.entity) }
      case 'find':
        return { ...named, type: { ...this.entityType(step.entity), is: 'entities' } }
      case 'call': {
        const { operation } = this.body.dictionary.operation(step.target, step.operation)
        const type = answerOf(operation, step)
        return type && { ...named, type }
      }
      case 'decide':
        return { ...named, type: plain(this.body.dictionary.decided(step.rule, step.result)) }
      default:
        return null
    }
  }

  private entityType(id: string): Extract<Typed, { is: 'entity' }> {
    return { is: 'entity', entity: this.body.dictionary.entity(id), optional: false }
  }

  private load(scope: Scope, step: Of<'load'>): void {
    const { entity: id, by, value } = step
    const { needs, writer } = this.body
    const into = this.intoOf(step)
    const entity = this.body.dictionary.entity(id)
    const gateway = needs.gateway(entity)
    const key = this.body.asField(scope, entity, by, value)
    if (by === 'id') {
      writer.statement(`${into}await ${gateway}.${this.reading}(${key})`)
      return
    }
    const missing = `${entity.className}NotFoundError`
    needs.own('domain.errors', missing)
    needs.own('application.found', 'only')
    needs.own(`application.dtos.${entity.name}_dtos`, `${entity.className}Query`)
    const query = `${entity.className}Query(${by}=${key}, limit=1)`
    writer.statement(`${into}only(await ${gateway}.find(${query}), ${missing})`)
  }

  private find(scope: Scope, step: Find): void {
    const into = this.intoOf(step)
    if (this.paged.has(step) && into !== '') {
      const entity = this.body.dictionary.entity(step.entity)
      this.searches.set(step.as, { entity, of: writeSearch(this.body, scope, step) })
    } else if (this.program.readsPages && step.limit === undefined && into !== '')
      writeFindAll(this.body, scope, step, into)
    else writeFind(this.body, scope, step, into)
  }

  private loop(scope: Scope, { of, steps }: Loop): void {
    const { values } = this.body
    const through = this.searches.get(of) ?? listThrough(values.listed(scope, of))
    const { unit, rest, together } = this
    writeLoop(this.body, scope, through, steps, (inside) => {
      this.unit = new UnitSteps(this.body, this.publishing)
      this.steps(inside, steps)
    })
    this.unit = unit
    this.rest = rest
    this.together = together
  }

  private require(scope: Scope, step: Of<'require'>): void {
    const { condition, error, otherwise } = step
    const { needs, writer, conditions } = this.body
    const name = otherwise === 'stop' ? 'StopHandling' : (errorClass(error) ?? error)
    if (otherwise === 'stop') needs.import('shared.messaging.faults', name)
    else needs.own('domain.errors', name)
    const refuse = () => writer.line(`raise ${name}`)
    const isOwn = mayBeOwnDoing(step, this.together)
    const block = isOwn ? () => this.unlessRepeated(refuse) : refuse
    writer.when(conditions.write(scope, condition), block, { not: true })
  }

  /** What the same steps have written before is no reason to refuse their repetition. */
  private unlessRepeated(refuse: () => void): void {
    this.remembers = true
    const { writer, occasion, needs } = this.body
    needs.own('application.unit', 'Units')
    writer.statement(`is_repeated = await self._units.has_written(${occasion})`)
    writer.when({ parts: [['is_repeated']] }, refuse, { not: true })
  }

  /** The rule is given what it knows in one object, and may be another one in tests. */
  private decide(scope: Scope, step: Of<'decide'>): void {
    const { needs, writer, values } = this.body
    const stem = pascalCase(step.rule)
    const name = this.nameOf(step)
    // A rule changes nothing: without a use of what it decides it is not asked.
    if (name === null) return
    const { inputs } = this.decision(scope, step)
    const given = this.body.freshName(`given_${step.rule}`)
    const facts = step.inputs.flatMap(({ name, value }) => {
      const input = inputs.find((one) => one.name === name)
      return input ? [`${name}=${this.body.short(values.writeAs(scope, value, input))}`] : []
    })
    needs.own(`domain.decisions.${step.rule}`, `${stem}Given`)
    needs.decision(step.rule, stem)
    writer.statement(`${given} = ${stem}Given(${facts.join(', ')}${facts.length > 1 ? ',' : ''})`)
    writer.statement(`${name} = self._decide_${step.rule}(${given})`)
  }

  /** The rule as it was first met in the service; all its uses are alike. */
  private decision(scope: Scope, step: Of<'decide'>): Decision {
    const { dictionary, values } = this.body
    const known = dictionary.decisions.get(step.rule)
    if (known) return known
    const inputs = step.inputs.map(({ name, value }): ObjectField => {
      const { type } = values.write(scope, value)
      if (type.is !== 'plain') throw new Error(`The input ${name} of a rule is no plain value`)
      return { name, type: ownType(type.type), required: !type.optional, label: null }
    })
    const result = dictionary.decided(step.rule, step.result)
    const made = writeDecision(step, inputs, result, this.program.service, dictionary)
    dictionary.decisions.set(step.rule, made)
    return made
  }

  private say(scope: Scope, { content }: Of<'answer'>): void {
    if (!content) return
    if (content.body === 'object') {
      this.sayObject(scope, content.fields)
      return
    }
    const named = scope.values.get(`result ${content.result}`)
    if (!named) throw new Error(`Nothing is called ${content.result}`)
    this.answer = named.type
    this.body.annotation(named.type)
    this.body.writer.answer(this.unit.asKept(named.code))
  }

  private sayObject(scope: Scope, fields: readonly NamedValue[]): void {
    const given = fields.map(({ name, value }) => ({ name, value: this.body.values.write(scope, value) }))
    this.answer = given.map(({ name, value }) => ({ name, type: value.type }))
    const values = given.map(({ name, value }) => `${name}=${this.body.short(value)}`)
    this.body.writer.statement(
      `return ${this.program.answerClass}(${values.join(', ')}${values.length > 1 ? ',' : ''})`,
    )
  }
}

/** The steps whose work goes out in units. */
function collectedIn(steps: readonly Step[]): readonly Step[] {
  return withInner(steps).filter((step) => phaseOf(step) === 1 && step.step !== 'for_each')
}

function writesRows(steps: readonly Step[]): boolean {
  return collectedIn(steps).some(({ step }) => step !== 'publish')
}

/** Whether some of the steps that leave anything in the Python names a result. */
function isNamedIn(result: string, steps: readonly Step[]): boolean {
  return steps.some((step, index) => isNamedBy(result, step) && leavesAnything(step, steps.slice(index + 1)))
}

function isNamedBy(result: string, step: Step): boolean {
  if (result === 'item') return namesItem(step)
  if (step.step !== 'for_each') return namesUsed(step).has(result)
  return namesUsed({ ...step, steps: [] }).has(result) || isNamedIn(result, step.steps)
}

/** A rule changes nothing: without a use of what it decides it is not asked, and a loop over such rules is none. */
function leavesAnything(step: Step, later: readonly Step[]): boolean {
  if (step.step === 'decide') return isNamedIn(step.as, later)
  if (step.step !== 'for_each') return true
  return step.steps.some((inner, index) => leavesAnything(inner, step.steps.slice(index + 1)))
}

function listThrough({ code, type }: ReturnType<Values['listed']>): Through {
  return { entity: type.entity, of: code }
}

/** Messages are no matter of the domain: what is one of several words there is a text to a rule. */
function ownType(type: FieldType): FieldType {
  return type.type === 'enum' && type.home.startsWith('shared.') ? TEXT : type
}

interface Result {
  readonly name: string
  readonly variable: string
  readonly type: Typed
}
