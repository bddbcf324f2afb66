import { describe, expect, test } from 'vitest'
import { examples } from '@/lib/examples/examples'
import { type Cluster, clusterOf, edgesOf, manifestsOf } from '@/lib/testing/manifests'
import { randomCasesDesign } from '@/lib/testing/random-cases'
import { lookup } from '@/lib/topology/lookup'
import type { LinkType } from '@/lib/topology/model/link'
import type { Topology } from '@/lib/topology/model/topology'
import { serviceName } from '@/lib/topology/naming'
import { resolvePorts } from '@/lib/topology/ports'

const RANDOM = 60
const designs: readonly (readonly [string, Topology])[] = [
  ...examples.map(({ id, topology }) => [id, topology] as const),
  ...Array.from({ length: RANDOM }, (_, seed) => [`seed ${seed + 1}`, randomCasesDesign(seed + 1)] as const),
]

/** Every way that the drawing asks for, read from its links alone; the migration goes where its data API goes. */
function drawnEdges(topology: Topology): readonly string[] {
  const look = lookup(topology)
  const ports = resolvePorts(topology)
  const host = (id: string) => {
    const service = look.service(id)
    return service ? serviceName(topology.project, service).replaceAll('_', '-') : ''
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

/**
 * The drawn ways that something is done over: a link over which nothing is published, kept or asked for is not told to
 * the service, and opens nothing.
 */
function usedEdges(topology: Topology, cluster: Cluster): readonly string[] {
  return drawnEdges(topology).filter((edge) => {
    const [host = '', to = ''] = edge.split(' → ')
    const told = JSON.stringify(cluster.objects.filter(({ metadata }) => metadata.name === host))
    if (to.startsWith('outside')) return told.includes(to.endsWith(':443') ? 'https://' : 'smtp://')
    return !/^(rabbitmq|redis):/.test(to) || told.includes(`@${to}/`)
  })
}

const isDrawn = (edge: string) => !/→ dns:|^ingress →/.test(edge)

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
  const drawn = usedEdges(topology, prod)

  test('let out what is drawn, and nothing else', () => {
    expect(leaving.filter(isDrawn)).toEqual(drawn)
  })

  test('let in what is let out', () => {
    expect(coming.filter(isDrawn)).toEqual(drawn.filter((edge) => !edge.includes('outside')))
  })

  test('let names be looked up by those who go anywhere', () => {
    const going = new Set(drawn.map((edge) => edge.split(' ')[0]))
    expect(leaving.filter((edge) => edge.includes('→ dns')).sort()).toEqual(
      [...going].map((host) => `${host} → dns:53`).sort(),
    )
  })

  test('let requests from outside to Business APIs alone, and an Ingress leads to each', () => {
    const ports = resolvePorts(topology)
    const open = lookup(topology).services.filter(({ kind }) => kind === 'business_api')
    const hosts = open.map((service) => serviceName(topology.project, service).replaceAll('_', '-'))
    expect(coming.filter((edge) => edge.startsWith('ingress'))).toEqual(
      open.map(({ id }, place) => `ingress → ${hosts[place]}:${ports.get(id)}`).sort(),
    )
    const ways = prod.objects.filter(({ kind }) => kind === 'Ingress')
    expect(ways.map(({ metadata }) => metadata.name).sort()).toEqual(hosts.sort())
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
