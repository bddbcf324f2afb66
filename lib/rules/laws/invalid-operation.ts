import { changeAt } from '@/lib/topology/at'
import type { Lookup } from '@/lib/topology/lookup'
import type { Node } from '@/lib/topology/model/node'
import { isForeignRoute } from '@/lib/topology/route'
import { routeFaults } from '../checks/steps/route-faults'
import type { DrawnRule, Finding } from '../rule'
import { calls, external, field, lending, string } from '../sketch'
import { plain, shown, text } from '../words'

type System = Extract<Node, { protocol: 'http' }>
type Operation = System['operations'][number]

export const invalidOperation: DrawnRule = {
  id: 'invalid-operation',
  group: 'communication',
  severity: 'error',
  title: text(
    'An operation of an outside system has a path whose places are its inputs.',
    'У операции внешней системы путь, места которого — её входные поля.',
  ),
  why: text(
    'The client that is generated for it fills the path from the inputs.',
    'Клиент, который для неё создаётся, заполняет путь входными полями.',
  ),
  check,
  examples: {
    valid: [
      {
        name: text('A place that is an input', 'Место, которое есть среди полей'),
        topology: offering({ path: '/v2/Scores/{person}', input: [string('person')] }),
      },
    ],
    invalid: [
      {
        name: text('A path without a slash', 'Путь без косой черты'),
        topology: offering({ path: 'scores' }),
      },
      {
        name: text('A place without an input', 'Место без поля'),
        topology: offering({ path: '/scores/{person}' }),
      },
      {
        name: text('An object without a body', 'Объект без тела запроса'),
        topology: offering({ input: [field('person', { type: 'object', fields: [string('name')] })] }),
      },
      {
        name: text('An optional place', 'Необязательное место'),
        topology: offering({ path: '/scores/{person}', input: [string('person', { optional: true })] }),
      },
    ],
  },
}

function offering(operation: Partial<Operation>) {
  const score: Operation = {
    name: 'score',
    method: 'GET',
    path: '/scores',
    input: [],
    output: [],
    ...operation,
  }
  const bureau = { ...external('bureau'), operations: [score] } as System
  return lending({ nodes: [bureau], links: [calls('lending', 'bureau')] })
}

function* check(look: Lookup): Generator<Finding> {
  for (const node of look.topology.nodes) {
    if (node.type !== 'external' || node.protocol !== 'http') continue
    for (const [index, operation] of node.operations.entries()) yield* checkOperation(node, operation, index)
  }
}

function* checkOperation(
  { id, name: system }: System,
  operation: Operation,
  index: number,
): Generator<Finding> {
  const place = { part: 'node', id, path: ['operations', index] } as const
  const name = `${plain(operation.name)} (${plain(system)})`
  if (!isForeignRoute(operation.path)) {
    const slashed = `/${operation.path.trim()}`
    const at = { ...place, path: [...place.path, 'path'] }
    yield {
      message: text(
        `The operation ${name} has the path ${shown(operation.path)}; write it as /scores/{person}.`,
        `У операции ${name} путь ${shown(operation.path)}; нужен путь вида /scores/{person}.`,
      ),
      at: [at],
      ...(isForeignRoute(slashed) && {
        fix: {
          label: text(`Use ${plain(slashed)}`, `Взять ${plain(slashed)}`),
          edit: changeAt(at, () => slashed),
          safe: true,
        },
      }),
    }
  }
  for (const { place: at, message, fix } of routeFaults(place, operation)) {
    yield {
      message: text(`The operation ${name}: ${message.en}.`, `Операция ${name}: ${message.ru}.`),
      at: [at],
      ...(fix && { fix }),
    }
  }
}
