import type { Constant, NamedValue, Value } from '@/lib/topology/model/value'
import { screamingCase } from '@/lib/topology/naming'
import type { Entity, ObjectField } from '../project'
import { Conditions } from './conditions'
import { constantAs } from './constants'
import type { Dictionary } from './dictionary'
import type { Expression } from './expression'
import { Needs } from './needs'
import type { Scope } from './scope'
import { MOMENT, type Typed, UUID } from './typed'
import { Values } from './values'
import { Writer } from './writer'

/** Longer calculations than this get a name before they are given to something. */
const LONGEST_ARGUMENT = 40

/** What all steps of a list have in common while their Python is written. */
export class Body {
  readonly needs: Needs
  readonly values: Values
  readonly conditions: Conditions
  readonly writer: Writer
  /** What ids and times are made of: in a loop whose items are units, the occasion of the item. */
  occasion = 'occasion'
  /** How many loops have items that are units. */
  loops = 0
  private readonly taken = new Map<string, number>()

  constructor(
    name: string,
    service: string,
    readonly dictionary: Dictionary,
    indent: string,
  ) {
    this.needs = new Needs(service, screamingCase(name))
    this.writer = new Writer(indent)
    this.values = new Values(this.needs, dictionary.locale, {
      occasion: () => this.occasion,
      total: (item, list, zero) => this.writer.total(item, list, zero),
    })
    this.conditions = new Conditions(this.values, this.needs)
  }

  /** A name that nothing else has here: `new_loan`, `new_loan_2`. */
  freshName(name: string): string {
    const number = (this.taken.get(name) ?? 0) + 1
    this.taken.set(name, number)
    return number === 1 ? name : `${name}_${number}`
  }

  /** Brings a class of the entity's module along. */
  ofEntity(entity: Entity, name: string): string {
    this.needs.own(`domain.entities.${entity.name}`, name)
    return name
  }

  /** The arguments of something that has these fields. */
  given(scope: Scope, values: readonly NamedValue[], fields: readonly ObjectField[]): string {
    const given = values.map(({ name, value }) => {
      const field = fields.find((one) => one.name === name)
      if (!field) throw new Error(`There is no field ${name}`)
      return `${name}=${this.short(this.values.writeAs(scope, value, field))}`
    })
    return given.length > 1 ? `${given.join(', ')},` : given.join('')
  }

  short(expression: Expression): string {
    const isLong = expression.chain && expression.code.length > LONGEST_ARGUMENT
    return isLong ? this.writer.hold(expression) : expression.code
  }

  /** A value as the field of an entity that it is compared with. */
  asField(scope: Scope, entity: Entity, name: string, value: Value): string {
    return this.short(this.values.writeAs(scope, value, fieldNamed(entity, name)))
  }

  /** A constant that the time of creation is compared with. */
  asMoment(constant: Constant): Expression {
    return constantAs(constant, MOMENT, this.needs)
  }

  /** The class of a result, for its annotation. */
  annotation(type: Typed): string {
    if (type.is === 'entity') return this.ofEntity(type.entity, type.entity.className)
    if (type.is === 'entities') return `tuple[${this.ofEntity(type.entity, type.entity.className)}, ...]`
    if (type.is === 'plain') return this.needs.domainType(type.type)
    throw new Error('A constant is no result')
  }
}

function fieldNamed(entity: Entity, name: string): ObjectField {
  const type = name === 'id' ? UUID : MOMENT
  return entity.fields.find((field) => field.name === name) ?? { name, type, required: true, label: null }
}
