import type { YamlObject } from '../formats/yaml'
import { JAEGER_OTLP } from './stack'

/** What the collector does with traces: it takes them over HTTP, in batches, and hands them on to Jaeger. */
export const collectorConfig: YamlObject = {
  receivers: { otlp: { protocols: { http: { endpoint: '0.0.0.0:4318' } } } },
  processors: {
    memory_limiter: { check_interval: '1s', limit_mib: 256, spike_limit_mib: 64 },
    batch: { timeout: '1s' },
  },
  exporters: {
    'otlp/jaeger': { endpoint: JAEGER_OTLP, tls: { insecure: true }, sending_queue: { queue_size: 1000 } },
  },
  service: {
    telemetry: { logs: { level: 'warn', encoding: 'json' } },
    pipelines: {
      traces: {
        receivers: ['otlp'],
        processors: ['memory_limiter', 'batch'],
        exporters: ['otlp/jaeger'],
      },
    },
  },
}
