/** A new step as a menu adds it: about the first thing that it can be about, filled from the scope. */
import { freshName } from '../fresh'
import { cut, MAX_IDENTIFIER } from '../identifiers'
import type { Lookup } from '../lookup'
import type { LocalText } from '../model/basics'
import type { Entity } from '../model/entity'
import type { Service } from '../model/service'
import type { Step } from '../model/step'
import type { NamedValue, Value } from '../model/value'
import { pluralName } from '../naming'
import { callable, scopeBefore } from './analysis'
import { findableFields, ID, loadableFields, upsertableFields } from './entity-fields'
import { filled, standIn, surelyMeant } from './fill'
import { firstCondition } from './first-condition'
import { likelyEntities, likelyMessages, likelyTarget, mailServer } from './likely'
import { valuesIn } from './offers'
import { phaseOf, type StepType, stepsAllowedIn } from './phases'
import { RESERVED_RESULTS, type Scope } from './scope'
import { type Path, stepListAt, stepListsOf } from './step-lists'
import { isNeeded, plainType, type TypedField, type ValueType } from './value-type'

/** Where a step shall stand: a service, and the path to the step in it. */
export interface StepPlace {
  readonly service: string
  /** Ends with the index in its list; one behind the last stands for the end. */
  readonly path: Path
}

/**
 * A new step of a type at a place, as complete as the scope allows; undefined where it cannot be about anything: no
 * entity is there to load, no list to go through, no mail server to send by.
 */
export function freshStep(look: Lookup, place: StepPlace, type: StepType): Step | undefined {
  const scope = scopeBefore(look, place.service, place.path)
  if (!scope) return undefined
  const taken = namesGiven(scope.service, place.path)
  return MAKERS[type]({ look, scope: { ...scope, ...taken } })
}

/** The index at which a new step of this type keeps the order of a list: behind the last of its phase. */
export function indexForNew(steps: readonly Step[], type: StepType): number {
  const phase = phaseOf({ step: type, steps: [] } as unknown as Step)
  const after = steps.findIndex((step) => phaseOf(step) > phase)
  return after < 0 ? steps.length : after
}

/** Names that a new step leaves alone: of results in its list, of rules and errors in its service. */
interface Given {
  readonly resultNames: readonly string[]
  readonly ruleNames: readonly string[]
  readonly errorNames: readonly string[]
}

type FreshScope = Scope & Given

function namesGiven(service: Service, path: Path): Given {
  const own = allSteps(stepListAt(service, path)?.steps ?? [])
  const all = stepListsOf(service).flatMap(({ steps }) => allSteps(steps))
  return {
    // Also those that cannot be seen from where the step shall stand.
    resultNames: own.flatMap((step) => ('as' in step && step.as ? [step.as] : [])),
    ruleNames: all.flatMap((step) => (step.step === 'decide' ? [step.rule] : [])),
    errorNames: all.flatMap((step) => (step.step === 'require' ? [step.error] : [])),
  }
}

function allSteps(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) => [step, ...(step.step === 'for_each' ? allSteps(step.steps) : [])])
}

interface Around {
  readonly look: Lookup
  readonly scope: FreshScope
}

type Maker = (around: Around) => Step | undefined

