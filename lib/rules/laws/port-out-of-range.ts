import type { Lookup } from '@/lib/topology/lookup'
import type { BusinessApi } from '@/lib/topology/model/service'
import { BUSINESS_PORTS, isBusinessPort, resolvePorts } from '@/lib/topology/ports'
import { byNames } from '@/lib/topology/while-same'
import { portFix, portNumber } from '../repairs/free-port'
import type { Finding, Rule } from '../rule'
import { api, lending } from '../sketch'
import { untilChanged } from '../until-changed'
import { nodeName, text } from '../words'

export const portOutOfRange: Rule = {
  id: 'port-out-of-range',
  group: 'ports',
  severity: 'error',
  title: text(
    'Business APIs use the ports 8000 to 8099 without 8001 and 8002: 98 at most.',
    'Бизнес-API занимают порты 8000–8099, кроме 8001 и 8002: их не больше 98.',
  ),
  why: text(
    'A port tells at a glance what kind of service answers on it.',
    'По порту сразу видно, какая служба на нём отвечает.',
  ),
  check: untilChanged(byNames, check),
  examples: {
    valid: [
      { name: text('8000', '8000'), topology: lending({ nodes: [api('lending', { port: 8000 })] }) },
      {
        name: text('Without a port the next free one is taken', 'Без порта берётся следующий свободный'),
        topology: lending(),
      },
    ],
    invalid: [
      {
        name: text('8080 is fine, 9000 is not', '9000 вместо 80xx'),
        topology: lending({ nodes: [api('lending', { port: 9000 })] }),
      },
      {
        name: text('The port of the PostgreSQL data API', 'Порт API данных PostgreSQL'),
        topology: lending({ nodes: [api('lending', { port: 8001 })] }),
      },
      {
        name: text('99 Business APIs', '99 бизнес-API'),
        topology: lending({ nodes: Array.from({ length: 98 }, (_, index) => api(`branch${index}`)) }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  const ports = resolvePorts(look.topology)
  for (const service of look.services) {
    if (service.kind !== 'business_api') continue
    if (service.port !== undefined && !isBusinessPort(service.port))
      yield outside(look, service, service.port)
    if (!ports.has(service.id)) yield tooMany(look, service)
  }
}

function outside(look: Lookup, { id }: BusinessApi, port: number): Finding {
  const name = nodeName(look, id)
  const { first, last } = BUSINESS_PORTS
  const free = portNumber(look)
  return {
    message: text(
      `${name} is on port ${port}; a Business API uses ${first} to ${last}, but not 8001 and 8002.`,
      `${name} занимает порт ${port}; бизнес-API занимают ${first}–${last}, кроме 8001 и 8002.`,
    ),
    at: [{ part: 'node', id, path: ['port'] }],
    ...(free !== undefined && { fix: portFix(id, free) }),
  }
}

function tooMany(look: Lookup, { id }: BusinessApi): Finding {
  const name = nodeName(look, id)
  return {
    message: text(
      `No port is left for ${name}: there are 98 for Business APIs; merge some of them.`,
      `Для ${name} не осталось порта: для бизнес-API их 98; объедините часть служб.`,
    ),
    at: [{ part: 'node', id, path: ['port'] }],
  }
}
