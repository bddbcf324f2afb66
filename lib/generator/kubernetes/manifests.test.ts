import { describe, expect, test } from 'vitest'
import { examples } from '@/lib/examples/examples'
import { finance } from '@/lib/examples/finance'
import {
  type Cluster,
  chooses,
  clusterOf,
  inCluster,
  type Manifest,
  manifestsOf,
  podsOf,
} from '@/lib/testing/manifests'
import { randomCasesDesign } from '@/lib/testing/random-cases'
import type { Topology } from '@/lib/topology/model/topology'
import { generate } from '../generate'

const RANDOM = 60
const designs: readonly (readonly [string, Topology])[] = [
  ...examples.map(({ id, topology }) => [id, topology] as const),
  ...Array.from({ length: RANDOM }, (_, seed) => [`seed ${seed + 1}`, randomCasesDesign(seed + 1)] as const),
]

function named(cluster: Cluster, kind: string): readonly string[] {
  return cluster.objects.filter((object) => object.kind === kind).map(({ metadata }) => metadata.name)
}

describe.each(designs)('the manifests of %s', (_, topology) => {
  const manifests = manifestsOf(topology)
  const clusters = { dev: clusterOf(manifests, 'dev'), prod: clusterOf(manifests, 'prod') }
  const all = [clusters.dev, clusters.prod]
  const secrets = Object.keys(manifests.get('deploy/k8s/secret.example.yaml')?.stringData ?? {})

  test('are all brought in by an overlay, but for the example of the Secret', () => {
    const used = new Set(all.flatMap(({ files }) => files))
    const unused = [...manifests.keys()].filter((path) => !used.has(path))
    expect(unused).toEqual(secrets.length > 0 ? ['deploy/k8s/secret.example.yaml'] : [])
    for (const cluster of all) expect(named(cluster, 'Secret')).toEqual([])
  })

  test('have one object of each kind and name', () => {
    for (const { objects } of all) {
      const names = objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`)
      expect(names.filter((name, place) => names.indexOf(name) < place)).toEqual([])
      expect(names.filter((name) => (name.split(' ')[1] ?? '').length > 63)).toEqual([])
    }
  })

  test('choose the pods that they are about', () => {
    for (const cluster of all) {
      const pods = podsOf(cluster)
      for (const { kind, metadata, spec } of cluster.objects) {
        const selector = kind === 'Service' ? { matchLabels: spec.selector } : spec?.selector
        if (!selector) continue
        const chosen = pods.filter(({ pod }) => chooses(selector, pod)).map(({ name }) => name)
        expect(chosen, `${kind} ${metadata.name}`).toEqual([metadata.name])
      }
    }
  })

  test('let no policy and no number of processes be about nobody', () => {
    for (const cluster of all) {
      const pods = podsOf(cluster)
      for (const { kind, spec } of cluster.objects) {
        if (kind === 'HorizontalPodAutoscaler')
          expect(named(cluster, spec.scaleTargetRef.kind)).toContain(spec.scaleTargetRef.name)
        if (kind === 'StatefulSet') expect(named(cluster, 'Service')).toContain(spec.serviceName)
        if (kind === 'NetworkPolicy')
          expect(pods.filter(({ pod }) => chooses(spec.podSelector, pod))).not.toEqual([])
      }
    }
  })

  test('name nothing that is not there', () => {
    for (const cluster of all) {
      for (const { pod, name } of podsOf(cluster)) {
        expect(named(cluster, 'ServiceAccount')).toContain(pod.spec.serviceAccountName)
        const [container] = pod.spec.containers
        for (const { configMapRef } of container.envFrom ?? [])
          expect(named(cluster, 'ConfigMap')).toContain(configMapRef.name)
        expect(faultsOfEnvironment(container.env ?? [], secrets), name).toEqual([])
        const volumes = [...(pod.spec.volumes ?? []).map((volume: Manifest) => volume.name), 'data']
        for (const mount of container.volumeMounts) expect(volumes).toContain(mount.name)
      }
    }
  })

  test('keep secrets out of what is no Secret', () => {
    for (const { objects } of all) {
      const told = objects
        .filter(({ kind }) => kind === 'ConfigMap')
        .flatMap(({ data }) => Object.entries(data))
      expect(told.filter(([name]) => /PASSWORD|_TOKEN$|DATABASE_URL/.test(name))).toEqual([])
      expect(told.filter(([, value]) => /\$/.test(String(value)))).toEqual([])
    }
  })

  test('ask for no right that is not needed', () => {
    for (const cluster of all) {
      const [namespace] = cluster.objects.filter(({ kind }) => kind === 'Namespace')
      expect(namespace.metadata.labels['pod-security.kubernetes.io/enforce']).toBe('restricted')
      for (const { pod, name } of podsOf(cluster)) expect(faultsOfPod(pod.spec), name).toEqual([])
    }
  })

  test('probe where the service answers, and let it end what it has begun', () => {
    for (const cluster of all) {
      const services = podsOf(cluster).filter(
        ({ pod }) => pod.metadata.labels['app.kubernetes.io/component'] === 'service',
      )
      for (const { pod, name } of services) {
        const [container] = pod.spec.containers
        const ports = container.ports.map((port: Manifest) => port.name)
        expect(container.startupProbe.httpGet.path).toBe('/health/live')
        expect(container.livenessProbe.httpGet.path).toBe('/health/live')
        expect(container.readinessProbe.httpGet.path).toBe('/health/ready')
        for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe'])
          expect(ports).toContain(container[probe].httpGet.port)
        const pause = container.lifecycle?.preStop.sleep.seconds ?? 0
        const least = name.endsWith('-worker') ? drainSeconds : 20
        expect(pod.spec.terminationGracePeriodSeconds - pause).toBeGreaterThan(least)
        for (const kind of ['Deployment', 'Service', 'PodDisruptionBudget', 'ServiceAccount', 'ConfigMap'])
          expect(named(cluster, kind)).toContain(name)
      }
    }
  })

  test('have a job for each data API, whose image is the one of its service', () => {
    const apis = topology.nodes.filter((node) => node.type === 'service' && node.kind === 'postgres_data_api')
    const jobs = podsOf(clusters.prod).filter(({ kind }) => kind === 'Job')
    expect(jobs).toHaveLength(apis.length)
    const images = podsOf(clusters.prod).filter(({ kind }) => kind === 'Deployment')
    for (const { pod, name } of jobs) {
      const service = images.find((image) => `${image.name}-migrate` === name)
      expect(pod.spec.containers[0].image).toBe(service?.pod.spec.containers[0].image)
      expect(pod.spec.containers[0].args).toContain('upgrade')
    }
  })

  test('have a mail sink while developing only', () => {
    expect(named(clusters.prod, 'Service')).not.toContain('mail')
  })
})

/** How long a worker of the download drains. */
const drainSeconds = (() => {
  const text = generate(finance.topology).get('shared/src/shared/messaging/worker.py')?.content
  return Number(/^DRAIN_SECONDS = ([\d.]+)$/m.exec(text ?? '')?.[1])
})()

function faultsOfEnvironment(env: readonly Manifest[], secrets: readonly string[]): readonly string[] {
  const known = new Set<string>()
  return env.flatMap(({ name, value = '', valueFrom }) => {
    const unknown = [...value.matchAll(/\$\(([A-Z0-9_]+)\)/g)].flatMap(([, key = '']) =>
      known.has(key) ? [] : `${name} refers to ${key}`,
    )
    known.add(name)
    const { key, optional = false } = valueFrom?.secretKeyRef ?? {}
    if (key === undefined || optional || secrets.includes(key)) return unknown
    return [`${name} takes ${key}`]
  })
}

function faultsOfPod({ securityContext, automountServiceAccountToken, containers, volumes = [] }: Manifest) {
  const [container, ...others] = containers
  const { allowPrivilegeEscalation, capabilities, readOnlyRootFilesystem } = container.securityContext
  const holds: Readonly<Record<string, boolean>> = {
    'one container': others.length === 0,
    'no token': automountServiceAccountToken === false,
    'not root': securityContext.runAsNonRoot === true && securityContext.runAsUser > 0,
    'the profile of system calls': securityContext.seccompProfile.type === 'RuntimeDefault',
    'no more rights later': allowPrivilegeEscalation === false,
    'no capabilities': capabilities.drop.join() === 'ALL' && !capabilities.add,
    'a root that is read': readOnlyRootFilesystem === true,
    'volumes that a pod may have': volumes.every((volume: Manifest) => volume.emptyDir),
    'requests and limits': ['requests', 'limits'].every(
      (part) => container.resources[part].cpu && container.resources[part].memory,
    ),
  }
  return Object.entries(holds).flatMap(([what, isSo]) => (isSo ? [] : what))
}

describe('without the option', () => {
  const { topology } = examples[0] ?? { topology: undefined }
  if (!topology) throw new Error('There is no example')

  test('nothing says a word of it', () => {
    const plain = { ...topology, project: { ...topology.project, options: { ci: true } } }
    const files = [...generate(plain).values()]
    expect(files.filter(({ path }) => path.startsWith('deploy/'))).toEqual([])
    expect(
      files.filter(({ content }) => /k8s|kubectl|kubernetes/i.test(content)).map(({ path }) => path),
    ).toEqual([])
  })

  test('and with it only documents, make, CI and the manifests are others', () => {
    const before = generate({ ...topology, project: { ...topology.project, options: { ci: true } } })
    const after = generate(
      inCluster({ ...topology, project: { ...topology.project, options: { ci: true } } }),
    )
    const changed = [...after.values()].filter(({ path, content }) => before.get(path)?.content !== content)
    expect(changed.map(({ path }) => path).filter((path) => !path.startsWith('deploy/k8s/'))).toEqual([
      '.github/workflows/ci.yml',
      '.topoforge/topology.json',
      'AGENTS.md',
      'ARCHITECTURE.md',
      'Makefile',
      'README.md',
      'docs/adr/0007-the-cluster-keeps-the-drawing.md',
      'docs/runbook.md',
    ])
  })
})
