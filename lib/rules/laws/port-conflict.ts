import type { Lookup } from '@/lib/topology/lookup'
import type { Service } from '@/lib/topology/model/service'
import { serviceName } from '@/lib/topology/naming'
import { fixedPort, resolvePorts } from '@/lib/topology/ports'
import { portFix, portNumber } from '../repairs/free-port'
import type { Finding, Rule } from '../rule'
import { api, lending } from '../sketch'
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
  check,
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

function* check(look: Lookup): Generator<Finding> {
  const ports = resolvePorts(look.topology)
  const owners = new Map<number, Service>()
  for (const service of [...look.services].sort(byRight(look))) {
    const port = ports.get(service.id)
    if (port === undefined) continue
    const owner = owners.get(port)
    if (owner && owner.id !== service.id) yield finding(look, service, owner, port)
    owners.set(port, owner ?? service)
  }
}

/** Data APIs keep their fixed ports; the others go in the order of their names. */
function byRight(look: Lookup): (a: Service, b: Service) => number {
  const key = (service: Service) =>
    [fixedPort(service) ? '0' : '1', serviceName(look.topology.project, service), service.id].join('\u0000')
  return (a, b) => (key(a) < key(b) ? -1 : 1)
}

function finding(look: Lookup, service: Service, owner: Service, port: number): Finding {
  const name = nodeName(look, service.id)
  const other = nodeName(look, owner.id)
  // A data API has one right port; where two want it, they have to be merged.
  const free = fixedPort(service) === undefined ? portNumber(look) : undefined
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
