import { newLink } from '@/lib/catalog/links'
import { changeAt } from '@/lib/topology/at'
import { combine } from '@/lib/topology/edits'
import { type Lookup, lookup } from '@/lib/topology/lookup'
import type { Entity } from '@/lib/topology/model/entity'
import type { Field } from '@/lib/topology/model/field'
import type { Message } from '@/lib/topology/model/message'
import type { Node } from '@/lib/topology/model/node'
import type { BusinessApi, Service } from '@/lib/topology/model/service'
import type { FieldCondition, Step } from '@/lib/topology/model/step'
import type { Topology } from '@/lib/topology/model/topology'
import { Chance } from '@/lib/topology/random/chance'
import { randomDesign } from '@/lib/topology/random/random-design'
import { callable, scopeBefore } from '@/lib/topology/steps/analysis'
import { changeTwice } from '@/lib/topology/steps/changes-item'
import { findableFields } from '@/lib/topology/steps/entity-fields'
import { filled } from '@/lib/topology/steps/fill'
import { freshStep, indexForNew } from '@/lib/topology/steps/fresh-step'
import { giveInput } from '@/lib/topology/steps/give-input'
import { isUnsaid, missingInput } from '@/lib/topology/steps/load-key'
import { isNeverStored } from '@/lib/topology/steps/never-stored'
import { valuesIn, wantedBy } from '@/lib/topology/steps/offers'
import { callTargets } from '@/lib/topology/steps/operations'
import { isWrite, stepsAllowedIn } from '@/lib/topology/steps/phases'
import type { Scope } from '@/lib/topology/steps/scope'
import { type StepList, stepListAt, stepListsOf } from '@/lib/topology/steps/step-lists'
import { plainType } from '@/lib/topology/steps/value-type'

/**
 * A random design in which services also do something: use cases, handlers, schedules and commands with lists of
 * steps that are right, made as a person makes them: a new step from the menu, values from the pickers.
 */
export function randomStepsDesign(seed: number): Topology {
  const chance = new Chance(seed)
  let topology = withStarts(chance, randomDesign(seed))
  for (const service of lookup(topology).services) {
    for (const { path } of stepListsOf(service)) {
      for (let count = chance.int(1, 5); count > 0; count -= 1)
        topology = orAsBefore(topology, grown(chance, topology, service.id, path), service.id, path)
    }
  }
  return topology
}

/** The rows of a list are changed by one loop. */
function orAsBefore(before: Topology, after: Topology, serviceId: string, path: Path): Topology {
  const service = lookup(after).service(serviceId)
  const list = service && stepListAt(service, path)
  return list && changeTwice(list.steps) ? before : after
}

/** Adds what starts lists of steps, and the messages and systems that steps speak of. */
function withStarts(chance: Chance, topology: Topology): Topology {
  const { entities } = topology
  const data = topology.nodes.find((node) => node.type === 'service' && node.kind === 'postgres_data_api')
  const messages = [message('happened', 'event', chance.some(entities, 2)), message('do', 'task', [])]
  const bureau: Node = {
    id: 'steps-bureau',
    type: 'external',
    protocol: 'http',
    name: 'steps_bureau',
    operations: [{ name: 'score', method: 'POST', path: '/score', input: [NUMBER], output: [NUMBER, NOTE] }],
  }
  const mail: Node = { id: 'steps-mail', type: 'external', protocol: 'smtp', name: 'steps_mail' }
  const made = [worker(), bot()]
  const nodes = topology.nodes.map(
    (node): Node =>
      node.type === 'service' && node.kind === 'business_api' ? withUseCases(chance, node, entities) : node,
  )
  const callers = [
    ...nodes.filter((node) => node.type === 'service' && node.kind === 'business_api'),
    ...made,
  ]
  const links = callers.flatMap(({ id }) => [
    ...(data ? [newLink(`steps-data-${id}`, 'calls', id, data.id)] : []),
    newLink(`steps-bureau-${id}`, 'calls', id, bureau.id),
  ])
  return {
    ...topology,
    nodes: [...nodes, ...made, bureau, mail],
    links: [...topology.links, ...links, newLink('steps-mail', 'calls', 'steps-worker', mail.id)],
    messages,
  }
}

const NUMBER: Field = { name: 'amount', type: 'integer' }
const NOTE: Field = { name: 'note', type: 'string', optional: true }

