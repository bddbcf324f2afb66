import { hostOf, PROBE_PORT } from '../compose'
import type { YamlObject } from '../formats/yaml'
import type { Service } from '../project'
import { type PodEnvironment, podEnvironment, told } from './environment'
import { HARDENED, resources, restricted, SERVICE_USER, scratch } from './pod'
import { drawnReaches } from './ways'
import { chosen, labelled, type Reach, serviceAccount, type Workload } from './workload'

/** How many processes a service has: as many as the load asks for, or ever only one. */
export type Scale = { readonly least: number; readonly most: number } | 'one'

export interface ServiceNeeds {
  /** As its container of compose has it. */
  readonly environment: Readonly<Record<string, string>>
  /** What it is told otherwise in a cluster, and otherwise again while developing there. */
  readonly inCluster?: Readonly<Record<string, string>>
  readonly whileDeveloping?: Readonly<Record<string, string>>
  /** Variables whose values may hold credentials. */
  readonly mayBeSecret?: readonly string[]
  /** Whom it talks to though no link says so. */
  readonly reaches?: readonly Reach[]
  readonly scale: Scale
  /** How long it may take to end what it has begun, once it is told to stop. */
  readonly stopSeconds: number
  readonly isPublic?: boolean
}

/** Until everybody knows that a process is about to stop it still gets requests, and answers them. */
const LEAVE_SECONDS = 5

/** A service of the project, as many times as it is needed. */
export function serviceWorkload(service: Service, needs: ServiceNeeds): Workload {
  const host = hostOf(service.name)
  const environment = podEnvironment(
    { ...needs.environment, LOG_LEVEL: 'INFO', ...needs.inCluster },
    needs.mayBeSecret,
  )
  const port = portOf(service)
  return {
    folder: service.name,
    host,
    manifests: {
      deployment: deployment(service, needs, environment),
      service: clusterService(host, port),
      'service-account': serviceAccount(host, 'service'),
      'pod-disruption-budget': disruptionBudget(host),
      ...(needs.scale !== 'one' && { 'horizontal-pod-autoscaler': autoscaler(host, needs.scale) }),
    },
    config: environment.config,
    developmentConfig: { LOG_LEVEL: 'DEBUG', ...needs.whileDeveloping },
    secrets: environment.secrets,
    reaches: eachOnce([...drawnReaches(service), ...(needs.reaches ?? [])]),
    publicPort: needs.isPublic ? port.number : null,
    isBuilt: true,
  }
}

function eachOnce(reaches: readonly Reach[]): readonly Reach[] {
  return [...new Map(reaches.map((reach) => [JSON.stringify(reach), reach])).values()]
}

/** A command in a service's image that runs once and ends. */
export function jobWorkload(
  { name }: Service,
  host: string,
  command: readonly string[],
  { environment, reaches }: Required<Pick<ServiceNeeds, 'environment' | 'reaches'>>,
): Workload {
  const pod = podEnvironment(environment)
  return {
    folder: name,
    host,
    manifests: {
      'migration-job': job(hostOf(name), host, command, pod),
      'migration-service-account': serviceAccount(host, 'migration'),
    },
    config: pod.config,
    developmentConfig: {},
    secrets: pod.secrets,
    reaches,
    publicPort: null,
    isBuilt: false,
  }
}

interface Port {
  readonly name: string
  readonly number: number
}

/** An API answers probes where it answers everything else. */
function portOf({ port }: Service): Port {
  return port === null ? { name: 'probes', number: PROBE_PORT } : { name: 'http', number: port }
}

function deployment(service: Service, needs: ServiceNeeds, environment: PodEnvironment): YamlObject {
  const host = hostOf(service.name)
  const labels = labelled(host, 'service')
  const isOne = needs.scale === 'one'
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: host, labels },
    spec: {
      // Where a HorizontalPodAutoscaler says how many there are, nothing else does.
      ...(isOne && { replicas: 1 }),
      revisionHistoryLimit: 5,
      strategy: isOne
        ? { type: 'Recreate' }
        : { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      selector: { matchLabels: chosen(host) },
      template: {
        metadata: { labels },
        spec: {
          ...restricted(host, SERVICE_USER),
          terminationGracePeriodSeconds: leaveSeconds(service) + needs.stopSeconds,
          topologySpreadConstraints: [spread(host)],
          containers: [container(service, host, environment)],
          volumes: SCRATCH.volumes,
        },
      },
    },
  }
}

const SCRATCH = scratch({ tmp: '/tmp' })

function spread(host: string): YamlObject {
  return {
    maxSkew: 1,
    topologyKey: 'kubernetes.io/hostname',
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels: chosen(host) },
  }
}

/** Only who is asked has to leave before it stops. */
function leaveSeconds({ port }: Service): number {
  return port === null ? 0 : LEAVE_SECONDS
}

function container(service: Service, host: string, environment: PodEnvironment): YamlObject {
  const { name, number } = portOf(service)
  const leaving = leaveSeconds(service)
  const asked = (probe: 'live' | 'ready', more: YamlObject) => ({
    httpGet: { path: `/health/${probe}`, port: name },
    timeoutSeconds: 3,
    ...more,
  })
  return {
    name: 'service',
    image: host,
    imagePullPolicy: 'IfNotPresent',
    ports: [{ name, containerPort: number }],
    ...told(host, environment),
    startupProbe: asked('live', { periodSeconds: 2, failureThreshold: 30 }),
    livenessProbe: asked('live', { periodSeconds: 10, failureThreshold: 3 }),
    readinessProbe: asked('ready', { periodSeconds: 5, failureThreshold: 3 }),
    ...(leaving > 0 && { lifecycle: { preStop: { sleep: { seconds: leaving } } } }),
    resources: resources({ cpu: 50, memory: 160 }, { cpu: 1000, memory: 384 }),
    securityContext: HARDENED,
    volumeMounts: SCRATCH.volumeMounts,
  }
}

function clusterService(host: string, { name, number }: Port): YamlObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: host, labels: labelled(host, 'service') },
    spec: { selector: chosen(host), ports: [{ name, port: number, targetPort: name }] },
  }
}

function disruptionBudget(host: string): YamlObject {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: host, labels: labelled(host, 'service') },
    // A lower bound would keep a node with a single process from ever being emptied.
    spec: { maxUnavailable: 1, selector: { matchLabels: chosen(host) } },
  }
}

function autoscaler(host: string, { least, most }: Exclude<Scale, 'one'>): YamlObject {
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: host, labels: labelled(host, 'service') },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: host },
      minReplicas: least,
      maxReplicas: most,
      metrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } },
        },
      ],
    },
  }
}

function job(image: string, host: string, command: readonly string[], environment: PodEnvironment) {
  const labels = labelled(host, 'migration')
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: host, labels },
    spec: {
      // The database may still be starting.
      backoffLimit: 6,
      // Statements of a migration may take as long as they need.
      activeDeadlineSeconds: 3600,
      template: {
        metadata: { labels },
        spec: {
          ...restricted(host, SERVICE_USER),
          restartPolicy: 'Never',
          containers: [
            {
              name: 'migrate',
              image,
              imagePullPolicy: 'IfNotPresent',
              args: command,
              ...told(host, environment),
              resources: resources({ cpu: 50, memory: 160 }, { cpu: 1000, memory: 384 }),
              securityContext: HARDENED,
              volumeMounts: SCRATCH.volumeMounts,
            },
          ],
          volumes: SCRATCH.volumes,
        },
      },
    },
  } satisfies YamlObject
}
