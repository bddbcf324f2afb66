import type { Text } from '@/lib/rules/rule'
import { derivedTexts, messageTexts } from '@/lib/text/inspector'
import { DEFAULTS } from '@/lib/topology/defaults'
import { type Lookup, lookup } from '@/lib/topology/lookup'
import type { Node } from '@/lib/topology/model/node'
import type { Topology } from '@/lib/topology/model/topology'
import { screamingCase, telegramTokenVariable } from '@/lib/topology/naming'
import { resolvePorts } from '@/lib/topology/ports'

/** A fact that follows from the design: its words and its value, as it will be in the project. */
export interface Derived {
  readonly label: Text
  readonly value: string
}

type External = Extract<Node, { type: 'external' }>

/** The environment variable with the address of an outside system: as drawn, or named after the system. */
export function addressVariable(external: External): string {
  const given = external.protocol === 'http' ? external.baseUrlVariable : external.urlVariable
  return given ?? automaticVariable(external)
}

function automaticVariable({ name }: Pick<External, 'name'>): string {
  return `${screamingCase(name)}_URL`
}

const known = new WeakMap<Topology, ReadonlyMap<string, number>>()

/** The port of an API: as drawn, or the next free one. */
export function portOf(topology: Topology, id: string): number | undefined {
  const ports = known.get(topology) ?? resolvePorts(topology)
  known.set(topology, ports)
  return ports.get(id)
}

/** What follows from a node: addresses, folders, names in the broker, variables of the environment. */
export function derivedOf(topology: Topology, node: Node): readonly Derived[] {
  const look = lookup(topology)
  switch (node.type) {
    case 'service':
      return ofService(topology, node)
    case 'queue':
      return [
        { label: derivedTexts.exchange, value: `${topology.project.context}.events` },
        ...routing(look, node.messages),
        ...(node.deadLetter === false ? [] : [{ label: derivedTexts.deadLetter, value: `${node.name}.dlq` }]),
      ]
    case 'database':
      return clientsOf(look, node.id, derivedTexts.client)
    case 'redis':
      return [{ label: derivedTexts.variable, value: 'REDIS_URL' }]
    default:
      return []
  }
}

function ofService(topology: Topology, node: Extract<Node, { type: 'service' }>): readonly Derived[] {
  const name = lookup(topology).nameOf(node)
  const port = portOf(topology, node.id)
  const address =
    port === undefined ? [] : [{ label: derivedTexts.address, value: `http://localhost:${port}` }]
  const variable =
    port === undefined ? [] : [{ label: derivedTexts.portVariable, value: `${screamingCase(name)}_PORT` }]
  return [...address, { label: derivedTexts.folder, value: `services/${name}` }, ...variable]
}

function routing(look: Lookup, messages: readonly string[]): readonly Derived[] {
  const keys = messages.flatMap((id) => look.message(id)?.name ?? [])
  return keys.length === 0 ? [] : [{ label: messageTexts.routingKeys, value: keys.join(', ') }]
}

function clientsOf(look: Lookup, id: string, label: Text): readonly Derived[] {
  return look.linksTo(id).flatMap(({ from }) => {
    const client = look.node(from)
    return client ? [{ label, value: look.nameOf(client) }] : []
  })
}

/** What stands in the empty fields of a node: what will be taken. */
export function placeholdersOf(
  topology: Topology,
  node: Node,
  automatic: (value: string) => string,
): Readonly<Record<string, string | undefined>> {
  if (node.type === 'queue') return { prefetch: String(DEFAULTS.prefetch), retries: String(DEFAULTS.retries) }
  if (node.type === 'external') {
    const key = node.protocol === 'http' ? 'baseUrlVariable' : 'urlVariable'
    return { [key]: automaticVariable(node) }
  }
  if (node.type !== 'service') return {}
  const port = portOf(topology, node.id)
  return {
    port: port === undefined ? undefined : automatic(String(port)),
    concurrency: String(DEFAULTS.concurrency),
    tokenVariable:
      node.kind === 'bot'
        ? telegramTokenVariable(topology.project, { ...node, tokenVariable: undefined })
        : undefined,
  }
}
