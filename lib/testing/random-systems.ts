import { newLink } from '@/lib/catalog/links'
import type { Field } from '@/lib/topology/model/field'
import type { Link } from '@/lib/topology/model/link'
import type { Node } from '@/lib/topology/model/node'
import type { Topology } from '@/lib/topology/model/topology'
import type { Chance } from '@/lib/topology/random/chance'
import { fieldType } from '@/lib/topology/random/fields'
import { fieldName } from '@/lib/topology/random/names'
import { SIMPLE_TYPES } from '@/lib/topology/route'
import type { UseCase } from '@/lib/topology/steps/step-lists'

type System = Extract<Node, { protocol: 'http' }>
type Operation = System['operations'][number]

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
const MOST_FIELDS = 4
const CALLERS: ReadonlySet<string> = new Set(['business_api', 'worker'])

/** The design with two systems outside that every Business API asks, in a use case, too: for tests that want each part of them. */
export function asking(topology: Topology): Topology {
  const systems: readonly System[] = [
    {
      id: 'asked-bureau',
      type: 'external',
      protocol: 'http',
      name: 'bureau',
      operations: [
        {
          name: 'score',
          method: 'GET',
          path: '/v2/Scores/{person}',
          input: [{ name: 'person', type: 'string' }],
          output: [
            { name: 'value', type: 'integer' },
            { name: 'grade', type: 'enum', values: [{ name: 'good' }, { name: 'bad' }] },
          ],
        },
      ],
    },
    {
      id: 'asked-siren',
      type: 'external',
      protocol: 'http',
      name: 'siren',
      baseUrlVariable: 'SIREN_ADDRESS',
      operations: [{ name: 'sound', method: 'PUT', path: '/', input: [], output: [] }],
    },
  ]
  const nodes = topology.nodes.map((node) =>
    node.type === 'service' && node.kind === 'business_api'
      ? { ...node, useCases: [...(node.useCases ?? []), ASK] }
      : node,
  )
  return withSystems({ ...topology, nodes }, systems, () => true)
}

const ASK: UseCase = {
  id: 'asked-case',
  name: 'ask_bureau',
  method: 'POST',
  path: '/questions',
  input: [{ name: 'person', type: 'string' }],
  steps: [
    {
      step: 'call',
      target: 'asked-bureau',
      operation: 'score',
      values: [{ name: 'person', value: { value: 'input', path: ['person'] } }],
      as: 'score',
      otherwise: 'continue',
    },
    {
      step: 'call',
      target: 'asked-siren',
      operation: 'sound',
      values: [],
      when: { test: 'is_set', value: { value: 'result', name: 'score', path: [] } },
    },
  ],
}

/** The design with systems outside by chance, asked by some of its services, and a server that workers send mail by. */
export function withRandomSystems(chance: Chance, topology: Topology): Topology {
  const systems = Array.from({ length: chance.pick([0, 0, 1, 2]) }, (_, index) => system(chance, index))
  const asking = withSystems(topology, systems, () => chance.flag(0.6))
  return chance.flag(0.4) ? withMail(chance, asking) : asking
}

function withMail(chance: Chance, topology: Topology): Topology {
  const workers = topology.nodes.filter((node) => node.type === 'service' && node.kind === 'worker')
  const mail: Node = {
    id: 'random-mail',
    type: 'external',
    protocol: 'smtp',
    name: 'mail',
    ...(chance.flag() && { urlVariable: 'MAIL_ADDRESS' }),
  }
  const links = workers.map(({ id }) => newLink(`mails-${id}`, 'calls', id, mail.id))
  return { ...topology, nodes: [...topology.nodes, mail], links: [...topology.links, ...links] }
}

function withSystems(topology: Topology, systems: readonly System[], isAsked: () => boolean): Topology {
  const apis = topology.nodes.filter((node) => node.type === 'service' && CALLERS.has(node.kind))
  const links: readonly Link[] = systems.flatMap(({ id }) =>
    apis.flatMap((api) => (isAsked() ? [newLink(`asks-${api.id}-${id}`, 'calls', api.id, id)] : [])),
  )
  return { ...topology, nodes: [...topology.nodes, ...systems], links: [...topology.links, ...links] }
}

function system(chance: Chance, index: number): System {
  const operations = Array.from({ length: chance.int(1, 3) }, (_, number) => operation(chance, number))
  const name = `partner_${index}`
  return {
    id: `random-${name}`,
    type: 'external',
    protocol: 'http',
    name,
    ...(chance.flag(0.3) && { baseUrlVariable: `PARTNER_${index}_ADDRESS` }),
    operations,
  }
}

function operation(chance: Chance, number: number): Operation {
  const method = chance.pick(METHODS)
  const hasBody = method !== 'GET' && method !== 'DELETE'
  const all = fields(chance)
  const input = hasBody ? all : all.filter(({ type }) => SIMPLE_TYPES.has(type))
  const places = input.filter(({ type, optional }) => SIMPLE_TYPES.has(type) && !optional && chance.flag())
  return {
    name: `operation_${number}`,
    method,
    path: `/v1/Operation-${number}${places.map(({ name }) => `/{${name}}`).join('')}`,
    input,
    output: chance.flag(0.7) ? fields(chance) : [],
  }
}

function fields(chance: Chance): readonly Field[] {
  const taken = new Set<string>()
  return Array.from({ length: chance.int(0, MOST_FIELDS) }, () => ({
    name: fieldName(chance, taken, 'object'),
    ...fieldType(chance),
    ...(chance.flag(0.3) && { optional: true }),
  }))
}
