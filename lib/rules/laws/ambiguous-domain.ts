import type { Lookup } from '@/lib/topology/lookup'
import type { BusinessApi } from '@/lib/topology/model/service'
import type { Finding, Rule } from '../rule'
import { api, calls, entity, integer, lending } from '../sketch'
import { nodeName, plain, text } from '../words'

export const ambiguousDomain: Rule = {
  id: 'ambiguous-domain',
  group: 'names',
  severity: 'warning',
  title: text('A domain says what the service does.', 'Область говорит, чем занят сервис.'),
  why: text(
    'A service called after a noun that fits anything collects everything.',
    'Сервис, названный слишком общим словом, со временем собирает в себе всё подряд.',
  ),
  check,
  examples: {
    valid: [
      { name: text('lending', 'lending'), topology: lending() },
      {
        name: text('A function makes it clear', 'Функция вносит ясность'),
        topology: several(api('user', { function: 'registration' })),
      },
    ],
    invalid: [
      {
        name: text('user, with several operations', 'user с несколькими операциями'),
        topology: several(api('user')),
      },
      {
        name: text('A Business API named like a data API', 'Бизнес-API назван как API данных'),
        topology: lending({ nodes: [api('user_data')], links: [calls('user_data', 'records', 'read')] }),
      },
    ],
  },
}

function several(service: BusinessApi) {
  return lending({
    nodes: [service],
    links: [calls(service.id, 'records')],
    entities: [entity('payment', [integer('amount')])],
  })
}

const VAGUE = new Set(
  'data user users content info item items object objects entity common core main misc stuff thing'.split(
    ' ',
  ),
)

function* check(look: Lookup): Generator<Finding> {
  for (const service of look.services) {
    if (service.kind !== 'business_api') continue
    const at = [{ part: 'node', id: service.id, path: ['domain'] }] as const
    const name = nodeName(look, service.id)
    if ((service.function ?? service.domain).split('_').at(-1) === 'data') {
      yield {
        message: text(
          `${name} reads like a data API; say what it does with the data.`,
          `${name} похоже на имя API данных; назовите, что сервис делает с данными.`,
        ),
        at,
      }
    } else if (service.function === undefined && VAGUE.has(service.domain) && operations(look, service) > 1) {
      const domain = plain(service.domain)
      yield {
        message: text(
          `${name} does several things to ${domain}; add a function that says what, such as registration.`,
          `${name} делает с ${domain} разное; добавьте функцию, например registration.`,
        ),
        at,
      }
    }
  }
}

function operations(look: Lookup, service: BusinessApi): number {
  return look.resourcesOf(service).length + (service.useCases ?? []).length
}