const MAKERS: Readonly<Record<StepType, Maker>> = {
  load: (around) => {
    const [entity, ...more] = likelyEntities(around)
    if (!entity) return undefined
    const found = keyInScope(around.scope, [entity, ...more])
    if (found)
      return {
        step: 'load',
        ...found.key,
        entity: found.entity.id,
        as: freshResult(around.scope, found.entity.name),
      }
    const value: Value = { value: 'new_id' }
    return { step: 'load', entity: entity.id, by: ID, value, as: freshResult(around.scope, entity.name) }
  },
  find: (around) => {
    const entities = likelyEntities(around)
    const related = entities.flatMap((entity) => {
      const where = referenceTo(around.scope, entity)
      return where ? [{ entity, where: [where] }] : []
    })
    const [first] = [...related, ...entities.map((entity) => ({ entity, where: [] }))]
    if (!first) return undefined
    const { entity, where } = first
    return { step: 'find', entity: entity.id, where, as: freshResult(around.scope, pluralName(entity)) }
  },
  for_each: (around) => {
    const of = lastOf(around.scope, 'entities')
    if (!of) return undefined
    const item: ValueType = { is: 'entity', entity: of.entity }
    const { scope } = around
    const inside = { ...scope, inLoop: true, sources: { ...scope.sources, item } }
    const first = firstInLoop({ look: around.look, scope: inside })
    return { step: 'for_each', of: of.name, steps: first ? [first] : [] }
  },
  require: ({ scope }) => ({
    step: 'require',
    condition: firstCondition(scope),
    error: freshName(new Set(scope.errorNames), 'not_allowed'),
    ...(scope.context.in === 'use_case' && { status: 409 }),
    ...(scope.context.in === 'handler' && { otherwise: 'stop' }),
    text: NOT_ALLOWED,
  }),
  decide: ({ scope }) => ({
    step: 'decide',
    rule: freshRule(scope),
    inputs: decisionInputs(scope),
    result: { type: 'boolean' },
    rows: [],
    otherwise: true,
    as: freshResult(scope, 'decision'),
  }),
  create: (around) => {
    const entity = bestFilled(around.scope, likelyEntities(around), writable)
    if (!entity) return undefined
    return {
      step: 'create',
      entity: entity.id,
      values: filled(around.scope, entity.fields),
      as: freshResult(around.scope, entity.name),
    }
  },
  update: ({ scope }) => {
    const target = changeable(scope)
    const entity = target && scope.reader.entity(target.entity)
    if (!entity) return undefined
    return { step: 'update', target: target.name, values: someChange(scope, entity) }
  },
  delete: ({ scope }) => {
    const target = changeable(scope)
    return target && { step: 'delete', target: target.name }
  },
  upsert: (around) => {
    const possible = likelyEntities(around).filter((entity) => upsertableFields(entity).length > 0)
    const entity = bestFilled(around.scope, possible, writable)
    const by = entity && upsertableFields(entity)[0]
    if (!entity || !by) return undefined
    const values = filled(around.scope, entity.fields)
    const key = values.some(({ name }) => name === by.name) ? undefined : standIn(around.scope, by)
    return {
      step: 'upsert',
      entity: entity.id,
      by: by.name,
      values: key ? [{ name: by.name, value: key }, ...values] : values,
      as: freshResult(around.scope, entity.name),
    }
  },
  publish: (around) => {
    const [message] = likelyMessages(around)
    return message && { step: 'publish', message: message.id, values: filled(around.scope, message.fields) }
  },
  call: (around) => {
    const target = likelyTarget(around)
    const [operation] = target ? callable(around.look, target.id) : []
    if (!target || !operation) return undefined
    const as = operation.output && { as: freshResult(around.scope, operation.name) }
    return {
      step: 'call',
      target: target.id,
      operation: operation.name,
      values: filled(around.scope, operation.inputs),
      ...as,
    }
  },
  email: (around) => {
    const server = mailServer(around)
    if (!server) return undefined
    const [to] = valuesIn(around.scope, plainType({ type: 'email' }), 'email')
    return {
      step: 'email',
      via: server.id,
      to: to?.value ?? { value: 'constant', constant: 'team@company.com' },
      subject: words('News', 'Новости'),
      body: words('Something has happened.', 'Кое-что произошло.'),
    }
  },
  notify: ({ scope }) => {
    const chats = valuesIn(scope, plainType({ type: 'integer' }), 'telegram_id')
    const named = chats.find(({ name }) => /(?:^sender|chat|telegram|user)[._]?.*id$/.test(name))
    return {
      step: 'notify',
      chat: (named ?? chats.find(({ value }) => 'path' in value))?.value ?? {
        value: 'constant',
        constant: 0,
      },
      text: words('Something has happened.', 'Кое-что произошло.'),
    }
  },
  answer: ({ scope }) => {
    const last = lastOf(scope, 'entity') ?? lastOf(scope, 'entities')
    if (last) {
      const body = last.is === 'entity' ? 'entity' : 'list'
      return { step: 'answer', status: last.created ? 201 : 200, content: { body, result: last.name } }
    }
    if (scope.context.in !== 'command') return { step: 'answer', status: 204 }
    const fields = [{ name: 'text', value: words('Done.', 'Готово.') }]
    return { step: 'answer', status: 200, content: { body: 'object', fields } }
  },
}

const NOT_ALLOWED: LocalText = { en: 'This is not possible now.', ru: 'Сейчас это невозможно.' }

function words(en: string, ru: string): Value {
  return { value: 'text', text: { en, ru }, places: [] }
}

/** With a number behind it a name still is no longer than a name may be. */
const LONGEST = MAX_IDENTIFIER - 6

/** A name for a result that neither another has nor a word of steps is. */
function freshResult(scope: FreshScope, stem: string): string {
  const taken = [...scope.results.keys(), ...scope.resultNames, ...RESERVED_RESULTS]
  return freshName(new Set(taken), cut(stem || 'result', LONGEST))
}

function freshRule(scope: FreshScope): string {
  const last = lastOf(scope, 'entity')
  const name = last && scope.reader.entity(last.entity)?.name
  return freshName(new Set(scope.ruleNames), cut(name ? `judge_${name}` : 'judge', LONGEST))
}

