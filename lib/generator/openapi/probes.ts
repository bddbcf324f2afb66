import type { Locale } from '@/lib/topology/model/basics'
import { GROUPS, OTHER_SUMMARIES } from '../wording-operations'
import type { Components } from './components'
import type { OpenApi, Operation } from './document'
import { responses } from './responses'

/** The two paths that tell whether a service runs and whether it can work. */
export function probes(locale: Locale, components: Components): OpenApi['paths'] {
  const health = components.refer('Health', () => ({
    type: 'object',
    title: 'Health',
    description: 'The answer of a probe.',
    properties: { status: { type: 'string', const: 'ok', title: 'Status', default: 'ok' } },
  }))
  const probe = (name: 'live' | 'ready', description: string): Omit<Operation, 'responses'> => ({
    tags: [GROUPS.health[locale]],
    summary: OTHER_SUMMARIES[name][locale],
    description,
    operationId: name,
  })
  return {
    '/health/live': {
      get: {
        ...probe('live', 'Say that the process runs; nothing else is asked.'),
        responses: responses(200, health, [], locale),
      },
    },
    '/health/ready': {
      get: {
        ...probe('ready', 'Say that everything this service needs does answer.'),
        responses: responses(200, health, [503], locale),
      },
    },
  }
}
