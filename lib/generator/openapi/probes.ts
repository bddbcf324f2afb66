import type { Locale } from '@/lib/topology/model/basics'
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
  const probe = (name: string, summary: string, description: string): Omit<Operation, 'responses'> => ({
    tags: ['health'],
    summary,
    description,
    operationId: name,
  })
  return {
    '/health/live': {
      get: {
        ...probe('live', 'Live', 'Say that the process runs; nothing else is asked.'),
        responses: responses(200, health, [], locale),
      },
    },
    '/health/ready': {
      get: {
        ...probe('ready', 'Ready', 'Say that everything this service needs does answer.'),
        responses: responses(200, health, [503], locale),
      },
    },
  }
}