interface KeyInScope {
  readonly entity: Entity
  readonly key: { readonly by: string; readonly value: Value }
}

/** An entity whose id, or another value that finds one, is in scope and has not been loaded already. */
function keyInScope(scope: Scope, entities: readonly Entity[]): KeyInScope | undefined {
  const loaded = new Set(
    [...scope.results.values()].flatMap(({ type }) => (type.is === 'entity' ? [type.entity] : [])),
  )
  for (const entity of entities.filter(({ id }) => !loaded.has(id))) {
    for (const field of loadableFields(entity)) {
      const name = field.name === ID ? `${entity.name}_id` : field.name
      const asked = { ...field, name, optional: false }
      const value = surelyMeant(scope, asked) ?? senderId(scope, field)
      if (value) return { entity, key: { by: field.name, value } }
    }
  }
  return undefined
}

/** Who writes to a bot is found by the number that Telegram gave them. */
function senderId(scope: Scope, field: TypedField): Value | undefined {
  const isTelegram = field.type === 'integer' && /telegram|chat|tg/.test(field.name)
  return scope.sources.sender && isTelegram ? { value: 'sender', path: ['id'] } : undefined
}

function referenceTo(scope: Scope, entity: Entity) {
  for (const field of findableFields(entity)) {
    if (field.type !== 'reference' || field.name === ID) continue
    const value = surelyMeant(scope, { ...field, optional: false })
    if (value) return { field: field.name, operator: '=', value } as const
  }
  return undefined
}

interface LastResult {
  readonly name: string
  readonly is: 'entity' | 'entities'
  readonly entity: string
  readonly created: boolean
}

function lastOf(scope: Scope, is: LastResult['is']): LastResult | undefined {
  for (const [name, { type, loaded }] of [...scope.results].reverse()) {
    if (type.is === is && !type.optional)
      return { name, is, entity: type.entity, created: !loaded && is === 'entity' }
  }
  return undefined
}

/** What an update or a delete may be about: the item of a loop, or what was loaded last. */
function changeable(scope: Scope): { readonly name: string; readonly entity: string } | undefined {
  const { item } = scope.sources
  if (item?.is === 'entity') return { name: 'item', entity: item.entity }
  for (const [name, { type, loaded }] of [...scope.results].reverse())
    if (loaded && type.is === 'entity' && !type.optional) return { name, entity: type.entity }
  return undefined
}

const writable = ({ fields }: Entity) => fields

/** The entity of which the most needed fields can be filled; the first of equals. */
function bestFilled(
  scope: Scope,
  entities: readonly Entity[],
  fieldsOf: (entity: Entity) => Entity['fields'],
): Entity | undefined {
  const missing = (entity: Entity) => {
    const given = new Set(filled(scope, fieldsOf(entity)).map(({ name }) => name))
    return fieldsOf(entity).filter((field) => isNeeded(field) && !given.has(field.name)).length
  }
  const [best] = entities
    .map((entity, index) => ({ entity, index, missing: missing(entity) }))
    .sort((a, b) => a.missing - b.missing || a.index - b.index)
  return best?.entity
}

/** What the input or the message says about the entity, else a first field. */
function someChange(scope: Scope, entity: Entity): NamedValue[] {
  const { item: _, ...sources } = scope.sources
  const arrived: Scope = { ...scope, results: new Map(), sources }
  const said = entity.fields.flatMap((field): NamedValue[] => {
    const value = surelyMeant(arrived, field)
    return value ? [{ name: field.name, value }] : []
  })
  if (said.length > 0) return said
  const order = [...entity.fields].sort((a, b) => Number(b.type === 'enum') - Number(a.type === 'enum'))
  for (const field of order) {
    const value = standIn(scope, field)
    if (value) return [{ name: field.name, value }]
  }
  return []
}

function firstInLoop(around: Around): Step | undefined {
  const { scope } = around
  const allowed = stepsAllowedIn(scope.context.in, scope.service.kind, true)
  if (allowed.includes('update')) return MAKERS.update(around)
  return MAKERS.require(around)
}

function decisionInputs(scope: Scope): NamedValue[] {
  const offers = valuesIn(scope).filter(
    ({ type, value, name }) =>
      type.is === 'plain' && INPUTS.has(type.type.type) && 'path' in value && !name.endsWith('version'),
  )
  const taken = new Set<string>()
  return offers.slice(0, 3).map(({ value, name }) => {
    const input = freshName(taken, ('path' in value && value.path.at(-1)) || name)
    taken.add(input)
    return { name: input, value }
  })
}

const INPUTS: ReadonlySet<string> = new Set(['integer', 'decimal', 'boolean', 'enum', 'date', 'string'])
