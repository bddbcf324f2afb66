import type { Lookup } from '@/lib/topology/lookup'
import type { Service } from '@/lib/topology/model/service'
import { isBusinessPort, resolvePorts } from '@/lib/topology/ports'
import { byNames } from '@/lib/topology/while-same'
import { portFix, portNumber } from '../repairs/free-port'
import type { Finding, Rule } from '../rule'
import { api, lending } from '../sketch'
import { untilChanged } from '../until-changed'
import { nodeName, text } from '../words'

export const portConflict: Rule = {
  id: 'port-conflict',
  group: 'ports',
  severity: 'error',
  title: text('No two services publish the same port.', 'Никакие две службы не занимают один порт.'),
  why: text(
    'The second one could not start on the same machine.',
    'Вторая не запустилась бы на той же машине.',
  ),
  check: untilChanged(byNames, check),
  examples: {
    valid: [
      {
        name: text('A port each', 'У каждого свой порт'),
        topology: lending({ nodes: [api('lending', { port: 8000 }), api('portal', { port: 8003 })] }),
      },
    ],
    invalid: [
      {
        name: text('Two APIs on 8010', 'Два API на 8010'),
        topology: lending({ nodes: [api('lending', { port: 8010 }), api('portal', { port: 8010 })] }),
      },
    ],
  },
}

/** Only ports that are right for a Business API: any other one is told by the rule of ranges. */
function* check(look: Lookup): Generator<Finding> {
  const ports = resolvePorts(look.topology)
  const owners = new Map<number, Service>()
  for (const service of look.services.filter(({ kind }) => kind === 'business_api').sort(byName(look))) {
    const port = ports.get(service.id)
    if (port === undefined || !isBusinessPort(port)) continue
    const owner = owners.get(port)
    if (owner && owner.id !== service.id) yield finding(look, service, owner, port)
    owners.set(port, owner ?? service)
  }
}

function byName(look: Lookup): (a: Service, b: Service) => number {
  const key = (service: Service) => `${look.nameOf(service)}\u0000${service.id}`
  return (a, b) => (key(a) < key(b) ? -1 : 1)
}

function finding(look: Lookup, service: Service, owner: Service, port: number): Finding {
  const name = nodeName(look, service.id)
  const other = nodeName(look, owner.id)
  const free = portNumber(look)
  return {
    message: text(
      `${name} and ${other} both use port ${port}; give ${name} another one.`,
      `${name} и ${other} занимают порт ${port}; дайте ${name} другой.`,
    ),
    at: [
      { part: 'node', id: service.id, path: ['port'] },
      { part: 'node', id: owner.id },
    ],
    ...(free !== undefined && { fix: portFix(service.id, free) }),
  }
}
