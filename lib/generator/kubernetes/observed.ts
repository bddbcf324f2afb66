import { hostOf, PROBE_PORT } from '../compose'
import type { YamlObject } from '../formats/yaml'
import { TRACES_VARIABLE } from '../observability/stack'
import type { Project } from '../project'
import { policy, TO_DNS } from './network-policies'
import type { Workload } from './workload'

/** The namespace with the collector and Prometheus, and the name of the collector there. */
export const OBSERVABILITY_NAMESPACE = 'observability'
const OTLP_PORT = 4318
const COLLECTOR = `http://otel-collector.${OBSERVABILITY_NAMESPACE}:${OTLP_PORT}`

/** The same services, which say where their metrics are, and send their traces. */
export function observed(workloads: readonly Workload[], { services }: Project): readonly Workload[] {
  const ports = new Map(services.map(({ name, port }) => [hostOf(name), port ?? PROBE_PORT]))
  return workloads.map((workload) => {
    const { deployment } = workload.manifests
    const port = ports.get(workload.host)
    if (deployment === undefined || port === undefined) return workload
    return {
      ...workload,
      manifests: { ...workload.manifests, deployment: annotated(deployment, port) },
      config: { ...workload.config, [TRACES_VARIABLE]: COLLECTOR },
    }
  })
}

/** What Prometheus usually goes by where nobody tells it what to read. */
function annotated(deployment: YamlObject, port: number): YamlObject {
  const { spec } = deployment as {
    readonly spec: { readonly template: YamlObject & { metadata: YamlObject } }
  }
  const annotations = {
    'prometheus.io/path': '/metrics',
    'prometheus.io/port': String(port),
    'prometheus.io/scrape': 'true',
  }
  const metadata = { ...spec.template.metadata, annotations }
  return { ...deployment, spec: { ...spec, template: { ...spec.template, metadata } } }
}

/** Services are read from that namespace, and send traces there. */
export function observedPolicy({ services }: Project): YamlObject {
  const peer = {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': OBSERVABILITY_NAMESPACE } },
  }
  const ports = [...new Set(services.map(({ port }) => port ?? PROBE_PORT))].sort((a, b) => a - b)
  const tcp = (port: number) => ({ protocol: 'TCP', port })
  return policy(
    OBSERVABILITY_NAMESPACE,
    { matchLabels: { 'app.kubernetes.io/component': 'service' } },
    {
      ingress: [{ from: [peer], ports: ports.map(tcp) }],
      egress: [TO_DNS, { to: [peer], ports: [tcp(OTLP_PORT)] }],
    },
  )
}
