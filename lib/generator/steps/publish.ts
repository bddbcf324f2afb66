import type { EntityVerb } from '@/lib/topology/activity'
import type { Step } from '@/lib/topology/model/step'
import type { Constant, NamedValue } from '@/lib/topology/model/value'
import { messageNames } from '../messages/message-view'
import type { Entity, Field, Message } from '../project'
import type { Body } from './body'
import type { Scope } from './scope'

type Publish = Extract<Step, { readonly step: 'publish' }>

/** Writes what a list of steps publishes: it is collected in the unit, and goes out with it. */
export class PublishSteps {
  /** Counts the messages of one name: each has an id of its own, which a repetition makes again. */
  private readonly counts = new Map<string, number>()
  /** Messages that the steps publish themselves: what they write does not imply them once more. */
  private readonly said: ReadonlySet<string>

  constructor(
    private readonly body: Body,
    steps: readonly Step[],
  ) {
    this.said = new Set(withInner(steps).flatMap((step) => (step.step === 'publish' ? [step.message] : [])))
  }

  publish(scope: Scope, { message: id, values, delaySeconds }: Publish): void {
    const message = this.body.dictionary.message(id)
    const { module, className } = messageNames(message)
    const told = this.body.freshName(`new_${message.module}`)
    const given = this.body.given(scope, withDefaults(values, message.fields), message.fields)
    this.body.needs.import(module, className)
    this.body.writer.statement(`${told} = ${className}(${given})`)
    this.send(message, told, delaySeconds ? [`delay_seconds=${delaySeconds}`] : [])
  }

  /** The event that a write implies, or none: then nobody needs to know the row. */
  impliedBy(entity: Entity, verb: EntityVerb): Message | undefined {
    const message = this.body.dictionary.implied(entity, verb)
    return message && !this.said.has(message.origin.id ?? '') ? message : undefined
  }

  /** Tells of a row that is written in this unit; a version of it that is gone counts as one more. */
  tell(message: Message, row: string, { isGone = false } = {}): void {
    const { module, className } = messageNames(message)
    this.body.needs.import(module, className)
    const version = `${row}.version${isGone ? ' + 1' : ''}`
    this.send(message, `${className}.model_validate(${row})`, [
      `entity_id=${row}.id`,
      `entity_version=${version}`,
    ])
  }

  private send(message: Message, told: string, more: readonly string[]): void {
    const { module, kind } = messageNames(message)
    const number = (this.counts.get(message.name) ?? 0) + 1
    this.counts.set(message.name, number)
    this.body.needs.import(module, kind)
    const id = `${this.body.occasion}.new_id("${message.name}", ${number})`
    const given = [kind, id, told, ...more].join(', ')
    this.body.writer.statement(`unit.publish(${given})`)
  }
}

/** The steps of a list with those of its loops. */
export function withInner(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) => (step.step === 'for_each' ? [step, ...withInner(step.steps)] : [step]))
}

/** Everything that has a default is said: type checkers do not see what pydantic would fill in. */
function withDefaults(values: readonly NamedValue[], fields: readonly Field[]): readonly NamedValue[] {
  const given = new Set(values.map(({ name }) => name))
  const filled = fields.flatMap((field): NamedValue[] => {
    const { name, type, default: otherwise } = field
    if (given.has(name) || !otherwise) return []
    if (otherwise.default === 'now')
      return [{ name, value: { value: type.type === 'date' ? 'today' : 'now' } }]
    return [{ name, value: { value: 'constant', constant: otherwise.value as Constant } }]
  })
  return [...values, ...filled]
}
