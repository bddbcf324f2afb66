import { hostOf, loopbackPort, required } from '../compose'
import type { Console, Variable } from '../contributions'
import type { YamlObject } from '../formats/yaml'
import type { Project } from '../project'
import { portLine } from '../variables'

/** The folder of a download with the configuration of what observes it. */
export const OPS = 'ops'

const COLLECTOR_HOST = 'otel-collector'
const JAEGER_HOST = 'jaeger'
const PROMETHEUS_HOST = 'prometheus'
const GRAFANA_HOST = 'grafana'

const OTLP_PORT = 4318
const JAEGER_OTLP_PORT = 4317
const JAEGER_PORT = 16686
const PROMETHEUS_PORT = 9090
const GRAFANA_PORT = 3000

const PASSWORD = 'GRAFANA_PASSWORD'
const LOGIN = 'admin'

/** The variable that tells a service where its traces are sent; OpenTelemetry's own name. */
export const TRACES_VARIABLE = 'OTEL_EXPORTER_OTLP_ENDPOINT'
/** Where the collector is for whoever is among the containers. */
export const COLLECTOR_URL = `http://${COLLECTOR_HOST}:${OTLP_PORT}`
export const JAEGER_URL = `http://${JAEGER_HOST}:${JAEGER_PORT}`
export const JAEGER_OTLP = `${JAEGER_HOST}:${JAEGER_OTLP_PORT}`
export const PROMETHEUS_URL = `http://${PROMETHEUS_HOST}:${PROMETHEUS_PORT}`

/** What a person may or must say of it in `.env`. */
export const variables: readonly Variable[] = [
  { name: PASSWORD, heading: 'Password of Grafana', default: null },
  ...portLine({ name: 'GRAFANA_PORT', default: String(GRAFANA_PORT) }),
  ...portLine({ name: 'JAEGER_PORT', default: String(JAEGER_PORT) }),
  ...portLine({ name: 'PROMETHEUS_PORT', default: String(PROMETHEUS_PORT) }),
]

/** The pages that a person looks at. */
export const consoles: readonly Console[] = [
  {
    host: GRAFANA_HOST,
    shows: 'The dashboard; only who changes it logs in',
    port: GRAFANA_PORT,
    login: { user: LOGIN, password: PASSWORD },
  },
  { host: JAEGER_HOST, shows: 'Traces', port: JAEGER_PORT, login: null },
  { host: PROMETHEUS_HOST, shows: 'Metrics and alerts', port: PROMETHEUS_PORT, login: null },
]

/** docker-compose.observability.yml: what observes, and where services send their traces then. */
export function stackOf({ services }: Project): YamlObject {
  return {
    services: {
      ...Object.fromEntries(
        services.map(({ name }) => [hostOf(name), { environment: { [TRACES_VARIABLE]: COLLECTOR_URL } }]),
      ),
      [COLLECTOR_HOST]: collector,
      [JAEGER_HOST]: jaeger,
      [PROMETHEUS_HOST]: prometheus,
      [GRAFANA_HOST]: grafana,
    },
    networks: { app: null },
    volumes: { 'grafana-data': null, 'prometheus-data': null },
  }
}

const COMMON = { networks: ['app'], restart: 'unless-stopped' } as const

/** Their images have no program that could ask, so that only these two have no health check. */
const collector: YamlObject = {
  image: 'otel/opentelemetry-collector:0.123.0',
  command: ['--config=/etc/otel/collector.yml'],
  volumes: [`./${OPS}/otel:/etc/otel:ro`],
  depends_on: { [JAEGER_HOST]: { condition: 'service_started' } },
  ...COMMON,
}

const jaeger: YamlObject = {
  image: 'jaegertracing/jaeger:2.14.1',
  ports: [loopbackPort('JAEGER_PORT', JAEGER_PORT)],
  ...COMMON,
}

const prometheus: YamlObject = {
  image: 'prom/prometheus:v3.7.3',
  command: [
    '--config.file=/etc/prometheus/prometheus.yml',
    '--storage.tsdb.path=/prometheus',
    '--storage.tsdb.retention.time=15d',
  ],
  ports: [loopbackPort('PROMETHEUS_PORT', PROMETHEUS_PORT)],
  volumes: [`./${OPS}/prometheus:/etc/prometheus:ro`, 'prometheus-data:/prometheus'],
  healthcheck: asking(`http://localhost:${PROMETHEUS_PORT}/-/ready`),
  ...COMMON,
}

const grafana: YamlObject = {
  image: 'grafana/grafana:12.3.1',
  environment: {
    GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
    GF_ANALYTICS_REPORTING_ENABLED: 'false',
    // Its port is on this machine alone.
    GF_AUTH_ANONYMOUS_ENABLED: 'true',
    GF_AUTH_ANONYMOUS_ORG_ROLE: 'Viewer',
    GF_SECURITY_ADMIN_PASSWORD: required(PASSWORD),
  },
  ports: [loopbackPort('GRAFANA_PORT', GRAFANA_PORT)],
  volumes: [
    `./${OPS}/grafana/provisioning:/etc/grafana/provisioning:ro`,
    `./${OPS}/grafana/dashboards:/var/lib/grafana/dashboards:ro`,
    'grafana-data:/var/lib/grafana',
  ],
  healthcheck: asking(`http://localhost:${GRAFANA_PORT}/api/health`),
  depends_on: { [PROMETHEUS_HOST]: { condition: 'service_healthy' } },
  ...COMMON,
}

function asking(url: string): YamlObject {
  return {
    test: ['CMD', 'wget', '--quiet', '--tries=1', '--output-document=/dev/null', url],
    interval: '5s',
    timeout: '4s',
    start_period: '30s',
    retries: 12,
  }
}
