import type { Service } from './model/service'
import type { Topology } from './model/topology'
import { serviceName } from './naming'

export const BUSINESS_PORTS = { first: 8000, last: 8099 } as const
/** The fixed ports of the two data services. */
export const DATA_API_PORTS = { postgres_data_api: 8001, mongo_data_api: 8002 } as const

const RESERVED: ReadonlySet<number> = new Set(Object.values(DATA_API_PORTS))

/** Business ports that nobody has yet, in ascending order. */
export function* freeBusinessPorts(taken: ReadonlySet<number>): Generator<number> {
  for (let port: number = BUSINESS_PORTS.first; port <= BUSINESS_PORTS.last; port += 1) {
    if (!RESERVED.has(port) && !taken.has(port)) yield port
  }
}

/** Whether a Business API may have this port. */
export function isBusinessPort(port: number): boolean {
  return port >= BUSINESS_PORTS.first && port <= BUSINESS_PORTS.last && !RESERVED.has(port)
}

/** The port a data API has by its kind; undefined for every other service. */
export function fixedPort(service: Service): number | undefined {
  if (service.kind === 'postgres_data_api' || service.kind === 'mongo_data_api') {
    return DATA_API_PORTS[service.kind]
  }
  return undefined
}

/**
 * The port of every API, by node id: as drawn, or the fixed one, or the next
 * free one in the order of names, so that the order of nodes means nothing.
 */
export function resolvePorts(topology: Topology): ReadonlyMap<string, number> {
  const ports = new Map<string, number>()
  const waiting: Service[] = []
  for (const node of topology.nodes) {
    if (node.type !== 'service' || !('port' in node || fixedPort(node) || node.kind === 'business_api'))
      continue
    const port = ('port' in node ? node.port : undefined) ?? fixedPort(node)
    if (port === undefined) waiting.push(node)
    else ports.set(node.id, port)
  }
  const name = (service: Service) => serviceName(topology.project, service)
  waiting.sort((a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0))
  const free = freeBusinessPorts(new Set(ports.values()))
  for (const service of waiting) {
    const { value } = free.next()
    if (value !== undefined) ports.set(service.id, value)
  }
  return ports
}

/**
 * The later design with the ports that the earlier one gave: a Business API that came without a port gets one of its
 * own where its name would otherwise take the port of one that was there before.
 */
export function keepPorts(before: Topology, after: Topology): Topology {
  const known = new Set(before.nodes.map(({ id }) => id))
  const isNew = (node: Topology['nodes'][number]) =>
    node.type === 'service' && node.kind === 'business_api' && node.port === undefined && !known.has(node.id)
  if (after.nodes.length <= before.nodes.length || !after.nodes.some(isNew)) return after
  const [was, is] = [resolvePorts(before), resolvePorts(after)]
  const isMoved = after.nodes.some(({ id }) => was.has(id) && was.get(id) !== is.get(id))
  if (!isMoved) return after
  const drawn = after.nodes.flatMap((node) => ('port' in node && node.port !== undefined ? [node.port] : []))
  const free = freeBusinessPorts(new Set([...was.values(), ...drawn]))
  const nodes = after.nodes.map((node) => {
    const port = isNew(node) ? free.next().value : undefined
    return port === undefined ? node : ({ ...node, port } as typeof node)
  })
  return { ...after, nodes }
}
