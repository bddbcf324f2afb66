import { kebabCase } from '@/lib/topology/naming'
import { remark } from '../formats/remark'
import { toYaml, type YamlItem, type YamlObject } from '../formats/yaml'
import type { Contributor, GeneratedFile } from '../generated-file'
import { callersPolicy, denyAll, policyOf } from '../kubernetes/network-policies'
import { OBSERVABILITY_NAMESPACE, observed, observedPolicy } from '../kubernetes/observed'
import {
  configMap,
  developmentParts,
  ingressOf,
  kustomization,
  namespaceManifest,
  namespaceOf,
  type Overlay,
  productionParts,
  secretExample,
} from '../kubernetes/overlays'
import { SECRET, type Workload } from '../kubernetes/workload'
import { isWatched } from '../parts'
import type { Project } from '../project'
import { allContributions } from './shared-contributions'

const ROOT = 'deploy/k8s'

type Manifests = Readonly<Record<string, Readonly<Record<string, YamlItem | undefined>>>>

/** Everything in a cluster: what is the same everywhere in `base`, what is different in an overlay each. */
export const kubernetesManifests: Contributor = {
  id: 'kubernetes-manifests',
  *files(project) {
    if (!project.options.kubernetes) return
    const workloads = isWatched(project) ? observed(workloadsOf(project), project) : workloadsOf(project)
    const name = kebabCase(project.name)
    const lasting = workloads.filter(({ isForDevelopment }) => !isForDevelopment)
    for (const folder of foldersOf(lasting)) yield* programs(`base/${folder}`, lasting, folder)
    yield* folderOf('base/network-policies', {
      'default-deny': denyAll,
      ...Object.fromEntries(lasting.map((workload) => [workload.host, policyOf(workload, workloads, name)])),
      ...(isWatched(project) && { [OBSERVABILITY_NAMESPACE]: observedPolicy(project) }),
    })
    yield file('base/kustomization', baseOf(project.name, foldersOf(lasting)))
    yield* development(name, workloads)
    yield* production(name, lasting)
    const keys = [...new Set(workloads.flatMap(({ secrets }) => secrets))].sort()
    if (keys.length > 0) yield file('secret.example', toldAs(EXAMPLE, secretExample(SECRET, keys)))
  },
}

const EXAMPLE = 'What the Secret has to have. Never put values here: README.md says how to make it from .env.'

function baseOf(project: string, folders: readonly string[]): YamlObject {
  return kustomization({
    labels: [{ pairs: { 'app.kubernetes.io/part-of': project }, includeTemplates: true }],
    resources: [...folders, 'network-policies'],
  })
}

/** Every program of the project, each once, by name. */
function workloadsOf(project: Project): readonly Workload[] {
  const all = allContributions(project).map(({ workloads }) => workloads)
  return Object.values<Workload>(Object.assign({}, ...all)).toSorted((a, b) => (a.host < b.host ? -1 : 1))
}

function foldersOf(workloads: readonly Workload[]): readonly string[] {
  return [...new Set(workloads.map(({ folder }) => folder))].sort()
}

function programs(
  path: string,
  workloads: readonly Workload[],
  folder: string,
  more: Manifests[string] = {},
) {
  const here = workloads.filter((workload) => workload.folder === folder)
  const manifests = Object.assign({}, ...here.map((workload) => workload.manifests), more)
  const told = here.filter(({ config }) => Object.keys(config).length > 0)
  return folderOf(path, manifests, {
    ...(told.length > 0 && { configMapGenerator: told.map(({ host, config }) => configMap(host, config)) }),
  })
}

/** Files of a folder with the file that brings them together. */
function* folderOf(
  path: string,
  manifests: Manifests[string],
  more: YamlObject = {},
): Iterable<GeneratedFile> {
  const entries = Object.entries(manifests)
  for (const [name, manifest] of entries) if (manifest) yield file(`${path}/${name}`, manifest as YamlObject)
  const resources = entries.map(([name]) => `${name}.yaml`).sort()
  yield file(`${path}/kustomization`, kustomization({ resources, ...more }))
}

function* development(project: string, workloads: readonly Workload[]): Iterable<GeneratedFile> {
  const own = workloads.filter(({ isForDevelopment }) => isForDevelopment)
  for (const workload of own) {
    yield* programs(`overlays/dev/${workload.folder}`, own, workload.folder, {
      'network-policy': policyOf(workload, workloads, project),
      'callers-network-policy': callersPolicy(workload, workloads),
    })
  }
  yield* overlayOf('dev', project, workloads, foldersOf(own), developmentParts(workloads))
}

function production(project: string, workloads: readonly Workload[]): Iterable<GeneratedFile> {
  return overlayOf('prod', project, workloads, [], productionParts(workloads, project))
}

function* overlayOf(
  overlay: Overlay,
  project: string,
  workloads: readonly Workload[],
  folders: readonly string[],
  parts: YamlObject,
): Iterable<GeneratedFile> {
  const path = `overlays/${overlay}`
  const open = workloads.filter(({ publicPort }) => publicPort !== null)
  for (const workload of open) yield file(`${path}/ingress/${workload.host}`, ingressOf(workload, overlay))
  yield file(`${path}/namespace`, namespaceManifest(project, overlay))
  const ways = open.map(({ host }) => `ingress/${host}.yaml`)
  yield file(
    `${path}/kustomization`,
    kustomization({
      namespace: namespaceOf(project, overlay),
      resources: ['../../base', 'namespace.yaml', ...ways, ...folders],
      ...parts,
    }),
  )
}

function toldAs(comment: string, { apiVersion = null, ...rest }: YamlObject): YamlObject {
  return { apiVersion: remark(comment, apiVersion as string), ...rest }
}

function file(path: string, manifest: YamlObject): GeneratedFile {
  return {
    path: `${ROOT}/${path}.yaml`,
    content: toYaml(manifest, 'dense'),
    source: kubernetesManifests.id,
    causes: [{ at: { part: 'project' } }],
  }
}
