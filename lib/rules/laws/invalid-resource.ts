import { changeAt } from '@/lib/topology/at'
import type { Lookup } from '@/lib/topology/lookup'
import type { BusinessApi, Resource } from '@/lib/topology/model/service'
import type { Finding, Rule, Text } from '../rule'
import { api, lending } from '../sketch'
import { nodeName, plain, text } from '../words'

export const invalidResource: Rule = {
  id: 'invalid-resource',
  group: 'communication',
  severity: 'error',
  title: text(
    'An API offers each entity once, with different operations.',
    'API открывает каждую сущность один раз, с разными операциями.',
  ),
  why: text(
    'Two resources over one entity would answer on the same path.',
    'Два ресурса над одной сущностью отвечали бы по одному пути.',
  ),
  check,
  examples: {
    valid: [
      {
        name: text('Loans, to read and list', 'Кредиты: чтение и список'),
        topology: offering({ entity: 'loan', operations: ['read', 'list'] }),
      },
    ],
    invalid: [
      {
        name: text('The same entity twice', 'Одна сущность дважды'),
        topology: offering({ entity: 'loan' }, { entity: 'loan' }),
      },
      {
        name: text('The same operation twice', 'Одна операция дважды'),
        topology: offering({ entity: 'loan', operations: ['list', 'list'] }),
      },
      {
        name: text('No operation', 'Ни одной операции'),
        topology: offering({ entity: 'loan', operations: [] }),
      },
    ],
  },
}

function offering(...resources: readonly Resource[]) {
  return lending({ nodes: [api('lending', { resources })] })
}

function* check(look: Lookup): Generator<Finding> {
  for (const service of look.services) {
    if (service.kind !== 'business_api') continue
    const seen = new Set<string>()
    for (const [index, resource] of (service.resources ?? []).entries()) {
      const fault = seen.has(resource.entity) ? TWICE : faultOf(resource)
      seen.add(resource.entity)
      if (fault) yield finding(look, service, index, resource, fault)
    }
  }
}

const TWICE = text('is offered twice', 'открыта дважды')

function faultOf({ operations }: Resource): Text | undefined {
  if (operations?.length === 0) return text('is offered without any operation', 'открыта без операций')
  if (operations && new Set(operations).size < operations.length) {
    return text('is offered with an operation twice', 'открыта с повтором операции')
  }
  return undefined
}

function finding(look: Lookup, { id }: BusinessApi, index: number, resource: Resource, fault: Text): Finding {
  const name = nodeName(look, id)
  const what = plain(look.entity(resource.entity)?.name ?? resource.entity)
  const isTwin = fault === TWICE
  const place = { part: 'node', id, path: ['resources', index] } as const
  const operations = [...new Set(resource.operations)]
  return {
    message: text(`In ${name} ${what} ${fault.en}.`, `В ${name} сущность ${what} ${fault.ru}.`),
    at: [place],
    fix:
      isTwin || operations.length === 0
        ? {
            label: text('Remove the resource', 'Убрать ресурс'),
            edit: changeAt(place, () => undefined),
            safe: false,
          }
        : {
            label: text('Name each operation once', 'Оставить каждую операцию один раз'),
            edit: changeAt({ ...place, path: [...place.path, 'operations'] }, () => operations),
            safe: true,
          },
  }
}
