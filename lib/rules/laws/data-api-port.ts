import type { Lookup } from '@/lib/topology/lookup'
import { fixedPort } from '@/lib/topology/ports'
import { portFix } from '../repairs/free-port'
import type { Finding, Rule } from '../rule'
import { dataApi, lending } from '../sketch'
import { nodeName, text } from '../words'

export const dataApiPort: Rule = {
  id: 'data-api-port',
  group: 'ports',
  severity: 'error',
  title: text(
    'The PostgreSQL data API is on port 8001, the MongoDB data API on 8002.',
    'API данных PostgreSQL занимает порт 8001, API данных MongoDB — 8002.',
  ),
  why: text(
    'The two data services have the same address in every project.',
    'У двух сервисов данных в каждом проекте одни и те же адреса.',
  ),
  check,
  examples: {
    valid: [
      { name: text('8001', '8001'), topology: lending({ nodes: [dataApi('records', { port: 8001 })] }) },
      { name: text('Without a port', 'Порт не указан'), topology: lending() },
    ],
    invalid: [
      {
        name: text('A data API among the Business APIs', 'API данных среди бизнес-API'),
        topology: lending({ nodes: [dataApi('records', { port: 8050 })] }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const service of look.services) {
    const right = fixedPort(service)
    const drawn = 'port' in service ? service.port : undefined
    if (right === undefined || drawn === undefined || drawn === right) continue
    const name = nodeName(look, service.id)
    yield {
      message: text(
        `${name} is on port ${drawn}; its place is ${right}.`,
        `${name} занимает порт ${drawn}; его место — ${right}.`,
      ),
      at: [{ part: 'node', id: service.id, path: ['port'] }],
      fix: portFix(service.id, right),
    }
  }
}
