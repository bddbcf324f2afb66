import type { YamlObject } from '../formats/yaml'
import { JAEGER_URL, PROMETHEUS_URL } from './stack'

/** What Grafana finds when it starts, by the names of its files. */
export const grafanaFiles: Readonly<Record<string, YamlObject>> = {
  'provisioning/datasources/datasources.yml': {
    apiVersion: 1,
    datasources: [
      {
        name: 'Prometheus',
        uid: 'prometheus',
        type: 'prometheus',
        access: 'proxy',
        url: PROMETHEUS_URL,
        isDefault: true,
        jsonData: { timeInterval: '15s' },
      },
      { name: 'Jaeger', uid: 'jaeger', type: 'jaeger', access: 'proxy', url: JAEGER_URL },
    ],
  },
  'provisioning/dashboards/dashboards.yml': {
    apiVersion: 1,
    providers: [
      {
        name: 'files',
        type: 'file',
        disableDeletion: true,
        options: { path: '/var/lib/grafana/dashboards' },
      },
    ],
  },
}
