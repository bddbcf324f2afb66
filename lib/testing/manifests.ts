import { posix } from 'node:path'
import { parse } from 'yaml'
import { kubernetesManifests } from '@/lib/generator/contributors/kubernetes-manifests'
import { generateProject } from '@/lib/generator/generate'
import { resolveProject } from '@/lib/generator/resolve-project'
import type { Topology } from '@/lib/topology/model/topology'

// biome-ignore lint/suspicious/noExplicitAny: manifests are whatever YAML says; the tests ask for their parts.
export type Manifest = any

const ROOT = 'deploy/k8s'

/** What one overlay brings into a cluster, put together as kustomize does, and the files that it came from. */
export interface Cluster {
  readonly objects: readonly Manifest[]
  readonly files: readonly string[]
}

/** The same design, with manifests. */
export function inCluster(topology: Topology): Topology {
  const { project } = topology
  return { ...topology, project: { ...project, options: { ...project.options, kubernetes: true } } }
}

/** The manifests of a design by their paths, read. */
export function manifestsOf(topology: Topology): ReadonlyMap<string, Manifest> {
  const files = generateProject(resolveProject(inCluster(topology)), [kubernetesManifests])
  return new Map([...files].map(([path, { content }]) => [path, parse(content)]))
}

/** Reads an overlay from its kustomization on, following what that names. */
export function clusterOf(manifests: ReadonlyMap<string, Manifest>, overlay: 'dev' | 'prod'): Cluster {
  const objects: Manifest[] = []
  const files: string[] = []
  const visit = (folder: string) => {
    const path = `${folder}/kustomization.yaml`
    const { resources = [], configMapGenerator = [] } = read(manifests, path, files)
    for (const resource of resources) {
      const target = posix.join(folder, resource)
      if (target.endsWith('.yaml')) objects.push(read(manifests, target, files))
      else visit(target)
    }
    for (const { name, behavior, literals } of configMapGenerator) merge(objects, name, behavior, literals)
  }
  visit(`${ROOT}/overlays/${overlay}`)
  return { objects, files }
}

function read(manifests: ReadonlyMap<string, Manifest>, path: string, files: string[]): Manifest {
  const manifest = manifests.get(path)
  if (!manifest) throw new Error(`${path} is named by a kustomization, and is not there`)
  if (files.includes(path)) throw new Error(`${path} is named twice`)
  files.push(path)
  return manifest
}

function merge(objects: Manifest[], name: string, behavior: string | undefined, literals: readonly string[]) {
  const data = Object.fromEntries(literals.map((line) => /^([A-Z0-9_]+)=(.*)$/.exec(line)?.slice(1) ?? []))
  const before = objects.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === name)
  if ((before !== undefined) !== (behavior === 'merge')) throw new Error(`${name}: nothing to merge with`)
  if (before) Object.assign(before.data, data)
  else objects.push({ kind: 'ConfigMap', metadata: { name }, data })
}

/** The pods that objects make, with the name of what makes them. */
export function podsOf({ objects }: Cluster): readonly { name: string; pod: Manifest; kind: string }[] {
  return objects.flatMap(({ kind, metadata, spec }) =>
    spec?.template ? [{ name: metadata.name, pod: spec.template, kind }] : [],
  )
}

/** Whether a selector of labels chooses a pod. */
export function chooses(selector: Manifest, pod: Manifest): boolean {
  const { labels } = pod.metadata
  const { matchLabels = {}, matchExpressions = [] } = selector
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, values }: Manifest) => values.includes(labels[key]))
  )
}

/** Who may talk to whom by the policies for one direction: `shop-api → postgres:5432`. */
export function edgesOf(cluster: Cluster, direction: 'Ingress' | 'Egress'): readonly string[] {
  const pods = podsOf(cluster)
  const chosenBy = (selector: Manifest) =>
    pods.filter(({ pod }) => chooses(selector, pod)).map(({ name }) => name)
  const edges = cluster.objects
    .filter(({ kind }) => kind === 'NetworkPolicy')
    .flatMap(({ spec }) =>
      (spec[direction.toLowerCase()] ?? []).flatMap((rule: Manifest) =>
        (rule.from ?? rule.to).flatMap((peer: Manifest) =>
          rule.ports.flatMap(({ port }: Manifest) =>
            chosenBy(spec.podSelector).flatMap((own) =>
              peersOf(peer, chosenBy).map((other) =>
                direction === 'Ingress' ? `${other} → ${own}:${port}` : `${own} → ${other}:${port}`,
              ),
            ),
          ),
        ),
      ),
    )
  return [...new Set<string>(edges)].sort()
}

function peersOf(peer: Manifest, chosenBy: (selector: Manifest) => readonly string[]): readonly string[] {
  if (peer.ipBlock) return ['outside']
  if (peer.podSelector?.matchLabels?.['k8s-app'] === 'kube-dns') return ['dns']
  if (peer.namespaceSelector?.matchLabels?.['kubernetes.io/metadata.name'] === 'observability')
    return ['observability']
  if (peer.namespaceSelector) return ['ingress']
  return chosenBy(peer.podSelector)
}