function message(verb: string, type: Message['type'], entities: readonly Entity[]): Message {
  const about = entities.map(
    ({ id }, index): Field => ({ name: `thing${index}_id`, type: 'reference', entity: id }),
  )
  return { id: `steps-${verb}`, type, name: `steps.${verb}`, fields: [...about, NUMBER, NOTE] }
}

function withUseCases(chance: Chance, api: BusinessApi, entities: readonly Entity[]): BusinessApi {
  const input = chance
    .some(entities, 2)
    .map(({ id, name }): Field => ({ name: `${name}_id`, type: 'reference', entity: id }))
  const bearer = { type: 'bearer', issuerVariable: 'ISSUER', audienceVariable: 'AUDIENCE' } as const
  return {
    ...api,
    ...(chance.flag(0.3) && { access: bearer }),
    useCases: [
      {
        id: `${api.id}-case`,
        name: 'steps_case',
        method: 'POST',
        path: '/steps-case',
        input: [...input, NUMBER, NOTE],
        steps: [],
      },
    ],
  }
}

function worker(): Service {
  return {
    id: 'steps-worker',
    type: 'service',
    kind: 'worker',
    domain: 'steps',
    handlers: [{ id: 'steps-handler', message: 'steps-happened', steps: [] }],
    schedules: [{ id: 'steps-schedule', name: 'steps_nightly', cron: '0 3 * * *', steps: [] }],
  }
}

function bot(): Service {
  return {
    id: 'steps-bot',
    type: 'service',
    kind: 'bot',
    domain: 'steps',
    handlers: [{ id: 'steps-bot-handler', message: 'steps-do', steps: [] }],
    commands: [{ id: 'steps-command', name: 'steps', steps: [] }],
  }
}

type Path = readonly (string | number)[]

/** The design with one more step in a list or in a loop, if one can be made that is complete; of these types, or of any. */
export function grown(
  chance: Chance,
  topology: Topology,
  serviceId: string,
  path: Path,
  isWanted: (type: Step['step']) => boolean = () => true,
): Topology {
  const look = lookup(topology)
  const service = look.service(serviceId)
  const list = service && stepListAt(service, path)
  const steps = list && stepsIn(list, path)
  if (!steps) return topology
  const isInLoop = path.length > list.path.length
  const type = chance.pick(stepsAllowedIn(list.context.in, service.kind, isInLoop).filter(isWanted))
  if (type === 'answer' && steps.some(({ step }) => step === 'answer')) return topology
  const index = indexForNew(steps, type)
  const place = [...path, index]
  const scope = scopeBefore(look, serviceId, place)
  const fresh = freshStep(look, { service: serviceId, path: place }, type)
  if (!fresh || !scope || !isComplete(scope, fresh) || mixesLoops(steps, fresh)) return topology
  const step = changed(chance, scope, fresh.step === 'call' ? another(chance, look, scope, fresh) : fresh)
  const input = missingInput(scope, fresh)
  const insert = changeAt({ part: 'node', id: serviceId, path }, () => [
    ...steps.slice(0, index),
    step,
    ...steps.slice(index),
  ])
  return (input ? combine(giveInput(serviceId, path, input), insert) : insert)(topology)
}

/** The steps that a path leads to: those of a list, or of a loop in it. */
function stepsIn(list: StepList, path: Path): readonly Step[] | undefined {
  if (path.length === list.path.length) return list.steps
  const loop = list.steps[Number(path[list.path.length])]
  return loop?.step === 'for_each' ? loop.steps : undefined
}

/** Whether every field that has to be given could be given, which a menu cannot promise. */
function isComplete({ reader }: Scope, step: Step): boolean {
  if (step.step === 'for_each')
    return step.steps.length > 0 && step.steps.every((one) => one.step !== 'update' || one.values.length > 0)
  if (step.step === 'update') return step.values.length > 0
  if (step.step === 'load') return !isUnsaid(step.value)
  if (step.step === 'decide') return step.inputs.length > 0
  const fields =
    step.step === 'create' || step.step === 'upsert'
      ? reader.entity(step.entity)?.fields
      : step.step === 'publish'
        ? reader.message(step.message)?.fields
        : step.step === 'call'
          ? reader.operation(step.target, step.operation)?.inputs
          : []
  const given = new Set('values' in step ? step.values.map(({ name }) => name) : [])
  if (step.step === 'upsert' && !given.has(step.by)) return false
  return (fields ?? []).every(
    (field) => field.optional || ('default' in field && field.default !== undefined) || given.has(field.name),
  )
}

