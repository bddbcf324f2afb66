import type { YamlObject } from '../formats/yaml'
import { labelled, type Workload } from './workload'

/** Where a project runs in clusters: each has a namespace, and says what is different there. */
export type Overlay = 'dev' | 'prod'

/** The standard of Kubernetes for pods that can do least. */
const POD_SECURITY = Object.fromEntries(
  ['enforce', 'audit', 'warn'].map((mode) => [`pod-security.kubernetes.io/${mode}`, 'restricted']),
)

export function namespaceOf(project: string, overlay: Overlay): string {
  return `${project}-${overlay}`
}

export function namespaceManifest(project: string, overlay: Overlay): YamlObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: namespaceOf(project, overlay), labels: POD_SECURITY },
  }
}

/** The way from outside to one service: all of it while developing, its API over TLS in production. */
export function ingressOf({ host }: Workload, overlay: Overlay): YamlObject {
  const name = overlay === 'dev' ? `${host}.localhost` : `${host}.example.org`
  const path = overlay === 'dev' ? '/' : '/api/'
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: host, labels: labelled(host, 'service') },
    spec: {
      ...(overlay === 'prod' && { tls: [{ hosts: [name], secretName: `${host}-tls` }] }),
      rules: [
        {
          host: name,
          http: {
            paths: [
              { path, pathType: 'Prefix', backend: { service: { name: host, port: { name: 'http' } } } },
            ],
          },
        },
      ],
    },
  }
}

const KUSTOMIZATION = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization' }

/** Brings files of one folder together. */
export function kustomization(parts: YamlObject): YamlObject {
  return { ...KUSTOMIZATION, ...parts }
}

/** A ConfigMap whose name ends with a hash of what it says, so that a change of it starts new pods. */
export function configMap(
  host: string,
  config: Readonly<Record<string, string>>,
  more: YamlObject = {},
): YamlObject {
  const literals = Object.entries(config).map(([name, value]) => `${name}=${value}`)
  return { name: host, ...more, literals: literals.sort() }
}

/** What is different where everything is tried: images of this machine, every line of the logs, one process of each. */
export function developmentParts(workloads: readonly Workload[]): YamlObject {
  const lasting = workloads.filter(({ isForDevelopment }) => !isForDevelopment)
  const told = lasting.filter(({ developmentConfig }) => Object.keys(developmentConfig).length > 0)
  const hasAutoscaler = lasting.some(({ manifests }) => 'horizontal-pod-autoscaler' in manifests)
  return {
    ...(told.length > 0 && {
      configMapGenerator: told.map(({ host, developmentConfig }) =>
        configMap(host, developmentConfig, { behavior: 'merge' }),
      ),
    }),
    ...imagesOf(lasting, (name) => ({ name, newTag: 'dev' })),
    ...(hasAutoscaler && {
      patches: [
        {
          target: { kind: 'HorizontalPodAutoscaler' },
          patch: '[{"op": "replace", "path": "/spec/minReplicas", "value": 1}]',
        },
      ],
    }),
  }
}

/** What is different in production: where images come from. */
export function productionParts(workloads: readonly Workload[], project: string): YamlObject {
  return imagesOf(workloads, (name) => ({
    name,
    newName: `registry.example.org/${project}/${name}`,
    newTag: '0.1.0',
  }))
}

function imagesOf(workloads: readonly Workload[], image: (name: string) => YamlObject): YamlObject {
  const built = workloads.filter(({ isBuilt }) => isBuilt)
  return built.length > 0 ? { images: built.map(({ host }) => image(host)) } : {}
}

/** The keys of the Secret, with nothing that is one. */
export function secretExample(name: string, keys: readonly string[]): YamlObject {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name },
    type: 'Opaque',
    stringData: Object.fromEntries(keys.map((key) => [key, 'replace-me'])),
  }
}
