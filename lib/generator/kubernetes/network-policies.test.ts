import { describe, expect, test } from 'vitest'
import { examples } from '@/lib/examples/examples'
import { type Cluster, clusterOf, edgesOf, manifestsOf, podsOf } from '@/lib/testing/manifests'
import { randomCasesDesign } from '@/lib/testing/random-cases'
import { flowsOf } from '@/lib/topology/flows'
import { lookup } from '@/lib/topology/lookup'
import type { LinkType } from '@/lib/topology/model/link'
import type { Topology } from '@/lib/topology/model/topology'
import { serviceName } from '@/lib/topology/naming'
import { resolvePorts } from '@/lib/topology/ports'
import { hostOf } from '../compose'

const RANDOM = 60
const designs: readonly (readonly [string, Topology])[] = [
  ...examples.map(({ id, topology }) => [id, topology] as const),
  ...Array.from({ length: RANDOM }, (_, seed) => [`seed ${seed + 1}`, randomCasesDesign(seed + 1)] as const),
]

/** Every way that links say, read from them alone; the migration goes where its data API goes. */
function drawnEdges(topology: Topology): readonly string[] {
  const look = lookup(topology)
  const ports = resolvePorts(topology)
  const host = (id: string) => {
    const service = look.service(id)
    return service ? hostOf(serviceName(topology.project, service)) : ''
  }
  const calls = (from: string, to: string): readonly string[] => {
    const node = look.node(to)
    if (node?.type !== 'external') return [`${host(from)} → ${host(to)}:${ports.get(to)}`]
    return (node.protocol === 'http' ? [443] : [465, 587]).map((port) => `${host(from)} → outside:${port}`)
  }
  const ways: Readonly<Record<LinkType, (from: string, to: string) => readonly string[]>> = {
    calls,
    stores: (from) => ['', '-migrate'].map((program) => `${host(from)}${program} → postgres:5432`),
    publishes: (from) => [`${host(from)} → rabbitmq:5672`],
    consumes: (_, to) => [`${host(to)} → rabbitmq:5672`],
    caches: (from) => [`${host(from)} → redis:6379`],
  }
  return [...new Set(topology.links.flatMap(({ type, from, to }) => ways[type](from, to)))].sort()
}

/** A step may publish an event whose link is not drawn, of which a rule warns: it goes out all the same. */
function undrawnEdges(topology: Topology): readonly string[] {
  const look = lookup(topology)
  const causes = flowsOf(look)
    .all()
    .flatMap(({ queues, causes }) => (queues.length > 0 ? causes : []))
  return causes.flatMap(({ service: id }) => {
    const service = look.service(id)
    return service ? `${hostOf(serviceName(topology.project, service))} → rabbitmq:5672` : []
  })
}

/** Those of them whose ends are in the cluster: a broker that nothing goes through is not started. */
function expectedEdges(topology: Topology, cluster: Cluster): readonly string[] {
  const there = ['outside', ...podsOf(cluster).map(({ name }) => name)]
  const edges = [...new Set([...drawnEdges(topology), ...undrawnEdges(topology)])].sort()
  return edges.filter((edge) => there.includes(edge.split(/ → |:/)[1] ?? ''))
}

const isDrawn = (edge: string) => !/→ dns:|^ingress →|observability/.test(edge)

test.each(examples.map(({ id, topology }) => [id, topology] as const))(
  'every link of %s is a way in the cluster',
  (_, topology) => {
    const cluster = clusterOf(manifestsOf(topology), 'prod')
    expect(edgesOf(cluster, 'Egress').filter(isDrawn)).toEqual(drawnEdges(topology))
  },
)

describe.each(designs)('the policies of %s', (_, topology) => {
  const manifests = manifestsOf(topology)
  const prod = clusterOf(manifests, 'prod')
  const leaving = edgesOf(prod, 'Egress')
  const coming = edgesOf(prod, 'Ingress')
  const drawn = expectedEdges(topology, prod)

  test('let out what is drawn, and nothing else', () => {
    expect(leaving.filter(isDrawn)).toEqual(drawn)
  })

  test('let in what is let out', () => {
    expect(coming.filter(isDrawn)).toEqual(drawn.filter((edge) => !edge.includes('outside')))
  })

  test('let names be looked up by those who go anywhere', () => {
    const sending = leaving.filter((edge) => edge.includes('→ observability'))
    const going = new Set([...drawn, ...sending].map((edge) => edge.split(' ')[0]))
    expect(leaving.filter((edge) => edge.includes('→ dns')).sort()).toEqual(
      [...going].map((host) => `${host} → dns:53`).sort(),
    )
  })

  test('let requests from outside to Business APIs alone, and an Ingress leads to each', () => {
    const ports = resolvePorts(topology)
    const open = lookup(topology).services.filter(({ kind }) => kind === 'business_api')
    const hosts = open.map((service) => hostOf(serviceName(topology.project, service)))
    expect(coming.filter((edge) => edge.startsWith('ingress'))).toEqual(
      open.map(({ id }, place) => `ingress → ${hosts[place]}:${ports.get(id)}`).sort(),
    )
    const ways = prod.objects.filter(({ kind }) => kind === 'Ingress')
    expect(ways.map(({ metadata }) => metadata.name).sort()).toEqual(hosts.sort())
  })

  test('let services be read and send traces where that is asked for, and nobody else', () => {
    const { services } = lookup(topology)
    const watched = topology.project.options?.observability ? services : []
    const hosts = watched.map((service) => hostOf(serviceName(topology.project, service))).sort()
    const sent = leaving.filter((edge) => edge.includes('observability'))
    expect(sent).toEqual(hosts.map((host) => `${host} → observability:4318`))
    const ports = resolvePorts(topology)
    const read = coming.filter((edge) => edge.startsWith('observability'))
    for (const service of watched) {
      const host = hostOf(serviceName(topology.project, service))
      expect(read).toContain(`observability → ${host}:${ports.get(service.id) ?? 9100}`)
    }
    expect(read.length > 0).toBe(watched.length > 0)
  })

  test('let mail go to the sink while developing, besides', () => {
    const dev = clusterOf(manifestsOf(topology), 'dev')
    const more = edgesOf(dev, 'Egress').filter((edge) => !leaving.includes(edge))
    const mailing = leaving.flatMap((edge) => (edge.endsWith(':465') ? (edge.split(' ')[0] ?? '') : []))
    expect(more).toEqual(mailing.map((host) => `${host} → mail:1025`).sort())
    expect(edgesOf(dev, 'Ingress').filter((edge) => edge.includes('→ mail:'))).toEqual(more)
  })

  test('refuse everything else', () => {
    const [all] = prod.objects.filter(({ metadata }) => metadata.name === 'default-deny')
    expect(all.spec).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'], ingress: [], egress: [] })
  })
})
