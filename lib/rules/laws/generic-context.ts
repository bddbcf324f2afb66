import type { Lookup } from '@/lib/topology/lookup'
import type { Finding, Rule } from '../rule'
import { lending } from '../sketch'
import { plain, text } from '../words'

export const genericContext: Rule = {
  id: 'generic-context',
  group: 'names',
  severity: 'error',
  title: text(
    'The context is a bounded context, not data, service, system, app or api.',
    'Контекст: предметная область, а не data, service, system, app или api.',
  ),
  why: text(
    'The first word of every service should say whose business it is.',
    'Первое слово в имени каждого сервиса должно называть её предметную область.',
  ),
  check,
  examples: {
    valid: [{ name: text('finance', 'finance'), topology: lending() }],
    invalid: [
      { name: text('app', 'app'), topology: lending({ project: { context: 'app' } }) },
      { name: text('services', 'services'), topology: lending({ project: { context: 'services' } }) },
    ],
  },
}

const GENERIC = new Set(
  'data service services system systems app apps application api apis backend server microservice microservices'.split(
    ' ',
  ),
)

function* check(look: Lookup): Generator<Finding> {
  const { context } = look.topology.project
  if (!GENERIC.has(context)) return
  yield {
    message: text(
      `The context ${plain(context)} says nothing about the business; name what it is about, such as finance.`,
      `Контекст ${plain(context)} не говорит о предметной области; назовите её, например finance.`,
    ),
    at: [{ part: 'project', path: ['context'] }],
  }
}
