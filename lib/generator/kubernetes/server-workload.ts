import type { YamlObject } from '../formats/yaml'
import { type PodEnvironment, podEnvironment, told } from './environment'
import { HARDENED, type RunsAs, resources, restricted, scratch } from './pod'
import { type Component, chosen, labelled, serviceAccount, type Workload } from './workload'

/** A server that services of the project share, as its image wants to be run. */
export interface ServerImage {
  readonly host: string
  readonly component: Component
  readonly image: string
  /** Its port for services, with a name. */
  readonly port: { readonly name: string; readonly number: number }
  readonly args?: readonly string[]
  /** As its container of compose has it. */
  readonly environment: Readonly<Record<string, string>>
  /** The user that the image was made for. */
  readonly runsAs: RunsAs
  /** Where it keeps its data and how much that may be; null for what forgets everything. */
  readonly data: { readonly folder: string; readonly gibibytes: number } | null
  /** Further folders that it writes to, by name. */
  readonly scratch: Readonly<Record<string, string>>
  /** Asks whether it works, and whether it lives; only of programs in its image. */
  readonly ready: YamlObject
  readonly live: YamlObject
  /** Memory in MiB. */
  readonly memory: { readonly sure: number; readonly most: number }
  readonly stopSeconds: number
}

/** One server with a volume of its own that outlives its pod. */
export function statefulWorkload(server: ServerImage): Workload {
  const { host, component } = server
  const environment = podEnvironment(server.environment)
  return workloadOf(server, environment, {
    'stateful-set': {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: host, labels: labelled(host, component) },
      spec: {
        serviceName: host,
        replicas: 1,
        selector: { matchLabels: chosen(host) },
        template: podOf(server, environment),
        ...(server.data && { volumeClaimTemplates: [claim(server.data.gibibytes)] }),
      },
    },
  })
}

/** A server that keeps nothing and is there while developing. */
export function developmentWorkload(server: ServerImage): Workload {
  const { host, component } = server
  const environment = podEnvironment(server.environment)
  const manifest = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: host, labels: labelled(host, component) },
    spec: { replicas: 1, selector: { matchLabels: chosen(host) }, template: podOf(server, environment) },
  }
  return { ...workloadOf(server, environment, { deployment: manifest }), isForDevelopment: true }
}

function workloadOf(
  { host, component, port }: ServerImage,
  { config, secrets }: PodEnvironment,
  manifests: Workload['manifests'],
): Workload {
  return {
    folder: host,
    host,
    manifests: {
      ...manifests,
      service: headlessService(host, component, port),
      'service-account': serviceAccount(host, component),
    },
    config,
    developmentConfig: {},
    secrets,
    reaches: [],
    publicPort: null,
    isBuilt: false,
  }
}

/** There is one pod: its name leads to it without anything between. */
function headlessService(host: string, component: Component, { name, number }: ServerImage['port']) {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: host, labels: labelled(host, component) },
    spec: {
      clusterIP: 'None',
      selector: chosen(host),
      ports: [{ name, port: number, targetPort: name }],
    },
  } satisfies YamlObject
}

function podOf(server: ServerImage, environment: PodEnvironment): YamlObject {
  const { host, component, runsAs, data, stopSeconds } = server
  const { volumes, volumeMounts } = scratch({ ...server.scratch, tmp: '/tmp' })
  const mounts = [...volumeMounts, ...(data ? [{ name: 'data', mountPath: data.folder }] : [])]
  return {
    metadata: { labels: labelled(host, component) },
    spec: {
      ...restricted(host, runsAs),
      terminationGracePeriodSeconds: stopSeconds,
      containers: [containerOf(server, environment, mounts)],
      volumes,
    },
  }
}

function containerOf(
  { host, image, port, args, ready, live, memory }: ServerImage,
  environment: PodEnvironment,
  volumeMounts: readonly YamlObject[],
): YamlObject {
  return {
    name: 'server',
    image,
    imagePullPolicy: 'IfNotPresent',
    ...(args && { args }),
    ports: [{ name: port.name, containerPort: port.number }],
    ...told(host, environment),
    startupProbe: { ...ready, periodSeconds: 5, timeoutSeconds: 10, failureThreshold: 60 },
    livenessProbe: { ...live, periodSeconds: 30, timeoutSeconds: 15, failureThreshold: 3 },
    readinessProbe: { ...ready, periodSeconds: 10, timeoutSeconds: 10, failureThreshold: 3 },
    resources: resources({ cpu: 100, memory: memory.sure }, { cpu: 2000, memory: memory.most }),
    securityContext: HARDENED,
    volumeMounts,
  }
}

function claim(gibibytes: number): YamlObject {
  return {
    metadata: { name: 'data' },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: `${gibibytes}Gi` } } },
  }
}