/** Items are units of their own: a list writes in its loop or outside. */
function mixesLoops(steps: readonly Step[], fresh: Step): boolean {
  if (!isWrite(fresh)) return false
  return steps.some((one) => isWrite(one) && (one.step === 'for_each') !== (fresh.step === 'for_each'))
}

type Find = Extract<Step, { readonly step: 'find' }>

const ORDERED: ReadonlySet<string> = new Set(['integer', 'decimal', 'date', 'datetime'])
const ORDERS = ['<', '<=', '>', '>='] as const

/** Searches by other fields, in another order, for no more than so many. */
function sought(chance: Chance, scope: Scope, step: Find): Find {
  const entity = scope.reader.entity(step.entity)
  const fields = entity ? findableFields(entity) : []
  const where = chance.some(fields, 2).flatMap((field): readonly FieldCondition[] => {
    const { name } = field
    const equality = chance.pick(['=', '!='] as const)
    if (field.optional && chance.flag(0.3))
      return [{ field: name, operator: equality, value: { value: 'constant', constant: null } }]
    const wanted = plainType(field)
    const offers = valuesIn(scope, wanted).filter(
      ({ type, value }) => !type.optional && !isNeverStored(value),
    )
    if (offers.length === 0) return []
    const operator = ORDERED.has(field.type) && chance.flag() ? chance.pick(ORDERS) : equality
    return [{ field: name, operator, value: chance.pick(offers).value }]
  })
  return {
    ...step,
    where: chance.flag(0.4) ? step.where : where,
    ...(fields.length > 0 && chance.flag() && { orderBy: chance.pick(fields).name }),
    ...(chance.flag(0.3) && { descending: true }),
    ...(chance.flag(0.4) && { limit: chance.int(1, 100) }),
  }
}

type Call = Extract<Step, { readonly step: 'call' }>

/** Calls another operation of a system that the service is linked with, where one can be called. */
function another(chance: Chance, look: Lookup, scope: Scope, step: Call): Call {
  const linked = new Set(look.linksFrom(scope.service.id, 'calls').map(({ to }) => to))
  const targets = callTargets(look, scope.service).filter(({ id }) => linked.has(id))
  if (targets.length === 0) return step
  const target = chance.pick(targets)
  const operations = callable(look, target.id)
  if (operations.length === 0) return step
  const operation = chance.pick(operations)
  const { as: _, ...rest } = step
  const other: Call = {
    ...rest,
    target: target.id,
    operation: operation.name,
    values: filled(scope, operation.inputs),
    ...(operation.output && { as: `asked_${scope.results.size}` }),
  }
  return isComplete(scope, other) ? other : step
}

/** Takes other values from the pickers, and now and then a condition. */
function changed(chance: Chance, scope: Scope, step: Step): Step {
  if (step.step === 'find') return sought(chance, scope, step)
  if (step.step === 'call' && chance.flag(0.3)) return { ...step, otherwise: 'continue' }
  if (step.step === 'answer' && step.content && chance.flag(0.3))
    return { ...step, ...whenSet(chance, scope) }
  if (step.step !== 'create' && step.step !== 'publish') return step
  const fields: readonly Field[] =
    (step.step === 'create' ? scope.reader.entity(step.entity) : scope.reader.message(step.message))
      ?.fields ?? []
  const values = step.values.map((value) => {
    const field = fields.find(({ name }) => name === value.name)
    const offers = field ? valuesIn(scope, wantedBy(field)) : []
    return offers.length > 0 && chance.flag() ? { ...value, value: chance.pick(offers).value } : value
  })
  return { ...step, values, ...(chance.flag(0.3) && whenSet(chance, scope)) }
}

/** A condition that asks for something that may be missing, where something may be. */
function whenSet(chance: Chance, scope: Scope): Pick<Step, 'when'> {
  const optional = valuesIn(scope).filter(({ type, value }) => type.optional && 'path' in value)
  return optional.length > 0 ? { when: { test: 'is_set', value: chance.pick(optional).value } } : {}
}
